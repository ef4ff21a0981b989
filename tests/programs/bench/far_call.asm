; Far calls and returns in real mode.
%include "bench.inc"
program:
	mov ecx, 40000000
round:	call 0x07E0:(routine - 0x7E00)
	dec ecx
	jnz round
	FINISH
routine:
	inc ax
	retf
	FILL
