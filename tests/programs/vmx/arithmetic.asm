; Arithmetic, calls, loops, 32-bit operands, memory operands between MOV CR0 and the far jump, both ways.
%include "window.inc"
program:
        lgdt [gdtr]
        PROTECT
        mov ecx, 0x12345678
        mov [0x8010], ecx
        add dword [0x8010], 0x11111111
        rol dword [0x8010], 5
        mov ax, 0x1234
        mov bx, 0x5678
        mul bx
        mov [0x8014], ax
        mov [0x8016], dx
        mov bx, 0x7777
        div bx
        mov [0x8018], ax
        mov [0x801A], dx
        call .sub
        mov cx, 5
.l:     add word [0x801C], cx
        loop .l
        imul esi, ecx, 7
        bts dword [0x8020], 35
        mov si, 0x8010
        lea di, [si + 0x30]
        movzx ebx, byte [si]
        xadd [di], ebx
        bswap ebx
        mov [0x8044], ebx
        xlatb
        mov bx, 0x8010
        mov al, 3
        xlatb
        mov [0x8048], al
        jmp CODE16:.p
.sub:   push word 0x55AA
        pop word [0x8008]
        setc [0x800A]
        ret
.p:     mov word [0x8060], 0x16
        UNPROTECT
        mov edx, 0xCAFEBABE
        shld [0x8064], edx, 12
        neg dword [0x8064]
        call .sub
        sub dword [0x8064], 99
        sbb word [0x8068], 3
        jmp 0:.r
.r:     mov word [0x8070], 0x99
        DONE
