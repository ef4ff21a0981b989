; INT 10h AH=02h, 03h, 05h, 0Eh and 0Fh with pages, good and bad. Expectations: IBM PS/2 BIOS Interface Technical
; Reference, INT 10h.
%define PROGRAM_SECTORS 8
%include "boot.inc"

test_start:
        print `pages\n`
        int10 0x0003
        int10 0x0200, 0x0200, 0, 0x0102
        int10 0x0200, 0x0700, 0, 0x0304
        int10 0x0300, 0x0200
        expect '03: page 2', dx, 0x0102
        int10 0x0300, 0x0700
        expect '03: page 7', dx, 0x0304
        int10 0x0200, 0x0800, 0, 0x7777
        expect '02: page 8 does not exist: the shape stays', [0x460], 0x0607
        expect_byte '02: page 8 does not exist: the page stays', [0x462], 0
        int10 0x0502
        expect_byte '05: page in the data area', [0x462], 2
        expect '05: start in the data area', [0x44e], 0x2000
        int10 0x0f00, 0x00ff
        expect '0F: columns and mode', ax, 0x5003
        expect_byte '0F: the active page', bh, 2
        expect_byte '0F: BL is kept', bl, 0xff
        int10 0x0e50, 0x0207
        expect_at '0E: the active page', 0xb800, 0x2000 + (80 + 2) * 2, 0x0750
        expect '0E: its cursor', [0x454], 0x0103
        expect '0E: not the cursor of page 0', [0x450], 0x0000
        int10 0x0e51, 0x0207
        expect_at '0E: the next cell', 0xb800, 0x2000 + (80 + 3) * 2, 0x0751
        expect_at '0E: not page 0', 0xb800, (80 + 2) * 2, 0x0720
        int10 0x0e07, 0x0207
        expect '0E: a bell moves no cursor', [0x454], 0x0104
        int10 0x0508
        expect_byte '05: page 8 does not exist: page', [0x462], 2
        expect '05: page 8 does not exist: start', [0x44e], 0x2000
        int10 0x0500
        expect '05: back to page 0', [0x44e], 0
        int10 0x0300, 0x0200
        expect '03: page 2 keeps its cursor', dx, 0x0104
        int10 0x0003
        int10 0x0300, 0x0700
        expect '00: cursors of all pages at home', dx, 0

        ; what each mode tells
        int10 0x0001
        int10 0x0f00
        expect '0F: mode 1', ax, 0x2801
        int10 0x0006
        int10 0x0f00
        expect '0F: mode 6', ax, 0x5006
        int10 0x000d
        int10 0x0f00
        expect '0F: mode 0Dh', ax, 0x280d
        int10 0x0507
        int10 0x0f00
        expect_byte '0F: page 7 of mode 0Dh', bh, 7
        expect '05: start of page 7 of mode 0Dh', [0x44e], 7 * 0x2000
        int10 0x0012
        int10 0x0f00
        expect '0F: mode 12h', ax, 0x5012
        int10 0x0093
        int10 0x0f00
        expect '0F: mode 13h, memory kept', ax, 0x2893
        int10 0x0003
        jmp finish

        times PROGRAM_SECTORS * 512 - ($ - $$) db 0
