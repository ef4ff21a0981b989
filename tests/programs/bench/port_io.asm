; Port reads and writes: POST port and PIC mask.
%include "bench.inc"
program:
	mov ecx, 20000000
round:	in al, 0x21
	out 0x80, al
	dec ecx
	jnz round
	FINISH
	FILL
