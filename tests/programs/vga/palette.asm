; INT 10h AH=10h (palette and DAC) and AH=12h (alternate select). Expectations: IBM PS/2 BIOS Interface Technical
; Reference, INT 10h; Ralf Brown's Interrupt List.
%define PROGRAM_SECTORS 20
%include "boot.inc"

test_start:
        print `palette functions\n`
        int10 0x0003

        int10 0x1000, 0x2a05
        int10 0x1007, 0x0005
        expect_byte '1000, 1007: palette register', bh, 0x2a
        int10 0x1001, 0x0700
        int10 0x1008, 0
        expect_byte '1001, 1008: overscan', bh, 7
        push word 0
        pop es
        int10 0x1002, 0, 0, new_palette
        int10 0x1007, 0x000f
        expect_byte '1002: last palette register', bh, 0x1f
        int10 0x1008, 0
        expect_byte '1002: overscan', bh, 0x20
        int10 0x1009, 0, 0, buffer
        expect '1009: first two', [buffer], 0x1110
        expect '1009: last and overscan', [buffer + 15], 0x201f
        int10 0x1003, 0x0000
        int10 0x1007, 0x0010
        and bh, 8
        expect_byte '1003: blink off', bh, 0
        int10 0x1003, 0x0001
        int10 0x1007, 0x0010
        and bh, 8
        expect_byte '1003: blink on', bh, 8

        int10 0x1010, 0x0042, 0x1f2e, 0x3d00
        int10 0x1015, 0x0042, 0, 0
        expect_byte '1015: red', dh, 0x3d
        expect '1015: green and blue', cx, 0x1f2e
        int10 0x1012, 0x0080, 2, new_colors
        int10 0x1015, 0x0081, 0, 0
        expect_byte '1012: red', dh, 4
        expect '1012: green and blue', cx, 0x0506
        int10 0x1017, 0x0080, 2, buffer
        expect '1017: first', [buffer], 0x0201
        expect '1017: last', [buffer + 4], 0x0605
        int10 0x1018, 0x007f
        int10 0x1019, 0
        cmp bl, 0                       ; QEMU has no mask register: it reads as 0
        je .no_mask
        expect_byte '1018, 1019: mask', bl, 0x7f
.no_mask:
        int10 0x1018, 0x00ff

        int10 0x1013, 0x0100
        int10 0x1013, 0x0501
        int10 0x101a, 0
        expect '101A: sixteen pages, page 5', bx, 0x0501
        int10 0x1013, 0x0000
        int10 0x1013, 0x0201
        int10 0x101a, 0
        expect '101A: four pages, page 2', bx, 0x0200
        int10 0x1013, 0x0001

        ; gray of 63, 0, 0: 30 % of it, by whatever rounding
        int10 0x1010, 0x0020, 0x0000, 0x3f00
        int10 0x101b, 0x0020, 1
        int10 0x1015, 0x0020, 0, 0
        sub ch, dh
        sub cl, dh
        expect '101B: green and blue are as red', cx, 0
        sub dh, 18
        cmp dh, 2
        mov ax, 0
        adc ax, 0
        expect '101B: 30 % of red', ax, 1

        ; 12h
        int10 0x1200, 0xff10, 0xffff
        expect '12, BL=10h: color, 256 KiB', bx, 0x0003
        expect_byte '12, BL=10h: switches', cl, 9
        int10 0x1201, 0x0030
        expect_byte '12, BL=30h: answer', al, 0x12
%ifdef OWN      ; SeaBIOS has 400 lines only
        int10 0x0003
        expect '12, BL=30h: 350 lines, character height', [0x485], 14
        int10 0x1200, 0x0030
        int10 0x0003
        expect '12, BL=30h: 200 lines, character height', [0x485], 8
        expect_byte '12, BL=30h: 200 lines, last row', [0x484], 24
%endif
        int10 0x1202, 0x0030
        int10 0x0003
        expect '12, BL=30h: 400 lines, character height', [0x485], 16

        int10 0x1010, 0x0001, 0x0102, 0x0300
        int10 0x1201, 0x0031
        expect_byte '12, BL=31h: answer', al, 0x12
        int10 0x0003
        int10 0x1015, 0x0001, 0, 0
%ifdef OWN      ; the Bochs VGABIOS passes this too, SeaBIOS's loads its palette nevertheless
        expect '12, BL=31h: the mode set left the palette', cx, 0x0102
%endif
        int10 0x1200, 0x0031
        int10 0x0003
        int10 0x1015, 0x0001, 0, 0
        expect '12, BL=31h: the mode set loads the palette', cx, 0x002a

        int10 0x1201, 0x0032
        expect_byte '12, BL=32h: answer', al, 0x12
        mov dx, 0x3cc
        in al, dx
        and al, 2
        expect_byte '12, BL=32h: memory off', al, 0
        int10 0x1200, 0x0032
        mov dx, 0x3cc
        in al, dx
        and al, 2
        expect_byte '12, BL=32h: memory on', al, 2

        int10 0x1200, 0x0033
        expect_byte '12, BL=33h: answer', al, 0x12
        int10 0x0003
        int10 0x1015, 0x0004, 0, 0
        sub ch, dh
        expect_byte '12, BL=33h: the palette is gray', ch, 0
        int10 0x1201, 0x0033
        int10 0x0003
        int10 0x1015, 0x0004, 0, 0
        expect '12, BL=33h: the palette has colors', cx, 0x0000

        int10 0x1201, 0x0034
        expect_byte '12, BL=34h: answer', al, 0x12
        int10 0x0100, 0, 0x0607
        mov dx, 0x3d4
        mov al, 0x0a
        out dx, al
        inc dx
        in al, dx
        expect_byte '12, BL=34h: no emulation, the CRTC has line 6', al, 6
        int10 0x1200, 0x0034
        int10 0x0100, 0, 0x0007
        dec dx
        mov dx, 0x3d4
        mov al, 0x0b
        out dx, al
        inc dx
        in al, dx
        expect_byte '12, BL=34h: emulation, a block is 16 lines', al, 15

        int10 0x1201, 0x0036
        expect_byte '12, BL=36h: answer', al, 0x12
        int10 0x1200, 0x0036
        mov dx, 0x3c4
        mov al, 1
        out dx, al
        inc dx
        in al, dx
        and al, 0x20
        expect_byte '12, BL=36h: refresh on', al, 0
        int10 0x0003
        jmp finish

new_palette db 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, 0x20
new_colors db 1, 2, 3, 4, 5, 6
buffer  times 32 db 0

        times PROGRAM_SECTORS * 512 - ($ - $$) db 0
