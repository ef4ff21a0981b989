; INT 10h AH=11h. Expectations: IBM PS/2 BIOS Interface Technical Reference, INT 10h AH=11h; Ralf Brown's Interrupt List.
%define PROGRAM_SECTORS 18
%include "boot.inc"

; font_pointer NAME, BH: checks that the glyphs at ES:BP look like a font: 20h blank, 'H' not, 'I' unlike 'H'
%macro expect_font 3
        mov ax, 0x1130
        mov bh, %2
        int 0x10
        mov bl, %3
        call looks_like_font
        expect %1, ax, 0
%endmacro

test_start:
        print `font functions\n`
        int10 0x0003
        expect_font '1130, BH=2: 8x14', 2, 14
        expect_font '1130, BH=3: 8x8', 3, 8
        expect_font '1130, BH=6: 8x16', 6, 16
        expect '1130: character height', cx, 16
        expect_byte '1130: last row', dl, 24
        mov ax, 0x1130
        mov bh, 3
        int 0x10
        mov [upper], bp
        add word [upper], 128 * 8
        mov [upper + 2], es
        mov ax, 0x1130
        mov bh, 4
        int 0x10
        expect '1130, BH=4: upper half of 8x8', bp, [upper]
        mov ax, 0x1130
        mov bh, 0
        int 0x10
        expect '1130, BH=0: vector 1Fh', bp, [0x1f * 4]
        mov ax, es
        expect '1130, BH=0: its segment', ax, [0x1f * 4 + 2]
        mov ax, 0x1130
        mov bh, 1
        int 0x10
        expect '1130, BH=1: vector 43h', bp, [0x43 * 4]

        ; the font in plane 2 is the 8x16 one
        mov ax, 0x1130
        mov bh, 6
        int 0x10
        add bp, 'R' * 16
        mov si, bp
        call read_plane_2
        call compare_glyph
        expect 'mode 3: the glyph of R is in block 0', ax, 0

        ; a glyph of our own
        push word 0
        pop es
        mov bp, glyph
        int10 0x1100, 0x1000, 1, 'R'
        mov si, glyph
        call read_plane_2
        call compare_glyph
        expect '1100: loaded', ax, 0
        expect '1100: the rows stay', [0x485], 16
        int10 0x1104, 0x0000
        call read_plane_2
        mov si, glyph
        call compare_glyph
        expect_byte '1104: the ROM font is back', al, 16

        ; 50 and 28 rows
        int10 0x1112, 0x0000
        expect_byte '1112: last row', [0x484], 49
        expect '1112: character height', [0x485], 8
        mov al, 9
        call read_crtc
        and al, 0x1f
        expect_byte '1112: CRTC maximum scan line', al, 7
        mov al, 0x12
        call read_crtc
        expect_byte '1112: CRTC vertical display end', al, 0x8f
        int10 0x0200, 0, 0, 0x3100
        int10 0x0e0a, 7
        expect '1112: teletype uses the last row', [0x450], 0x3100
        int10 0x1111, 0x0000
        expect_byte '1111: last row', [0x484], 27
        expect '1111: character height', [0x485], 14
        int10 0x1114, 0x0000
        expect_byte '1114: last row', [0x484], 24
        expect '1114: character height', [0x485], 16

        int10 0x1103, 0x0005
        mov dx, 0x3c4
        mov al, 3
        out dx, al
        inc dx
        in al, dx
        expect_byte '1103: sequencer character map', al, 5
        int10 0x1103, 0x0000

        ; graphics fonts
        int10 0x0012
        int10 0x1123, 0x0000, 0, 60
        expect_byte '1123: rows', [0x484], 59
        expect '1123: character height', [0x485], 8
        mov ax, 0x1130
        mov bh, 3
        int 0x10
        expect '1123: vector 43h', bp, [0x43 * 4]
        int10 0x1122, 0x0002
        expect_byte '1122: 25 rows', [0x484], 24
        expect '1122: character height', [0x485], 14
        int10 0x1124, 0x0002
        expect '1124: character height', [0x485], 16
        push word 0
        pop es
        mov bp, glyph
        int10 0x1121, 0x0003, 16
        expect '1121: vector 43h', [0x43 * 4], glyph
        expect_byte '1121: 43 rows', [0x484], 42
        mov bp, 0x1234
        int10 0x1120
        expect '1120: vector 1Fh', [0x1f * 4], 0x1234
        int10 0x0003
        jmp finish

upper   dw 0, 0
glyph   db 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
plane   times 16 db 0

; AX = 0 if ES:BP with BL lines a glyph is a font. CX, DX kept.
looks_like_font:
        push cx
        push dx
        mov bh, 0
        mov ax, ' '
        mul bx
        mov di, bp
        add di, ax
        mov cx, bx
        mov ax, 1                       ; the blank is not blank
.blank: cmp byte [es:di], 0
        jne .done
        inc di
        loop .blank
        mov ax, 'H'
        mul bx
        mov di, bp
        add di, ax
        mov cx, bx
        mov dx, 0
.some:  mov al, [es:di]
        test al, al
        jz .empty
        inc dx
.empty: inc di
        loop .some
        mov ax, 2                       ; H has not at least 7 lines
        cmp dx, 7
        jb .done
        xor ax, ax
.done:  pop dx
        pop cx
        ret

; AL = register of the CRTC; out AL
read_crtc:
        push dx
        mov dx, 0x3d4
        out dx, al
        inc dx
        in al, dx
        pop dx
        ret

; Copies the glyph of R in block 0 to plane. ES, SI kept.
read_plane_2:
        push es
        push si
        mov dx, 0x3ce
        mov ax, 0x0204
        out dx, ax
        mov ax, 0x0005
        out dx, ax
        mov ax, 0x0406
        out dx, ax
        mov dx, 0x3c4
        mov ax, 0x0704
        out dx, ax
        push word 0xa000
        pop es
        mov si, 'R' * 32
        mov di, plane
        mov cx, 16
.next:  mov al, [es:si]
        mov [di], al
        inc si
        inc di
        loop .next
        mov dx, 0x3c4
        mov ax, 0x0304
        out dx, ax
        mov dx, 0x3ce
        mov ax, 0x0004
        out dx, ax
        mov ax, 0x1005
        out dx, ax
        mov ax, 0x0e06
        out dx, ax
        pop si
        pop es
        ret

; AX = how many of the 16 bytes at ES:SI differ from plane
compare_glyph:
        mov di, plane
        mov cx, 16
        xor ax, ax
.next:  mov bl, [es:si]
        cmp bl, [di]
        je .same
        inc ax
.same:  inc si
        inc di
        loop .next
        ret

        times PROGRAM_SECTORS * 512 - ($ - $$) db 0
