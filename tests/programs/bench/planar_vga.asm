; Mode 12h: string writes and latched copies, write mode 0 with a bit mask, and write mode 1.
%include "bench.inc"
program:
	mov ax, 0x0012
	int 0x10
	mov ax, 0xA000
	mov es, ax
	mov ds, ax
	mov bp, 200
round:	mov dx, 0x3CE
	mov ax, 0x0005		; write mode 0
	out dx, ax
	mov ax, 0xFF08
	out dx, ax
	xor di, di
	mov cx, 38400 / 2
	mov ax, bp
	rep stosw
	mov ax, 0x5508		; every other pixel
	out dx, ax
	xor di, di
	mov cx, 38400
pixel:	mov al, [di]
	mov [di], cl
	inc di
	loop pixel
	mov ax, 0x0105		; write mode 1: copies all planes
	out dx, ax
	mov si, 80
	xor di, di
	mov cx, 38400 - 80
	rep movsb
	dec bp
	jnz round
	xor ax, ax
	mov ds, ax
	FINISH
	FILL
