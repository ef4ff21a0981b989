/*
 * The two ways in, both by a far call of the BIOS. C runs on the caller's stack with
 *   DS = ES = SS   locals        GS = CS   this ROM's constants        FS   0000h, low memory
 * and an ESP whose upper half is zero, for gcc addresses locals through 32-bit registers. All is put back at the end.
 */
	.code16
	.section .text.entry, "ax"

	.macro CALL_C function
	pushal
	pushw %ds
	pushw %es
	pushw %fs
	pushw %gs
	cld
	movl %esp, %ebx                 /* C keeps EBX */
	movzwl %sp, %esp
	movw %ss, %ax
	movw %ax, %ds
	movw %ax, %es
	xorw %ax, %ax
	movw %ax, %fs
	movw %cs, %ax
	movw %ax, %gs
	calll \function
	movl %ebx, %esp
	popw %gs
	popw %fs
	popw %es
	popw %ds
	popal
	.endm

	.globl init_entry
init_entry:
	CALL_C initialize
	/* PnP BIOS Specification 1.0A, section 3.3: AX bit 5 tells that a device to boot from is attached. */
	movw $0x0020, %ax
	lretw

	.globl boot_entry
boot_entry:
	CALL_C boot
	lretw                           /* back to the BIOS, which tries the next device */
	.section .note.GNU-stack,"",@progbits
