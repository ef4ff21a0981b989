; INT 10h characters, pixels, scrolling and strings in the graphics modes. Glyphs are read through vector 43h, so that
; the expectations hold for any font. Expectations: IBM PS/2 BIOS Interface Technical Reference, INT 10h.
%define PROGRAM_SECTORS 24
%include "boot.inc"

; set MODE
%macro set 1
        int10 %1
%endmacro

; expect_pixel NAME, X, Y, COLOR
%macro expect_pixel 4
        push ax
        int10 0x0d00, 0, %2, %3
        expect_byte %1, al, %4
        pop ax
%endmacro

test_start:
        print `graphics functions\n`

        ; mode 13h
        set 0x0013
        expect_byte '13h: mode', [0x449], 0x13
        expect '13h: columns', [0x44a], 40
        expect_byte '13h: last row', [0x484], 24
        expect '13h: character height', [0x485], 8
        int10 0x0c5a, 0, 319, 199
        expect_at '13h: pixel in memory', 0xa000, 319 + 199 * 320 - 1, 0x5a00
        expect_pixel '13h: pixel back', 319, 199, 0x5a
        int10 0x0200, 0, 0, 0x0305
        int10 0x0941, 0x002c, 1
        call compare_13h
        expect '13h: the glyph of A', ax, 0
        int10 0x0800
        expect_byte '13h: 08 reads A', al, 'A'
        int10 0x0601, 0, 0x0000, 0x1827
        int10 0x0200, 0, 0, 0x0205
        int10 0x0800
        expect_byte '13h: scrolled up', al, 'A'
        int10 0x0703, 0, 0x0000, 0x1827
        int10 0x0200, 0, 0, 0x0505
        int10 0x0800
        expect_byte '13h: scrolled down', al, 'A'
        int10 0x0e42, 0x0009
        expect '13h: 0E moves the cursor', [0x450], 0x0506
        int10 0x0200, 0, 0, 0x1827
        int10 0x0e43, 0x0009
        expect '13h: 0E scrolls at the end', [0x450], 0x1800
        int10 0x0200, 0, 0, 0x0405
        int10 0x0800
        expect_byte '13h: 0E scrolled', al, 'B'

        ; mode 12h
        set 0x0012
        expect_byte '12h: last row', [0x484], 29
        expect '12h: character height', [0x485], 16
        int10 0x0c0b, 0, 637, 479
        expect_pixel '12h: pixel back', 637, 479, 0x0b
        expect_pixel '12h: its neighbour is clear', 636, 479, 0
        int10 0x0c89, 0, 637, 479
        expect_pixel '12h: XOR', 637, 479, 2
        int10 0x0200, 0, 0, 0x1c4f
        int10 0x0951, 0x000d, 1
        int10 0x0800
        expect_byte '12h: 08 reads Q', al, 'Q'
        call compare_12h
        expect '12h: the glyph of Q in plane 0', ax, 0
        int10 0x0602, 0x0000, 0x0500, 0x1d4f
        int10 0x0200, 0, 0, 0x1a4f
        int10 0x0800
        expect_byte '12h: scrolled up', al, 'Q'
        int10 0x0600, 0x0600, 0x0000, 0x0101
        expect_pixel '12h: cleared with a color', 15, 31, 6
        expect_pixel '12h: outside of the window', 16, 31, 0
        int10 0x0200, 0, 0, 0x0a0a
        int10 0x0958, 0x0005, 1
        int10 0x0958, 0x0085, 1
        int10 0x0800
        expect_byte '12h: XOR twice leaves a blank, the first of which is 00h', al, 0
        int10 0x0200, 0, 0, 0x1d4f
        int10 0x0e21, 0x000e
        expect '12h: 0E scrolls at the end', [0x450], 0x1d00
        int10 0x0200, 0, 0, 0x1c4f
        int10 0x0800
        expect_byte '12h: 0E scrolled', al, '!'

        ; mode 11h: two colors
        set 0x0011
        int10 0x0c01, 0, 100, 300
        expect_at '11h: pixel in memory', 0xa000, 300 * 80 + 12, 0x0008

        ; mode 10h and 0Dh: pages
        set 0x0010
        expect '10h: character height', [0x485], 14
