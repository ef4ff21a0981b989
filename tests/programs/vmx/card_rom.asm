; Expansion ROM of a PCI card, UNITS x 512 bytes: its initialisation writes to the debug console where it lies and the
; dword at D0008h, "card ROM at SSSS DDDDDDDD".
        bits 16
        org 0
        db 0x55, 0xAA, UNITS
        jmp init
        times 0x18 - ($ - $$) db 0
        dw pcir
        times 0x1C - ($ - $$) db 0
pcir:   db "PCIR"
        dw 0x8086, 0x100E               ; vendor, device
        dw 0, 0x18                      ; VPD, length of this structure
        db 0, 0, 0, 2                   ; revision, class
        dw UNITS, 0
        db 0, 0x80                      ; for the PC; the last image
        dw 0

init:   pushad
        push ds
        mov si, text
.t:     cs lodsb
        out 0xE9, al
        cmp al, ' '
        jne .t
        dec byte [cs:spaces]
        jnz .t
        mov dx, cs
        shl edx, 16
        mov cx, 4
        call hex
        mov al, ' '
        out 0xE9, al
        mov ax, 0xD000
        mov ds, ax
        mov edx, [8]
        mov cx, 8
        call hex
        mov al, 10
        out 0xE9, al
        pop ds
        popad
        retf
; CX digits of EDX from the top
hex:    rol edx, 4
        mov al, dl
        and al, 15
        add al, '0'
        cmp al, '9'
        jbe .d
        add al, 7
.d:     out 0xE9, al
        loop hex
        ret
text:   db "card ROM at "
spaces: db 3
        times UNITS * 512 - ($ - $$) db 0
