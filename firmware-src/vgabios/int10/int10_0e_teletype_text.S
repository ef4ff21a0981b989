/*
 * INT 10h AH=0Eh in the text modes: AL = character, written at the cursor of the active page, which moves on. Boot
 * loaders and kernels print everything through here, so it is assembly and does not set up C.
 */
	.code16
	.section .text.teletype, "ax"

	/* offsets from 0040:0000, see bda.h */
	.set BDA_MODE, 0x49
	.set BDA_COLUMNS, 0x4a
	.set BDA_PAGE_START, 0x4e
	.set BDA_CURSOR, 0x50
	.set BDA_ACTIVE_PAGE, 0x62
	.set BDA_CRTC_PORT, 0x63
	.set BDA_LAST_ROW, 0x84

	.globl int10_0e_teletype_text
int10_0e_teletype_text:
	pushw %ds
	pushw %es
	pushw %bx
	pushw %cx
	pushw %dx
	pushw %si
	pushw %di
	pushw %ax
	cld
	movw $0x40, %bx
	movw %bx, %ds
	movw $0xb800, %si
	movb BDA_MODE, %bl
	cmpb $3, %bl
	jbe 1f
	movw $0xb000, %si
	cmpb $7, %bl
	jne leave_to_c
1:	movw %si, %es
	movb BDA_ACTIVE_PAGE, %bl
	xorb %bh, %bh
	addw %bx, %bx
	movw BDA_CURSOR(%bx), %dx       /* DH row, DL column */

	cmpb $0x0d, %al
	ja printable
	je carriage_return
	cmpb $0x0a, %al
	je line_feed
	cmpb $0x08, %al
	je backspace
	cmpb $0x07, %al
	je leave_to_c                   /* the bell */
printable:
	call cell_address
	movb %al, %es:(%di)
	incb %dl
	cmpb BDA_COLUMNS, %dl
	jb move_cursor
	movb $0, %dl
line_feed:
	incb %dh
	cmpb BDA_LAST_ROW, %dh
	jbe move_cursor
	movb BDA_LAST_ROW, %dh
	call scroll_screen
move_cursor:
	movw %dx, BDA_CURSOR(%bx)
	call cell_address
	shrw $1, %di                    /* the CRTC counts characters */
	movw BDA_CRTC_PORT, %dx
	movw %di, %ax
	movb $0x0e, %al                 /* cursor location high is in AH already */
	outw %ax, %dx
	movw %di, %ax
	movb %al, %ah
	movb $0x0f, %al
	outw %ax, %dx
	popw %ax
	popw %di
	popw %si
	popw %dx
	popw %cx
	popw %bx
	popw %es
	popw %ds
	iretw

carriage_return:
	movb $0, %dl
	jmp move_cursor

backspace:
	testb %dl, %dl
	jz move_cursor
	decb %dl
	jmp move_cursor

leave_to_c:
	popw %ax
	popw %di
	popw %si
	popw %dx
	popw %cx
	popw %bx
	popw %es
	popw %ds
	jmp int10_in_c

/* DI = offset of the cell DX in the active page. Changes CX. */
cell_address:
	movw %ax, %cx
	movb BDA_COLUMNS, %al
	mulb %dh
	xchgw %ax, %cx
	movw %dx, %di
	andw $0xff, %di
	addw %cx, %di
	addw %di, %di
	addw BDA_PAGE_START, %di
	ret

/* The active page moves up a row; the new row takes the attribute under the cursor DX. Changes AX, CX, SI, DI. */
scroll_screen:
	call cell_address
	movb %es:1(%di), %ah
	movb $0x20, %al
	pushw %ax
	movw BDA_PAGE_START, %di
	movw BDA_COLUMNS, %si
	movb BDA_LAST_ROW, %al
	xorb %ah, %ah
	pushw %dx
	mulw %si
	popw %dx
	movw %ax, %cx
	shrw $1, %cx                    /* two cells a double word; every text mode has an even number of columns */
	addw %si, %si
	addw %di, %si
	pushw %ds
	pushw %es
	popw %ds
	rep movsl
	popw %ds
	popw %ax
	movw BDA_COLUMNS, %cx
	rep stosw
	ret
