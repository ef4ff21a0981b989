; INT 10h AH=00h-0Ah, 0Eh, 0Fh, 13h in the text modes. Expectations: IBM PS/2 BIOS Interface Technical Reference, INT 10h.
%define PROGRAM_SECTORS 20
%include "boot.inc"

test_start:
        print `text functions\n`

        ; 00h, 0Fh
        int10 0x0003
        expect_byte '00: mode in the data area', [0x449], 3
        expect '00: columns', [0x44a], 80
        expect '00: page size', [0x44c], 0x1000
        expect '00: CRTC port', [0x463], 0x3d4
        expect_byte '00: last row', [0x484], 24
        expect '00: character height', [0x485], 16
        expect '00: cursor shape', [0x460], 0x0607
        expect_at '00: first cell is clear', 0xb800, 0, 0x0720
        expect_at '00: last cell is clear', 0xb800, 0x7ffe, 0x0720
        int10 0x0f00, 0xffff
        expect '0F: columns and mode', ax, 0x5003
        expect_byte '0F: page', bh, 0
        push word 0xb800
        pop es
        mov word [es:100], 0x1e41
        int10 0x0083
        expect_at '00: bit 7 keeps the memory', 0xb800, 100, 0x1e41
        int10 0x0f00
        expect '0F: tells bit 7', ax, 0x5083
        int10 0x0001
        expect '00: 40 columns', [0x44a], 40
        expect_at '00: clears', 0xb800, 100, 0x0720
        int10 0x0007
        expect '00: mode 7 CRTC port', [0x463], 0x3b4
        expect_at '00: mode 7 clears B000h', 0xb000, 0, 0x0720
        int10 0x0003

        ; 01h-04h
        int10 0x0100, 0, 0x0407
        expect '01: shape in the data area', [0x460], 0x0407
        int10 0x0200, 0x0000, 0, 0x0b1a
        expect '02: position in the data area', [0x450], 0x0b1a
        int10 0x0300, 0x0000, 0xffff, 0xffff
        expect '03: shape', cx, 0x0407
        expect '03: position', dx, 0x0b1a
        mov dx, 0x3d4
        mov al, 0x0e
        out dx, al
        inc dx
        in al, dx
        mov ah, al
        dec dx
        mov al, 0x0f
        out dx, al
        inc dx
        in al, dx
        expect '02: CRTC cursor location', ax, 11 * 80 + 26
        int10 0x0200, 0x0300, 0, 0x0102
        expect '02: page 3', [0x456], 0x0102
        expect '02: page 0 stays', [0x450], 0x0b1a
        int10 0x0400, 0x1111, 0x2222, 0x3333
        expect_byte '04: no light pen', ah, 0

        ; 05h
        int10 0x0502
        expect '05: page start', [0x44e], 0x2000
        expect_byte '05: page', [0x462], 2
        mov dx, 0x3d4
        mov al, 0x0c
        out dx, al
        inc dx
        in al, dx
        expect_byte '05: CRTC start address', al, 0x10
        int10 0x0f00
        expect_byte '0F: active page', bh, 2
        int10 0x0500

        ; 08h-0Ah
        int10 0x0200, 0, 0, 0x0510
        int10 0x0958, 0x001f, 3
        expect_at '09: first', 0xb800, (5 * 80 + 16) * 2, 0x1f58
        expect_at '09: third', 0xb800, (5 * 80 + 18) * 2, 0x1f58
        expect_at '09: not a fourth', 0xb800, (5 * 80 + 19) * 2, 0x0720
        expect '09: the cursor stays', [0x450], 0x0510
        int10 0x0800
        expect '08: character and attribute', ax, 0x1f58
        int10 0x0a59, 0x004e, 2
        expect_at '0A: keeps the attribute', 0xb800, (5 * 80 + 17) * 2, 0x1f59
        expect_at '0A: count', 0xb800, (5 * 80 + 18) * 2, 0x1f58
        int10 0x0200, 0x0100, 0, 0x0000
        int10 0x0941, 0x0170, 1
        expect_at '09: page 1', 0xb800, 0x1000, 0x7041
        int10 0x0200, 0, 0, 0x044f
        int10 0x0942, 0x0021, 2
        expect_at '09: runs on at the end of a row', 0xb800, 5 * 160, 0x2142

        ; 06h, 07h: rows hold their number
        int10 0x0003
        push word 0xb800
        pop es
        xor di, di
        mov ax, 0x3000
        mov bx, 25
