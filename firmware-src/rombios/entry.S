/* Between real-mode programs and C. See ../README.md for the convention. */
#include "layout.h"
        .code16
        .cfi_sections .debug_frame      /* for debuggers: where the functions below keep their callers' registers */

        .macro  PUSH register
        pushl   \register
        .cfi_adjust_cfa_offset 4
        .cfi_rel_offset \register, 0
        .endm

        .macro  POP register
        popl    \register
        .cfi_adjust_cfa_offset -4
        .cfi_restore \register
        .endm

/* A stub pushes its handler's address and jumps to int_common.
 * There, on the caller's stack: handler(4) ip cs flags.                                      */
        .text
        .global int_common
int_common:
        cli
        cld
        pushl   %eax
        pushl   %ebx
        pushw   %ds
        xorw    %ax, %ax
        movw    %ax, %ds
        movw    0x40e, %ds              /* DS = extended BIOS data area: our variables */
        movw    %ss, %ax
        movw    %ds, %bx
        cmpw    %ax, %bx
        movl    %esp, %ebx
        je      1f                      /* already on the private stack */
        pushw   %ds
        popw    %ss                     /* holds off interrupts until ESP is loaded too */
        movl    stack_next, %esp
        jmp     2f
1:      movzwl  %bx, %esp
2:      pushl   %eax                    /* caller_ss */
        pushl   %ebx                    /* caller_esp */
        movw    %ax, %ds                /* DS:BX = caller's stack: ds ebx eax handler ip cs flags */
        pushw   $0
        pushw   18(%bx)                 /* flags */
        pushl   14(%bx)                 /* cs:ip */
        pushw   %gs
        pushw   %fs
        pushw   %es
        pushw   (%bx)                   /* ds */
        pushl   6(%bx)                  /* eax */
        pushl   %ecx
        pushl   %edx
        pushl   2(%bx)                  /* ebx */
        pushl   %ebp
        pushl   %esi
        pushl   %edi
        movl    10(%bx), %ecx           /* handler */
        movw    %ss, %dx
        movw    %dx, %ds
        movw    %dx, %es
        movw    %cs, %dx
        movw    %dx, %gs
        xorl    %ebp, %ebp              /* a debugger's frame walk ends here */
        movl    %esp, %eax
        calll   *%ecx
        .global int_return
int_return:
        movw    %ss:IR_SS(%esp), %ds
        movl    %ss:IR_ESP(%esp), %ebx
        movl    %ss:IR_EAX(%esp), %ecx
        movl    %ecx, 6(%bx)
        movl    %ss:IR_EBX(%esp), %ecx
        movl    %ecx, 2(%bx)
        movw    %ss:IR_DS(%esp), %cx
        movw    %cx, (%bx)
        movl    %ss:IR_IP(%esp), %ecx
        movl    %ecx, 14(%bx)
        movw    %ss:IR_FLAGS(%esp), %cx
        movw    %cx, 18(%bx)
        popl    %edi
        popl    %esi
        popl    %ebp
        popl    %edx                    /* ebx, restored below */
        popl    %edx
        popl    %ecx
        popl    %eax
        popw    %ax                     /* ds, restored below */
        popw    %es
        popw    %fs
        popw    %gs
        movw    %ds, %ax
        movw    %ax, %ss
        movl    %ebx, %esp
        popw    %ds
        popl    %ebx
        popl    %eax
        addw    $4, %sp
        iretw

/* void irq_wait(void): sti, hlt, cli. Foreign code may run meanwhile, so the top of the
 * private stack is recorded first.                                                         */
        .global irq_wait
irq_wait:
        .cfi_startproc
        pushl   stack_next
        .cfi_adjust_cfa_offset 4
        leal    -STACK_GAP(%esp), %eax
        movl    %eax, stack_next
        sti
        hlt
        cli
        popl    stack_next
        .cfi_adjust_cfa_offset -4
        retl
        .cfi_endproc

        .global irq_window
