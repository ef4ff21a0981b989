; Big real mode: a limit of 4 GiB left in DS and FS by a detour without any far jump; everything above 64 KiB.
%include "window.inc"
program:
        lgdt [gdtr]
        PROTECT
        mov bx, FLAT
        mov ds, bx
        mov es, bx
        mov fs, bx
        UNPROTECT
        xor ax, ax
        mov ds, ax
        mov es, ax
        mov fs, ax
        mov ebx, 0x123450
        mov dword [ebx], 0xDEADBEEF
        add dword [ebx], 1
        inc byte [ebx + 3]
        mov eax, [ebx]
        mov [0x8010], eax
        xchg ax, [ebx + 1]
        mov [0x8014], ax
        cmp dword [ebx], 0
        setb [0x8016]
        test byte [ebx], 0x40
        setnz [0x8017]
        push dword [ebx]
        pop dword [ebx + 0x20]
        mov eax, [fs:ebx + 0x20]
        mov [0x8018], eax
        mov esi, 0x7C00
        mov edi, 0x180000
        mov ecx, 128
        a32 rep movsd
        mov [0x8020], esi
        mov [0x8024], edi
        mov [0x8028], ecx
        mov esi, 0x180000
        mov edi, 0x7C00
        mov ecx, 512
        a32 repe cmpsb
        setz [0x802C]
        mov esi, 0x180002
        a32 lodsw
        mov [0x8030], ax
        std
        mov edi, 0x1FFFFC
        mov ecx, 4
        mov eax, 0x01020304
        a32 rep stosd
        cld
        mov [0x8034], edi
        mov eax, [dword 0x1FFFF0]
        mov [0x8038], eax
        mov ecx, 0x1FFFF0
        fninit
        fild dword [ecx]
        fistp dword [0x8040]
        lgs dx, [ebx]
        mov [0x8044], gs
        bts dword [ebx], 3
        setc [0x8046]
        sti
        mov ecx, 9000                 ; a timer interrupt or two in between
.w:     mov eax, [ebx]
        mov [ebx + 0x40], eax
        dec ecx
        jnz .w
        cli
        mov eax, [ebx + 0x40]
        mov [0x8048], eax
        DONE
