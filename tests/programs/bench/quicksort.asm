; Quicksort of 64 Ki pseudo-random words, recursive.
%include "bench.inc"
%include "protected.inc"
COUNT	equ 65536
BASE	equ 0x100000
	mov ebp, 12
round:	mov ecx, COUNT
	mov edi, BASE
	mov eax, ebp
make:	imul eax, eax, 1664525
	add eax, 1013904223
	mov [edi], eax
	add edi, 4
	dec ecx
	jnz make
	mov esi, BASE
	mov edi, BASE + 4 * (COUNT - 1)
	call sort
	dec ebp
	jnz round
	FINISH

sort:	cmp esi, edi		; words from ESI to EDI, both included
	jae .done
	push esi
	push edi
	mov eax, esi
	add eax, edi
	shr eax, 1
	and al, 0xFC
	mov edx, [eax]
.split:	cmp [esi], edx
	jae .right
	add esi, 4
	jmp .split
.right:	cmp [edi], edx
	jbe .both
	sub edi, 4
	jmp .right
.both:	cmp esi, edi
	ja .parts
	mov eax, [esi]
	mov ecx, [edi]
	mov [edi], eax
	mov [esi], ecx
	add esi, 4
	sub edi, 4
	cmp esi, edi
	jbe .split
.parts:	mov eax, esi
	pop ecx			; last of all
	pop esi			; first of all
	push ecx
	push eax
	call sort
	pop esi
	pop edi
	call sort
.done:	ret
	FILL
