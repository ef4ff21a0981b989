/*
 * The window function that ModeInfoBlock points to: a far call with the registers of VBE 4F05h (BH = 0 set, 1 get;
 * BL = window; DX = bank). It answers in DX only and may change AX.
 */
	.code16
	.section .text.vbe_window_call, "ax"
	.globl vbe_window_call
vbe_window_call:
	testb %bl, %bl
	jnz 2f
	pushw %dx
	pushw %dx
	movw $0x1ce, %dx
	movw $5, %ax
	outw %ax, %dx
	incw %dx
	popw %ax
	testb %bh, %bh
	jnz 1f
	outw %ax, %dx
	popw %dx
	lretw
1:	inw %dx, %ax
	addw $2, %sp
	movw %ax, %dx
2:	lretw
