/* Entry points of the monitor's IDT, and the execution of relocated instructions at level 3. */
#include "layout.h"
        .text
        .macro  ENTRY_POINT vector
        .if \vector == 8 || (\vector >= 10 && \vector <= 14) || \vector == 17
        .else
        pushl   $0
        .endif
        pushl   $\vector
        jmp     trap_common
        .endm

        .set    v, 0
        .rept   VECTORS
        .altmacro
        .macro  NUMBERED n
entry_\n:
        ENTRY_POINT \n
        .endm
        NUMBERED %v
        .purgem NUMBERED
        .set    v, v + 1
        .endr

trap_common:
        pushal
        movl    $SEL_USER_DATA, %eax
        movl    %eax, %ds
        movl    %eax, %es
        cld
        testl   $EFLAGS_VM_BIT, GUEST_EFLAGS(%esp)
        jnz     from_guest
        testb   $3, GUEST_CS(%esp)
        jnz     from_thunk
        movl    %esp, %eax
        call    monitor_trap            /* the monitor's own: an interrupt it let in, a guarded instruction */
        popal
        addl    $8, %esp
        iret

from_guest:                             /* the frame is struct guest */
        movl    $stack_top, %esp
        call    guest_trap

/* u32 run_thunk(void): runs thunk_code with the registers of struct thunk. 0, or 1 + the vector it raised. */
        .globl  run_thunk
run_thunk:
        pushl   %ebp
        pushl   %ebx
        pushl   %esi
        pushl   %edi
        movl    %esp, tss + 4
        pushl   $SEL_USER_DATA
        pushl   thunk + 12
        pushl   thunk + 32
        pushl   $SEL_USER_CODE
        pushl   $thunk_code
        movl    thunk, %edi
        movl    thunk + 4, %esi
        movl    thunk + 8, %ebp
        movl    thunk + 16, %ebx
        movl    thunk + 20, %edx
        movl    thunk + 24, %ecx
        movl    thunk + 28, %eax
        iret

from_thunk:                             /* HLT ends it by #GP; anything else is the instruction's own fault */
        popl    thunk
        popl    thunk + 4
        popl    thunk + 8
        addl    $4, %esp
        popl    thunk + 16
        popl    thunk + 20
        popl    thunk + 24
        popl    thunk + 28
        popl    %eax
        incl    %eax
        popl    thunk_error
        popl    %ecx
        addl    $4, %esp
        popl    thunk + 32
        popl    thunk + 12
        addl    $4, %esp
        movl    $guest_end, tss + 4
        cmpl    thunk_end, %ecx
        jne     1f
        xorl    %eax, %eax
1:      popl    %edi
        popl    %esi
        popl    %ebx
        popl    %ebp
        ret

        .section .rodata
        .balign 4
        .globl  entry_points
entry_points:
        .set    v, 0
        .rept   VECTORS
        .altmacro
        .macro  POINTER n
        .long   entry_\n
        .endm
        POINTER %v
        .purgem POINTER
        .set    v, v + 1
        .endr
        .section .note.GNU-stack,"",@progbits