.row:   mov cx, 80
        rep stosw
        inc al
        dec bx
        jnz .row
        int10 0x0602, 0x4e00, 0x050a, 0x0a14    ; rows 5-10, columns 10-20, two up
        expect_at '06: moved', 0xb800, (5 * 80 + 10) * 2, 0x3007
        expect_at '06: last moved', 0xb800, (8 * 80 + 20) * 2, 0x300a
        expect_at '06: cleared', 0xb800, (9 * 80 + 10) * 2, 0x4e20
        expect_at '06: cleared to the corner', 0xb800, (10 * 80 + 20) * 2, 0x4e20
        expect_at '06: left of the window', 0xb800, (5 * 80 + 9) * 2, 0x3005
        expect_at '06: right of the window', 0xb800, (5 * 80 + 21) * 2, 0x3005
        expect_at '06: below the window', 0xb800, (11 * 80 + 10) * 2, 0x300b
        int10 0x0701, 0x1700, 0x0c00, 0x0e4f    ; rows 12-14, whole width, one down
        expect_at '07: moved', 0xb800, 13 * 160, 0x300c
        expect_at '07: last moved', 0xb800, 14 * 160 + 158, 0x300d
        expect_at '07: cleared', 0xb800, 12 * 160, 0x1720
        expect_at '07: above the window', 0xb800, 11 * 160, 0x300b
        expect_at '07: below the window', 0xb800, 15 * 160, 0x300f
        int10 0x0600, 0x2f00, 0x1400, 0x184f
        expect_at '06: AL = 0 clears', 0xb800, 24 * 160 + 158, 0x2f20
        expect_at '06: AL = 0 clears from the top', 0xb800, 20 * 160, 0x2f20

        ; 0Eh
        int10 0x0003
        int10 0x0200, 0, 0, 0x024e
        int10 0x0e41, 0x0007
        int10 0x0e42, 0x0007
        int10 0x0e43, 0x0007
        expect_at '0E: writes', 0xb800, (2 * 80 + 78) * 2, 0x0741
        expect_at '0E: wraps', 0xb800, 3 * 160, 0x0743
        expect '0E: cursor', [0x450], 0x0301
        int10 0x0e0a, 7
        expect '0E: line feed', [0x450], 0x0401
        int10 0x0e08, 7
        expect '0E: backspace', [0x450], 0x0400
        int10 0x0e08, 7
        expect '0E: backspace stops at the edge', [0x450], 0x0400
        int10 0x0200, 0, 0, 0x0b20
        int10 0x0e0d, 7
        expect '0E: carriage return', [0x450], 0x0b00
        push word 0xb800
        pop es
        mov word [es:24 * 160], 0x5e5a
        int10 0x0200, 0, 0, 0x1800
        int10 0x0e0a, 7
        expect '0E: stays on the last row', [0x450], 0x1800
        expect_at '0E: scrolls', 0xb800, 23 * 160, 0x5e5a
%ifdef OWN      ; SeaBIOS takes the attribute from elsewhere
        expect_at '0E: the new row has the attribute at the cursor', 0xb800, 24 * 160 + 158, 0x5e20
