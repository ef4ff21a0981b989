; Sieve of Eratosthenes over 8191 bytes, 16-bit.
%include "bench.inc"
program:
	mov ax, 0x2000
	mov ds, ax
	mov bp, 1500
round:	mov cx, 8191
	xor di, di
fill:	mov byte [di], 1
	inc di
	loop fill
	mov si, 2
next:	cmp byte [si], 0
	je skip
	mov di, si
	add di, si
mark:	cmp di, 8191
	jae skip
	mov byte [di], 0
	add di, si
	jmp mark
skip:	inc si
	cmp si, 4096
	jb next
	dec bp
	jnz round
	FINISH
	FILL
