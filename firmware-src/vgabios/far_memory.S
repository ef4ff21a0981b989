/*
 * Bulk moves between segments. Called from C with -mregparm=3: EAX, EDX, ECX, then the stack. 16-bit addressing, so
 * that offsets wrap at 64 KiB instead of faulting.
 */
	.code16
	.section .text.far_memory, "ax"

/* void far_fill8(u32 segment, u32 offset, u32 value, u32 count) */
	.globl far_fill8
far_fill8:
	pushl %edi
	movw %ax, %es
	movw %dx, %di
	movw %cx, %ax
	movw 8(%esp), %cx
	rep stosb
	popl %edi
	retl

/* void far_fill16(u32 segment, u32 offset, u32 value, u32 count) */
	.globl far_fill16
far_fill16:
	pushl %edi
	movw %ax, %es
	movw %dx, %di
	movw %cx, %ax
	movw 8(%esp), %cx
	rep stosw
	popl %edi
	retl

/* void far_copy8(u32 to_segment, u32 to_offset, u32 from_segment, u32 from_offset, u32 count) */
	.globl far_copy8
far_copy8:
	pushl %esi
	pushl %edi
	movw %ax, %es
	movw %dx, %di
	movl 12(%esp), %esi
	movl 16(%esp), %eax
	pushw %ds
	movw %cx, %ds
	movw %ax, %cx
	rep movsb
	popw %ds
	popl %edi
	popl %esi
	retl

/* void far_copy8_down(u32 to_segment, u32 to_offset, u32 from_segment, u32 from_offset, u32 count) */
	.globl far_copy8_down
far_copy8_down:
	pushl %esi
	pushl %edi
	movw %ax, %es
	movw %dx, %di
	movl 12(%esp), %esi
	movl 16(%esp), %eax
	addw %ax, %di
	decw %di
	addw %ax, %si
	decw %si
	pushw %ds
	movw %cx, %ds
	movw %ax, %cx
	std
	rep movsb
	cld
	popw %ds
	popl %edi
	popl %esi
	retl

/* void far_copy(u32 to_segment, u32 to_offset, u32 from_segment, u32 from_offset, u32 count): in double words */
	.globl far_copy
far_copy:
	pushl %esi
	pushl %edi
	movw %ax, %es
	movw %dx, %di
	movl 12(%esp), %esi
	movl 16(%esp), %eax
	pushw %ds
	movw %cx, %ds
	movw %ax, %cx
	shrw $2, %cx
	rep movsl
	movw %ax, %cx
	andw $3, %cx
	rep movsb
	popw %ds
	popl %edi
	popl %esi
	retl