%ifdef OWN      ; SeaBIOS has one page of pixels
        int10 0x0c07, 0x0100, 8, 1
        int10 0x0d00, 0x0100, 8, 1
        expect_byte '10h: pixel of page 1', al, 7
        expect_pixel '10h: page 0 is clear', 8, 1, 0
        expect_at '10h: page 1 in memory', 0xa000, 0x8000 + 80 + 1, 0x0080
%endif
        set 0x000d
        int10 0x0503
        expect '0Dh: page 3 starts', [0x44e], 0x6000
        mov dx, 0x3d4
        mov al, 0x0c
        out dx, al
        inc dx
        in al, dx
        expect_byte '0Dh: the CRTC shows page 3', al, 0x60

        ; modes 4 and 6
        set 0x0004
        int10 0x0c03, 0, 5, 1
        expect_at '04h: pixel in memory', 0xb800, 0x2001, 0x0030
        expect_pixel '04h: pixel back', 5, 1, 3
        int10 0x0c81, 0, 5, 1
        expect_pixel '04h: XOR', 5, 1, 2
        int10 0x0200, 0, 0, 0x0203
        int10 0x0945, 0x0002, 1
        int10 0x0800
        expect_byte '04h: 08 reads E', al, 'E'
        int10 0x0702, 0, 0x0000, 0x1827
        int10 0x0200, 0, 0, 0x0403
        int10 0x0800
        expect_byte '04h: scrolled down', al, 'E'
        int10 0x0200, 0, 0, 0x0601
        int10 0x0980, 0x0003, 1                 ; the upper half comes from vector 1Fh
        int10 0x0800
        expect_byte '04h: a character of the upper half', al, 0x80
        set 0x0006
        int10 0x0c01, 0, 639, 199
        expect_at '06h: pixel in memory', 0xb800, 0x2000 + 99 * 80 + 78, 0x0100
        expect_pixel '06h: pixel back', 639, 199, 1
        int10 0x0200, 0, 0, 0x114f
        int10 0x0946, 0x0001, 1
        int10 0x0800
        expect_byte '06h: 08 reads F', al, 'F'

        ; 0Bh in mode 4
        set 0x0004
        int10 0x0b00, 0x0104
        int10 0x0b00, 0x0100
        int10 0x1007, 0x0001
        expect_byte '0B: palette 0, color 1 is green', bh, 0x12
        int10 0x0b00, 0x0101
        int10 0x1007, 0x0001
        expect_byte '0B: palette 1, color 1 is cyan', bh, 0x13
        int10 0x0b00, 0x0001
        int10 0x1007, 0x0000
        expect_byte '0B: background', bh, 1
        int10 0x1007, 0x0001
        expect_byte '0B: intensity off', bh, 3

        ; the memory beyond a mode's own pixels stays when bit 7 asks for it
        set 0x0013
        int10 0x0c77, 0, 10, 10
        set 0x0093
        expect_pixel '93h: the memory stays', 10, 10, 0x77
        set 0x0003
        jmp finish

; AX = pixels of the character at row 3, column 5 in mode 13h that differ from the glyph of A in color 2Ch
compare_13h:
        les si, [0x43 * 4]
        add si, 'A' * 8
        mov di, 3 * 8 * 320 + 5 * 8
        mov word [.wrong], 0
        mov bp, 8
.line:  mov bh, [es:si]
        inc si
        push es
        push word 0xa000
        pop es
        mov cx, 8
.pixel: xor al, al
        shl bh, 1
        jnc .clear
        mov al, 0x2c
.clear: cmp al, [es:di]
        je .same
        inc word [.wrong]
.same:  inc di
        loop .pixel
        pop es
        add di, 320 - 8
        dec bp
        jnz .line
        mov ax, [.wrong]
        ret
.wrong  dw 0

; AX = lines of the character at row 28, column 79 in mode 12h whose plane 0 differs from the glyph of Q
compare_12h:
        les si, [0x43 * 4]
        add si, 'Q' * 16
        mov di, 28 * 16 * 80 + 79
        xor ax, ax
        mov cx, 16
.line:  mov bh, [es:si]
        inc si
        push es
        push word 0xa000
        pop es
        cmp bh, [es:di]
        pop es
        je .same
        inc ax
.same:  add di, 80
        loop .line
        ret

        times PROGRAM_SECTORS * 512 - ($ - $$) db 0
