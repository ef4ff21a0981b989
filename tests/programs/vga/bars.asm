; Draws in mode MODE (assembled with -DMODE=...): colored bars by AH=0Ch, the CGA palette by AH=0Bh, a block by AH=06h.
; compare-screens.sh compares the pictures of two video BIOSes. Port E9h says when it is drawn.
        bits 16
        org 0x7c00
        xor ax, ax
        mov ds, ax
        mov ss, ax
        mov sp, 0x7c00
        mov ax, MODE
        int 0x10
        mov ah, 0x0b
        mov bx, 0x0101
        int 0x10
        xor dx, dx
.line:  xor cx, cx
.pixel: mov ax, cx
        shr ax, 3
        and al, 0x7f                    ; no XOR
        mov ah, 0x0c
        mov bh, 0
        int 0x10
        inc cx
        cmp cx, 320
        jb .pixel
        inc dx
        cmp dx, 60
        jb .line
        mov ax, 0x0600
        mov bh, 5
        mov cx, 0x0a02
        mov dx, 0x0c0a
        int 0x10
        mov al, '!'
        out 0xe9, al
.halt:  hlt
        jmp .halt
        times 510 - ($ - $$) db 0
        dw 0xaa55
