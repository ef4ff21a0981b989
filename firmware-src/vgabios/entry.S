/*
 * The two ways in: the ROM scan's far call and INT 10h.
 *
 * C runs on the caller's stack. It asks for DS = SS and for an ESP whose upper half is zero (gcc addresses its locals
 * through 32-bit registers); both are put back before the return. The frame layout is struct frame of frame.h.
 */
	.code16
	.section .text.entry, "ax"

	.macro ENTER_C
	pushal
	pushw %ds
	pushw %es
	pushw %fs
	pushw %gs
	cld
	movl %esp, %ebp                 /* keeps the upper half for LEAVE_C */
	movzwl %sp, %esp
	movw %ss, %ax
	movw %ax, %ds
	movw %ax, %es
	xorw %ax, %ax
	movw %ax, %fs
	movw %cs, %ax
	movw %ax, %gs
	movl %esp, %eax
	.endm

	.macro LEAVE_C
	movl %ebp, %esp                 /* C keeps EBP */
	popw %gs
	popw %fs
	popw %es
	popw %ds
	popal
	.endm

	.globl init_entry
init_entry:
	ENTER_C
	calll init_video
	LEAVE_C
	lretw

	.globl int10_entry
int10_entry:
	cmpb $0x0e, %ah
	je int10_0e_teletype_text       /* the fast path; comes back to int10_in_c if it cannot do it */
	.globl int10_in_c
int10_in_c:
	ENTER_C
	pushl 36(%esp)                  /* EAX at the entry, for debuggers: C changes the one in the frame */
	calll int10_dispatch
	LEAVE_C
	iretw
