; INT 10h AH=00h, 0Ch, 0Dh, 0Fh, 11h and 12h in the modes and with the values that the other programs do not use.
; Expectations: IBM PS/2 BIOS Interface Technical Reference, INT 10h.
%define PROGRAM_SECTORS 14
%include "boot.inc"

; mode, columns, last x, last y, a colour; what a pixel of that colour reads as
%macro graphics 5
        int10 %1
        int10 0x0f00
        expect %str(%1), ax, %2 << 8 | %1
        int10 0x0c00 | %5, 0, %3, %4
        int10 0x0d00, 0, %3, %4
        expect_byte %strcat(%str(%1), ' 0D: the last pixel'), al, %5
%if %1 != 0x13                          ; 256 colors leave no bit for it
        int10 0x0c80 | %5, 0, %3, %4    ; again, exclusive-ored
        int10 0x0d00, 0, %3, %4
        expect_byte %strcat(%str(%1), ' 0D: cleared by the same colour'), al, 0
%endif
        int10 0x0d00, 0, %3 - 1, %4
        expect_byte %strcat(%str(%1), ' 0D: its neighbour'), al, 0
%endmacro

test_start:
        print `standard modes\n`
        int10 0x0002
        int10 0x0f00
        expect '2', ax, 0x5002
        expect_at '2: clear', 0xb800, 0, 0x0720
        graphics 0x04, 40, 319, 199, 2
        graphics 0x05, 40, 319, 199, 3
        graphics 0x06, 80, 639, 199, 1
        graphics 0x0d, 40, 319, 199, 9
        graphics 0x0e, 80, 639, 199, 14
        graphics 0x10, 80, 639, 349, 13
        graphics 0x11, 80, 639, 479, 1
        graphics 0x12, 80, 639, 479, 15
        graphics 0x13, 40, 319, 199, 0x5a
        int10 0x0f                      ; monochrome
        int10 0x0f00
        expect '0F', ax, 0x500f
%ifdef OWN      ; SeaBIOS and QEMU take it for a color mode
        expect '0F: CRTC port', [0x463], 0x3b4
%endif
        int10 0x0003

        ; fonts of the ROM in text modes
        int10 0x1111, 0
        expect_byte '1111: rows', [0x484], 24 + 3
        expect '1111: height', [0x485], 14
        int10 0x1112, 0
        expect_byte '1112: rows', [0x484], 49
        expect '1112: height', [0x485], 8
        int10 0x1114, 0
        expect_byte '1114: rows', [0x484], 24
        expect '1114: height', [0x485], 16
        int10 0x1101, 0                 ; loads, but changes no height
        expect '1101: height stays', [0x485], 16
        int10 0x1102, 0
        expect '1102: height stays', [0x485], 16
        int10 0x1104, 0
        int10 0x1130, 0x0600
        expect '1130: height', cx, 16
        expect_byte '1130: rows', dl, 24
        mov ax, es
        cmp ax, 0xc000
        setae al
        expect_byte '1130: in the ROM', al, 1
        mov ax, 0x1130
        mov bx, 0x0300
        int 0x10
        mov al, [es:bp + 'H' * 8]       ; the left stem of an H
        and al, 0xc0
        expect_byte '1130: 8x8 glyph of H', al, 0xc0

        ; alternate select
        int10 0x1200, 0xff10, 0xffff
        expect '1210: color, 256 KiB', bx, 0x0003
        int10 0x12ff, 0x0099
        expect_byte '1299: no such function', al, 0xff
%ifdef OWN      ; SeaBIOS does not check
        int10 0x1205, 0x0030
        expect_byte '1230: 5 is no number of lines', al, 0x05
%endif
        int10 0x1a00
        expect_byte '1A00: done', al, 0x1a
        expect_byte '1A00: VGA with color display', bl, 0x08
%ifdef OWN      ; SeaBIOS does not check
        int10 0x1b00, 0x7777
        cmp al, 0x1b
        setne al
        expect_byte '1B: BX is not 0: not done', al, 1
%endif
        int10 0x1c00, 0, 0x0007
        expect_byte '1C00: done', al, 0x1c
        mov ax, bx
        cmp ax, 1
        setae al
        expect_byte '1C00: blocks of 64 bytes', al, 1
        int10 0x0003
        jmp finish

        times PROGRAM_SECTORS * 512 - ($ - $$) db 0
