; Sieve of Eratosthenes over 1 MiB, 32-bit.
%include "bench.inc"
%include "protected.inc"
SIZE	equ 1 << 20
	mov ebp, 12
round:	mov edi, 0x100000
	mov ecx, SIZE / 4
	mov eax, 0x01010101
fill:	mov [edi], eax
	add edi, 4
	dec ecx
	jnz fill
	mov esi, 2
next:	cmp byte [0x100000 + esi], 0
	je skip
	lea edi, [esi + esi]
mark:	cmp edi, SIZE
	jae skip
	mov byte [0x100000 + edi], 0
	add edi, esi
	jmp mark
skip:	inc esi
	cmp esi, 1024
	jb next
	dec ebp
	jnz round
	FINISH
	FILL
