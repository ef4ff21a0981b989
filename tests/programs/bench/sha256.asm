; SHA-256 of 256 KiB, block by block.
%include "bench.inc"
%include "protected.inc"
BLOCKS	equ 12000
	mov dword [blocks], BLOCKS
	mov esi, initial
	mov edi, hash
	mov ecx, 8
	rep movsd
block:	mov esi, 0x100000
	mov edi, schedule
	mov ecx, 16
load:	mov eax, [esi]
	bswap eax
	mov [edi], eax
	add esi, 4
	add edi, 4
	dec ecx
	jnz load
	mov ecx, 48
extend:	mov eax, [edi - 15 * 4]
	mov ebx, eax
	mov edx, eax
	ror eax, 7
	ror ebx, 18
	shr edx, 3
	xor eax, ebx
	xor eax, edx
	mov ebx, [edi - 2 * 4]
	mov edx, ebx
	mov esi, ebx
	ror ebx, 17
	ror edx, 19
	shr esi, 10
	xor ebx, edx
	xor ebx, esi
	add eax, ebx
	add eax, [edi - 16 * 4]
	add eax, [edi - 7 * 4]
	mov [edi], eax
	add edi, 4
	dec ecx
	jnz extend
	mov esi, hash
	mov edi, work
	mov ecx, 8
	rep movsd
	xor ebp, ebp
step:	mov eax, [work + 16]	; e
	mov ebx, eax
	mov ecx, eax
	ror eax, 6
	ror ebx, 11
	ror ecx, 25
	xor eax, ebx
	xor eax, ecx
	mov ebx, [work + 16]
	mov ecx, ebx
	not ecx
	and ebx, [work + 20]
	and ecx, [work + 24]
	xor ebx, ecx
	add eax, ebx
	add eax, [work + 28]
	add eax, [constants + ebp * 4]
	add eax, [schedule + ebp * 4]	; t1
	mov ebx, [work]
	mov ecx, ebx
	mov edx, ebx
	ror ebx, 2
	ror ecx, 13
	ror edx, 22
	xor ebx, ecx
	xor ebx, edx
	mov ecx, [work]
	mov edx, ecx
	mov esi, [work + 4]
	and ecx, esi
	and edx, [work + 8]
	and esi, [work + 8]
	xor ecx, edx
	xor ecx, esi
	add ebx, ecx		; t2
	std
	mov esi, work + 24
	mov edi, work + 28
	mov ecx, 7
	rep movsd
	cld
	add [work + 16], eax
	add eax, ebx
	mov [work], eax
	inc ebp
	cmp ebp, 64
	jb step
	mov ecx, 8
sum:	mov eax, [work + ecx * 4 - 4]
	add [hash + ecx * 4 - 4], eax
	dec ecx
	jnz sum
	dec dword [blocks]
	jnz block
	FINISH
	align 4
initial: dd 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
constants:
	dd 0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5
	dd 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174
	dd 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da
	dd 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967
	dd 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85
	dd 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070
	dd 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3
	dd 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
blocks:	dd 0
hash:	times 8 dd 0
work:	times 8 dd 0
schedule: times 64 dd 0
	FILL
