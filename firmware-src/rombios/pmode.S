/* Protected mode and back (SDM volume 3, "Mode switching"). Interrupts are disabled. */
#include "layout.h"
        .code16
        .text

/* void pmode_block_move(struct pmode_table *gdt, u32 words) */
        .global pmode_block_move
pmode_block_move:
        pushl   %ebx
        pushl   %esi
        pushl   %edi
        movl    %edx, %ecx
        lgdtl   (%eax)
        movw    %ss, %dx                /* the real-mode segment of data and stack */
        movl    %cr0, %eax
        orb     $1, %al
        movl    %eax, %cr0
        ljmpl   $0x20, $1f
1:      movw    $0x28, %ax
        movw    %ax, %ss
        movw    $0x10, %ax
        movw    %ax, %ds
        movw    $0x18, %ax
        movw    %ax, %es
        xorl    %esi, %esi
        xorl    %edi, %edi
        movw    %cx, %bx
        shrl    $1, %ecx                /* dwords: device registers want them */
        rep movsl (%esi), %es:(%edi)
        testb   $1, %bl
        jz      3f
        movsw   (%esi), %es:(%edi)
3:
        movw    $0x28, %ax              /* limits of 64 KiB again before real mode */
        movw    %ax, %ds
        movw    %ax, %es
        movl    %cr0, %eax
        andb    $0xFE, %al
        movl    %eax, %cr0
        ljmpl   $ROM_SEG, $2f
2:      movw    %dx, %ss
        movw    %dx, %ds
        movw    %dx, %es
        popl    %edi
        popl    %esi
        popl    %ebx
        retl

/* void pmode_enter(struct pmode_table *gdt, struct pmode_table *idt, struct int_regs *r)
 * The program gets its registers and a stack from which INT's six bytes are gone.          */
        .global pmode_enter
pmode_enter:
        lgdtl   (%eax)
        lidtl   (%edx)
        movl    %ecx, %esp              /* the frame is on our stack */
        movl    %cr0, %eax
        orb     $1, %al
        movl    %eax, %cr0
        ljmpl   $0x38, $1f
1:      popl    %edi                    /* SS keeps its real-mode base until loaded below */
        popl    %esi
        popl    %ebp
        popl    %ebx
        popl    %edx
        popl    %ecx
        popl    %eax
        pushl   %eax
        pushl   %ebx
        movw    $0x18, %ax
        movw    %ax, %ds
        movw    $0x20, %ax
        movw    %ax, %es
        movl    8+8(%esp), %eax         /* cs:ip after ds es fs gs */
        movl    8+16(%esp), %ebx        /* caller's SP at: ds ebx eax handler ip cs flags */
        movzwl  %bx, %ebx
        addl    $20, %ebx
        movw    $0x28, %cx
        popl    %edx                    /* ebx */
        popl    %ebp                    /* eax */
        movw    %cx, %ss
        movl    %ebx, %esp
        pushw   $0x30
        pushw   %ax
        movl    %edx, %ebx
        movl    %ebp, %eax
        lretw

        .section .note.GNU-stack,"",@progbits
