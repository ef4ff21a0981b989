; INT and IRET in real mode.
%include "bench.inc"
program:
	mov word [0x80 * 4], handler
	mov word [0x80 * 4 + 2], 0
	mov ecx, 12000000
round:	int 0x80
	dec ecx
	jnz round
	FINISH
handler:
	inc ax
	iret
	FILL
