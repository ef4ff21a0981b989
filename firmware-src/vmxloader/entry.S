/* Started as any 32-bit kernel: flat protected mode, paging and interrupts off, no stack promised. */
        .section .text.first, "ax"
        .globl  _start
_start: cli
        cld
        movl    $stack_top, %esp
        xorl    %ebp, %ebp
        call    load_firmware
        jmp     *%eax                   /* the monitor's first byte */

        .bss
        .balign 16
        .space  4096
stack_top:
        .section .note.GNU-stack,"",@progbits
