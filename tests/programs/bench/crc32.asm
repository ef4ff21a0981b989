; CRC-32 bit by bit over 64 KiB.
%include "bench.inc"
%include "protected.inc"
	mov ebp, 100
round:	mov ecx, 65536
	mov esi, 0x100000
	mov eax, -1
byte_:	movzx edx, byte [esi]
	xor eax, edx
	mov ebx, 8
bit_:	shr eax, 1
	jnc even_
	xor eax, 0xEDB88320
even_:	dec ebx
	jnz bit_
	inc esi
	dec ecx
	jnz byte_
	dec ebp
	jnz round
	FINISH
	FILL
