; A loop that patches its own immediate.
%include "bench.inc"
program:
	mov ecx, 3000000
round:	inc word [patched + 1]
patched:
	mov ax, 0
	add bx, ax
	dec ecx
	jnz round
	FINISH
	FILL
