; Fibonacci numbers by recursion.
%include "bench.inc"
%include "protected.inc"
	mov eax, 35
	call fib
	FINISH

fib:	cmp eax, 2
	jb .leaf
	push eax
	dec eax
	call fib
	pop ecx
	push eax
	lea eax, [ecx - 2]
	call fib
	pop ecx
	add eax, ecx
.leaf:	ret
	FILL
