; The BIOS's teletype function, which scrolls.
%include "bench.inc"
program:
	mov bp, 1200
round:	mov cx, 78
	mov ax, 0x0E41
line:	mov bx, 7
	mov ax, 0x0E41
	int 0x10
	loop line
	mov ax, 0x0E0D
	int 0x10
	mov ax, 0x0E0A
	int 0x10
	dec bp
	jnz round
	FINISH
	FILL