irq_window:
        .cfi_startproc
        pushl   stack_next
        .cfi_adjust_cfa_offset 4
        leal    -STACK_GAP(%esp), %eax
        movl    %eax, stack_next
        sti
        nop
        cli
        popl    stack_next
        .cfi_adjust_cfa_offset -4
        retl
        .cfi_endproc

/* void far_call(struct call_regs *r) */
        .global far_call
far_call:
        .cfi_startproc
        PUSH    %ebp
        PUSH    %ebx
        PUSH    %esi
        PUSH    %edi
        pushl   stack_next
        .cfi_adjust_cfa_offset 4
        pushl   %eax
        .cfi_adjust_cfa_offset 4
        leal    -STACK_GAP(%esp), %edx
        movl    %edx, stack_next
        movl    %eax, %ebx
        cmpl    $0, CR_SP(%ebx)
        je      1f
        movw    CR_SS(%ebx), %ss
        movzwl  CR_SP(%ebx), %esp
1:      cmpw    $0, CR_ARG_COUNT(%ebx)
        je      3f
        pushw   CR_ARGS(%ebx)
        pushw   CR_ARGS+2(%ebx)
        pushw   CR_ARGS+4(%ebx)
3:      pushw   CR_FLAGS(%ebx)
        .cfi_adjust_cfa_offset 2
        pushw   %cs
        .cfi_adjust_cfa_offset 2
        callw   2f
        .cfi_adjust_cfa_offset -4       /* what a debugger finds behind IRET */
        /* The called code came back, by RETF or IRET, with anything in any register. */
        pushfw
        cli
        cld
        pushl   %eax
        pushw   %ds
        pushl   %ebx
        xorw    %ax, %ax
        movw    %ax, %ds
        movw    0x40e, %ds
        movl    stack_next, %ebx
        movl    STACK_GAP(%ebx), %ebx
        movl    %ecx, CR_ECX(%ebx)
        movl    %edx, CR_EDX(%ebx)
        movl    %esi, CR_ESI(%ebx)
        movl    %edi, CR_EDI(%ebx)
        movl    %ebp, CR_EBP(%ebx)
        movw    %es, CR_ES(%ebx)
        popl    %eax
        movl    %eax, CR_EBX(%ebx)
        popw    %ax
        movw    %ax, CR_DS(%ebx)
        popl    %eax
        movl    %eax, CR_EAX(%ebx)
        popw    %ax
        movw    %ax, CR_FLAGS(%ebx)
        movw    %ds, %ax
        movw    %ax, %ss
        movl    stack_next, %esp
        addl    $STACK_GAP, %esp
        movw    %ax, %es
        movw    %cs, %ax
        movw    %ax, %gs
        popl    %eax
        .cfi_adjust_cfa_offset -4
        popl    stack_next
        .cfi_adjust_cfa_offset -4
        POP     %edi
        POP     %esi
        POP     %ebx
        POP     %ebp
        retl
        .cfi_endproc
2:      pushw   CR_SEG(%ebx)
        pushw   CR_OFF(%ebx)
        jmp     load_registers

/* void far_jump(struct call_regs *r) */
        .global far_jump
far_jump:
        movl    %eax, %ebx
        movw    CR_SS(%ebx), %ss
        movzwl  CR_SP(%ebx), %esp
        pushw   CR_SEG(%ebx)
        pushw   CR_OFF(%ebx)
        movl    $initial_stack, %eax
        movl    %eax, stack_next
load_registers:
        pushw   CR_DS(%ebx)
        pushl   CR_EBX(%ebx)
        pushw   CR_FLAGS(%ebx)
        movl    CR_EDI(%ebx), %edi
        movl    CR_ESI(%ebx), %esi
        movl    CR_EBP(%ebx), %ebp
        movl    CR_EDX(%ebx), %edx
        movl    CR_ECX(%ebx), %ecx
        movl    CR_EAX(%ebx), %eax
        movw    CR_ES(%ebx), %es
        popfw
        popl    %ebx
        popw    %ds
        lretw

        .section .bss
        .global stack_next, stack_gap
        .set    stack_gap, STACK_GAP    /* for debuggers */
        .balign 4
stack_next:
        .skip   4

        .section .note.GNU-stack,"",@progbits