%endif
        mov cx, 0x1234
        mov dx, 0x5678
        mov bx, 0x0007
        mov si, 0x9abc
        mov di, 0xdef0
        mov bp, 0x1357
        mov ax, 0x0e51
        int 0x10
        expect '0E: AX', ax, 0x0e51
        expect '0E: BX', bx, 0x0007
        expect '0E: CX', cx, 0x1234
        expect '0E: DX', dx, 0x5678
        expect '0E: SI', si, 0x9abc
        expect '0E: DI', di, 0xdef0
        expect '0E: BP', bp, 0x1357

        ; the upper halves of the registers, ESP's among them, survive
        mov eax, 0x11110300
        mov ebx, 0x22220000
        mov ecx, 0x33330000
        mov edx, 0x44440000
        mov esi, 0x55555555
        mov edi, 0x66666666
        mov ebp, 0x77777777
        int 0x10
        shr eax, 16
        shr ebx, 16
        shr ecx, 16
        shr edx, 16
        expect 'upper half of EAX', ax, 0x1111
        expect 'upper half of EBX', bx, 0x2222
        expect 'upper half of ECX', cx, 0x3333
        expect 'upper half of EDX', dx, 0x4444
        expect 'SI', si, 0x5555
        expect 'DI', di, 0x6666
        expect 'BP', bp, 0x7777
        mov eax, esp
        or esp, 0x12340000
        push ax
        mov ax, 0x0300
        mov bx, 0
        int 0x10
        pop ax
        mov ebx, esp
        shr ebx, 16
        movzx esp, sp
        expect 'upper half of ESP', bx, 0x1234
        mov ax, sp
        expect 'SP', ax, 0x7c00

        ; how much of the caller's stack a call takes
        call stack_use
        print 'stack of 0E: '
        mov ax, [stack_used]
        call print_word
        call print_newline
        mov word [stack_call], 0x0602
        call stack_use
        print 'stack of 06: '
        mov ax, [stack_used]
        call print_word
        call print_newline
        mov word [stack_call], 0x0003
        call stack_use
        print 'stack of 00: '
        mov ax, [stack_used]
        call print_word
        call print_newline
        expect_byte 'a mode set takes less than 256 bytes of stack', [stack_used + 1], 0

        ; 13h
        int10 0x0003
        push word 0
        pop es
        mov bp, .string
        int10 0x1300, 0x001b, 3, 0x0a05
        expect_at '13: characters', 0xb800, (10 * 80 + 5) * 2, 0x1b61
        expect_at '13: last character', 0xb800, (10 * 80 + 7) * 2, 0x1b63
        expect '13: AL = 0 leaves the cursor', [0x450], 0
        mov bp, .string
        int10 0x1301, 0x001c, 3, 0x0b05
        expect '13: AL = 1 moves the cursor', [0x450], 0x0b08
        mov bp, .pairs
        int10 0x1303, 0x0000, 2, 0x0c00
        expect_at '13: AL = 3, attribute of its own', 0xb800, 12 * 160, 0x4178
        expect_at '13: AL = 3, second', 0xb800, 12 * 160 + 2, 0x4279
        expect '13: AL = 3 moves the cursor', [0x450], 0x0c02
        mov bp, .lines
        int10 0x1301, 0x0007, 4, 0x1000
        expect '13: carriage return and line feed', [0x450], 0x1101

        ; a function that is not there
        int10 0x4500, 0x1111, 0x2222, 0x3333
        expect 'unknown function: BX', bx, 0x1111
        expect 'unknown function: CX', cx, 0x2222
        jmp finish

.string db 'abc'
.pairs  db 'x', 0x41, 'y', 0x42
.lines  db 'p', 13, 10, 'q'

stack_call dw 0x0e41
stack_used dw 0

; [stack_used] = bytes of stack that INT 10h with AX = [stack_call] changes, the interrupt's own 6 included
stack_use:
        push es
        push word 0x2000
        pop es
        xor di, di
        mov cx, 0x4000
        mov ax, 0xa5a5
        rep stosw
        mov [.sp], sp
        mov [.ss], ss
        mov ax, 0x2000
        cli
        mov ss, ax
        mov sp, 0x8000
        mov bx, 7
        xor cx, cx
        mov dx, 0x184f
        mov ax, [stack_call]
        int 0x10
        lss sp, [.sp]
        sti
        push word 0x2000
        pop es
        xor di, di
.next:  cmp byte [es:di], 0xa5
        jne .found
        inc di
        jmp .next
.found: mov ax, 0x8000
        sub ax, di
        mov [stack_used], ax
        pop es
        ret
.sp     dw 0
.ss     dw 0

        times PROGRAM_SECTORS * 512 - ($ - $$) db 0
