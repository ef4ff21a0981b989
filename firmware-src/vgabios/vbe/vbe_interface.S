/*
 * The protected mode interface (VBE 3.0, "Return VBE Protected Mode Interface"): programs copy it to memory of their own
 * and call its functions near, in 32-bit code. Hence nothing here depends on where it lies.
 */
	.section .text.vbe_interface, "ax"
	.code32
	.globl vbe_interface, vbe_interface_end
vbe_interface:
	.word set_window - vbe_interface
	.word set_display_start - vbe_interface
	.word set_palette - vbe_interface
	.word ports_used - vbe_interface

ports_used:
	.word 0x1ce, 0x1cf, 0x3c8, 0x3c9, 0x3da
	.word 0xffff                    /* end of the ports; no memory follows */
	.word 0xffff

/* 4F05h: BH = 0 set; BL = window; DX = bank */
set_window:
	testw %bx, %bx
	jnz failed
	pushl %edx
	movl $5, %eax
	call write_dispi
	popl %edx
	movw $0x004f, %ax
	ret

/* 4F07h: BL = 0 or 80h; DX:CX = address of the first pixel shown, in double words */
set_display_start:
	pushl %ebx
	pushl %ecx
	pushl %edx
	pushl %esi
	testb $0x7f, %bl
	jnz 1f
	shll $16, %edx
	movw %cx, %dx
	shll $2, %edx
	movl %edx, %ebx                 /* in bytes */
	movl $3, %eax
	call read_dispi                 /* bits a pixel */
	movzwl %ax, %esi
	addl $7, %esi
	shrl $3, %esi
	movl $6, %eax
	call read_dispi
	movzwl %ax, %ecx
	imull %esi, %ecx                /* bytes a line */
	testl %ecx, %ecx
	jz 1f
	movl %ebx, %eax
	xorl %edx, %edx
	divl %ecx                       /* EAX = line, EDX = byte in it */
	pushl %eax
	movl %edx, %eax
	xorl %edx, %edx
	divl %esi
	movl %eax, %edx
	movl $8, %eax
	call write_dispi
	popl %edx
	movl $9, %eax
	call write_dispi
	popl %esi
	popl %edx
	popl %ecx
	popl %ebx
	movw $0x004f, %ax
	ret
1:	popl %esi
	popl %edx
	popl %ecx
	popl %ebx
failed:
	movw $0x014f, %ax
	ret

/* 4F09h: BL = 0 or 80h (in the retrace); CX = count, DX = first, ES:EDI = blue, green, red, unused */
set_palette:
	testb $0x7f, %bl
	jnz failed
	pushl %ecx
	pushl %edx
	pushl %edi
	movl %edx, %eax
	testb $0x80, %bl
	jz 3f
	pushl %eax
	movw $0x3da, %dx
2:	inb %dx, %al
	testb $8, %al
	jz 2b
	popl %eax
3:	movw $0x3c8, %dx
	outb %al, %dx
	incl %edx
	movzwl %cx, %ecx
	jecxz 5f
4:	movb %es:2(%edi), %al
	outb %al, %dx
	movb %es:1(%edi), %al
	outb %al, %dx
	movb %es:(%edi), %al
	outb %al, %dx
	addl $4, %edi
	loop 4b
5:	popl %edi
	popl %edx
	popl %ecx
	movw $0x004f, %ax
	ret

/* EAX = register, DX = value. Changes EAX, EDX. */
write_dispi:
	pushl %edx
	movw $0x1ce, %dx
	outw %ax, %dx
	incl %edx
	popl %eax
	outw %ax, %dx
	ret

/* EAX = register; out AX. Changes EDX. */
read_dispi:
	movw $0x1ce, %dx
	outw %ax, %dx
	incl %edx
	inw %dx, %ax
	ret
vbe_interface_end:
