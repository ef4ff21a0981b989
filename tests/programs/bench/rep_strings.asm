; REP MOVSW, STOSW, SCASB and CMPSW over 32 KiB.
%include "bench.inc"
program:
	mov ax, 0x2000
	mov ds, ax
	mov ax, 0x3000
	mov es, ax
	mov bp, 4000
round:	xor si, si
	xor di, di
	mov cx, 0x4000
	rep movsw
	xor si, si
	xor di, di
	mov cx, 0x4000
	repe cmpsw
	xor di, di
	mov cx, 0x4000
	mov ax, bp
	rep stosw
	xor di, di
	mov al, 0
	mov ah, al
	mov cx, 0x4000
	rep stosw
	xor di, di
	mov al, 1
	mov cx, 0x8000
	repne scasb
	dec bp
	jnz round
	FINISH
	FILL
