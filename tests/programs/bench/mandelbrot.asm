; Mandelbrot set on the x87, 160 x 100, up to 64 iterations.
%include "bench.inc"
%include "protected.inc"
	mov ebp, 4
picture:
	mov dword [y], -50
row:	mov dword [x], -110
point:	fild dword [x]
	fmul dword [step]
	fild dword [y]
	fmul dword [step]
	fldz
	fldz			; zi zr ci cr
	mov ecx, 64
again:	fld st1
	fmul st0, st0
	fld st1
	fmul st0, st0		; zi2 zr2 zi zr ci cr
	fld st1
	fadd st0, st1
	fcomp dword [four]
	fnstsw ax
	sahf
	ja outside
	fsubp st1, st0		; zr2-zi2 zi zr ci cr
	fadd st0, st4
	fxch st2		; zr zi zr' ci cr
	fmulp st1, st0
	fadd st0, st0
	fadd st0, st2		; zi' zr' ci cr
	dec ecx
	jnz again
	fstp st0
	fstp st0
	jmp counted
outside:
	fstp st0
	fstp st0
	fstp st0
	fstp st0
counted:
	fstp st0
	fstp st0
	inc dword [x]
	cmp dword [x], 50
	jne point
	inc dword [y]
	cmp dword [y], 50
	jne row
	dec ebp
	jnz picture
	FINISH
	align 4
x:	dd 0
y:	dd 0
step:	dd 0.02
four:	dd 4.0
	FILL
