/* The header the hypervisor reads, the two ways in, and the ways out. */
#include "layout.h"
        .section .header, "ax"
        .globl  _start
_start: .byte   0xE9
        .long   first_entry - (. + 4)
        .org    8
        .long   MONITOR_MAGIC
        .long   new_context
        .long   old_context

        .text
/* From the loader: flat 32-bit protected mode, no stack. */
first_entry:
        cli
        cld
        xorl    %eax, %eax
        movl    $bss_start, %edi
        movl    $bss_end, %ecx
        subl    %edi, %ecx
        shrl    $2, %ecx                /* both ends are dword-aligned */
        rep stosl
        movl    $stack_top, %esp
        call    prepare_monitor
        movl    %cr0, %eax              /* the hypervisor answers with the new context: world_entry */
        andl    $~1, %eax
        movl    %eax, %cr0
        call    panic_no_partition

/* From the hypervisor: the new context's EIP. ESP is the end of guest's registers (context.c). */
        .globl  world_entry
world_entry:
        pushal
        movl    $stack_top, %esp
        cld
        call    entered_by_hypervisor

/* void resume_vm86(void): goes on with the guest of struct guest. */
        .globl  resume_vm86
resume_vm86:
        movl    $guest, %esp
        popal
        addl    $8, %esp                /* vector, error code */
        iret

/* void leave_monitor(void): PE set makes the hypervisor load the old context. ESP comes from there,
 * so it may carry the value; all other registers are the guest's already.                        */
        .globl  leave_monitor
leave_monitor:
        movl    $guest, %esp
        popal
        movl    leave_cr0, %esp
        movl    %esp, %cr0
        movl    $stack_top, %esp
        call    panic_no_return

        .bss
        .balign 16
        .globl  guest, guest_end
guest:  .space  GUEST_SIZE
guest_end:
        .balign 16
        .space  4096
        .globl  stack_top
stack_top:
        .section .note.GNU-stack,"",@progbits
