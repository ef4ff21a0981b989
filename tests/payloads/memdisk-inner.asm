; The floppy inside MEMDISK: its boot sector reads its own second sector by INT 13h and prints the text found there.
	bits 16
	org 0x7C00
start:
	xor ax, ax
	mov ds, ax
	mov es, ax
	mov ss, ax
	mov sp, 0x7C00
	mov bx, 0x7E00
	mov ax, 0x0201
	mov cx, 0x0002
	mov dh, 0
	int 0x13
	mov si, failed
	jc print
	mov si, 0x7E00
print:
	lodsb
	or al, al
	jz stop
	mov ah, 0x0E
	mov bx, 7
	int 0x10
	jmp print
stop:
	hlt
	jmp stop
failed:
	db 'memdisk read failed', 0
	times 510 - ($ - $$) db 0
	dw 0xAA55
	db 'hello from memdisk', 13, 10, 0
	times 1024 - ($ - $$) db 0
