; INT 10h AH=1Ah, 1Bh, 1Ch, and the save pointer table. Expectations: IBM PS/2 BIOS Interface Technical Reference; Ralf
; Brown's Interrupt List, tables 00038 and 00039.
%define PROGRAM_SECTORS 18
%include "boot.inc"

test_start:
        print `state functions\n`
        int10 0x0003

        int10 0x1a00, 0xffff
        expect_byte '1A00: answer', al, 0x1a
        expect '1A00: VGA with color monitor, nothing else', bx, 0x0008
        int10 0x1a01, 0x0007
        int10 0x1a00, 0xffff
        expect '1A01: VGA with monochrome monitor', bx, 0x0007
        int10 0x1a01, 0x0008

        push word 0
        pop es
        mov di, buffer
        int10 0x1b00, 0x0000
        expect_byte '1B: answer', al, 0x1b
%ifdef OWN      ; SeaBIOS's table of modes is another one
        les si, [buffer]
        mov ax, [es:si]
        expect '1B: modes 0 to 7, 0Dh to 0Fh', ax, 0xe0ff
        mov al, [es:si + 2]
        expect_byte '1B: modes 10h to 13h', al, 0x0f
%endif
        les si, [buffer]
        mov al, [es:si + 7]
        expect_byte '1B: 200, 350, 400 lines', al, 7
        expect_byte '1B: mode', [buffer + 0x04], 3
        expect '1B: columns', [buffer + 0x05], 80
        expect '1B: page size', [buffer + 0x07], 0x1000
        expect '1B: CRTC port', [buffer + 0x1e], 0x3d4
%ifdef OWN      ; SeaBIOS and the Bochs VGABIOS give the last row, 24
        expect_byte '1B: rows', [buffer + 0x22], 25
%endif
        expect '1B: character height', [buffer + 0x23], 16
        expect '1B: display combination', [buffer + 0x25], 0x0008
        expect '1B: colors', [buffer + 0x27], 16
        expect_byte '1B: pages', [buffer + 0x29], 8
        expect_byte '1B: 400 lines', [buffer + 0x2a], 2
        expect_byte '1B: 256 KiB', [buffer + 0x31], 3
        int10 0x0013
        push word 0
        pop es
        mov di, buffer
        int10 0x1b00, 0x0000
%ifdef OWN      ; SeaBIOS and the Bochs VGABIOS give those of text modes
        expect '1B: colors of mode 13h', [buffer + 0x27], 256
        expect_byte '1B: pages of mode 13h', [buffer + 0x29], 1
%endif
        int10 0x0003
        mov di, buffer
        int10 0x1b00, 0x0001
        expect '1B: BX = 1 is nothing', bx, 1

        ; 1Ch: what a save took, a restore brings back
        int10 0x1c00, 0, 7
        expect_byte '1C00: answer', al, 0x1c
        cmp bx, 13                      ; 833 bytes at least: DAC and registers
        mov ax, 0
        adc ax, 0
        expect '1C00: size', ax, 0
        int10 0x1c00, 0, 1
        cmp bx, 4
        mov ax, 0
        adc ax, 0
        expect '1C00: size of the hardware part', ax, 1
        int10 0x0200, 0, 0, 0x0a14
        int10 0x1010, 0x0020, 0x1122, 0x3300
        int10 0x1001, 0x0500
        push word 0x3000
        pop es
        int10 0x1c01, 0x0000, 7
        expect_byte '1C01: answer', al, 0x1c
        int10 0x0013
        push word 0x3000
        pop es
        int10 0x1c02, 0x0000, 7
        expect_byte '1C02: answer', al, 0x1c
        int10 0x0f00
        expect '1C02: mode', ax, 0x5003
        expect '1C02: cursor', [0x450], 0x0a14
        int10 0x1015, 0x0020, 0, 0
        expect_byte '1C02: red', dh, 0x33
        expect '1C02: green and blue', cx, 0x1122
        int10 0x1008, 0
        expect_byte '1C02: overscan', bh, 5
        mov dx, 0x3d4
        mov al, 0x0a
        mov ax, 0x0009
        out dx, al
        inc dx
        in al, dx
        expect_byte '1C02: CRTC maximum scan line', al, 0x4f
        mov dx, 0x3ce
        mov al, 6
        out dx, al
        inc dx
        in al, dx
        expect_byte '1C02: graphics controller', al, 0x0e
        mov dx, 0x3c4
        mov al, 4
        out dx, al
        inc dx
        in al, dx
        expect_byte '1C02: sequencer', al, 2

        ; the save pointers lead to the parameter table; its row 18h is mode 3 with 400 lines
        les si, [0x4a8]
        les si, [es:si]
        mov ax, [es:si + 0x18 * 64]
        expect '40:A8: columns and last row of mode 3', ax, 0x1850
        mov ax, [es:si + 0x18 * 64 + 2]
        expect '40:A8: character height of mode 3', ax, 0x0010
        mov al, [es:si + 0x18 * 64 + 9]
        expect_byte '40:A8: miscellaneous output of mode 3', al, 0x67
        mov al, [es:si + 0x1c * 64 + 9]
        expect_byte '40:A8: miscellaneous output of mode 13h', al, 0x63
        jmp finish

buffer  times 64 db 0

        times PROGRAM_SECTORS * 512 - ($ - $$) db 0
