; Segment registers loaded with selectors before CS, with real-mode values before CS on the way back; pops; strings.
%include "window.inc"
program:
        lgdt [gdtr]
        mov word [0x8010], 0x1111
        PROTECT
        mov ax, SMALL
        mov ds, ax
        mov word [0x20], 0xABCD         ; 8020h
        push word DATA16
        pop es
        mov word [es:0x8024], 0x4321
        mov bx, FLAT
        mov fs, bx
        mov dword [fs:dword 0x150000], 0x600DF00D
        mov eax, [fs:dword 0x150000]
        mov [0x28], eax
        mov si, 0x20
        mov di, 0x8030
        mov cx, 4
        rep movsw
        mov ax, ds
        mov [0x40], ax
        mov ax, SMALL
        mov ss, ax
        mov sp, 0x100
        push eax
        push word 0x7A7A
        pop dx
        jmp CODE16:.p
.p:     mov [0x44], dx
        mov [0x46], sp
        mov ax, DATA16
        mov ss, ax
        mov sp, 0x7000
        UNPROTECT
        mov ax, [0x20]                  ; DS still has the base 8000h
        mov [0x48], ax
        push word 0x800
        pop es                          ; real-mode load: base 8000h
        mov word [es:0x4C], 0x5EED
        mov di, 0x50
        mov al, 0x77
        mov cx, 6
        rep stosb
        jmp 0:.r
.r:     mov ax, [0x20]                  ; a stale DS survives the jump
        mov [0x58], ax
        xor ax, ax
        mov ss, ax
        mov ds, ax
        mov ax, [0x8020]
        mov [0x805C], ax
        DONE
