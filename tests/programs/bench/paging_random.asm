; Random accesses to 16 MiB through 4 KiB pages.
%include "bench.inc"
%include "protected.inc"
	mov edi, 0x100000	; page directory, then page tables for 32 MiB
	mov ecx, 8
	mov eax, 0x101007
dirs:	mov [edi], eax
	add eax, 0x1000
	add edi, 4
	dec ecx
	jnz dirs
	mov edi, 0x101000
	mov ecx, 8192
	mov eax, 7
tables:	mov [edi], eax
	add eax, 0x1000
	add edi, 4
	dec ecx
	jnz tables
	mov eax, 0x100000
	mov cr3, eax
	mov eax, cr0
	or eax, 0x80000000
	mov cr0, eax
	jmp short paged
paged:	mov ecx, 10000000
	mov eax, 1
round:	imul eax, eax, 1664525
	add eax, 1013904223
	mov edx, eax
	shr edx, 8
	and edx, 0xFFFFFC
	add [0x800000 + edx], eax
	dec ecx
	jnz round
	FINISH
	FILL
