; VESA BIOS Extension, INT 10h AX=4F00h-4F0Ah, 4F15h. Expectations: VESA VBE Core Functions Standard 3.0; VESA VBE/DDC.
%define PROGRAM_SECTORS 30
%include "boot.inc"

BUFFER equ 0x2000                       ; segment of what functions write

%macro vbe 1-4 0, 0, 0
        push word BUFFER
        pop es
        xor di, di
        int10 0x4f00 | %1, %2, %3, %4
%endmacro

; expect_buffer NAME, OFFSET, WORD
%macro expect_buffer 3
        expect_at %1, BUFFER, %2, %3
%endmacro

test_start:
        print `VESA functions\n`
        int10 0x0003

        push word BUFFER
        pop es
        mov dword [es:0], 'VBE2'
        vbe 0
        expect '4F00', ax, 0x004f
        expect_buffer '4F00: VE', 0, 'VE'
        expect_buffer '4F00: SA', 2, 'SA'
        push word BUFFER
        pop es
        cmp word [es:4], 0x0200
        mov ax, 0
        adc ax, 0
        expect '4F00: version 2.0 at least', ax, 0
        mov ax, [es:18]
        cmp ax, 64                      ; 64 KiB blocks
        mov ax, 0
        adc ax, 0
        expect '4F00: 4 MiB at least', ax, 0
        ; the list has 101h, 118h, 144h
        lds si, [es:14]
        xor bx, bx
.list:  lodsw
        cmp ax, 0xffff
        je .listed
        cmp ax, 0x101
        jne .not_101
        inc bl
.not_101:
        cmp ax, 0x118
        jne .not_118
        inc bl
.not_118:
        cmp ax, 0x144
        jne .list
        inc bl
        jmp .list
.listed:
        push word 0
        pop ds
        expect '4F00: modes 101h, 118h, 144h are listed', bx, 3

        vbe 1, 0, 0x101
        expect '4F01: 101h', ax, 0x004f
        push word BUFFER
        pop es
        mov ax, [es:0]
        and ax, 0x9b
        expect '4F01: attributes', ax, 0x9b
        expect_buffer '4F01: granularity', 4, 64
        expect_buffer '4F01: window size', 6, 64
        expect_buffer '4F01: window segment', 8, 0xa000
        expect_buffer '4F01: bytes a line', 16, 640
        expect_buffer '4F01: width', 18, 640
        expect_buffer '4F01: height', 20, 480
        expect_buffer '4F01: planes and bits', 24, 0x0801
        push word BUFFER
        pop es
        mov al, [es:27]
        expect_byte '4F01: packed pixels', al, 4
        mov ax, [es:42]
        test ax, ax
        setnz al
        expect_byte '4F01: there is a linear frame buffer', al, 1
        mov eax, [es:40]
        mov [frame_buffer], eax
        vbe 1, 0, 0x117
        expect_buffer '4F01: 117h, red', 31, 0x0b05
        expect_buffer '4F01: 117h, green', 33, 0x0506
        expect_buffer '4F01: 117h, blue', 35, 0x0005
        vbe 1, 0, 0x110
        expect_buffer '4F01: 110h, red', 31, 0x0a05
        expect_buffer '4F01: 110h, unused', 37, 0x0f01
        vbe 1, 0, 0x189
        expect_buffer '4F01: 189h, bytes a line', 16, 1920 * 4
        expect_buffer '4F01: 189h, height', 20, 1200
        expect_buffer '4F01: 189h, unused', 37, 0x1808
        vbe 1, 0, 0x1ff
        expect '4F01: no such mode', ax, 0x014f

        vbe 2, 0x01ff
        expect '4F02: no such mode', ax, 0x014f
        vbe 3
        expect '4F03: mode 3', bx, 3
        vbe 2, 0x0101
        expect '4F02: 101h', ax, 0x004f
        vbe 3
        expect '4F03: 101h', bx, 0x0101

        ; banks: a mark in the first and in the last one
        push word 0xa000
        pop es
        mov word [es:0x10], 0x1234
        vbe 5, 0x0000, 0, 4
        expect '4F05: set', ax, 0x004f
        push word 0xa000
        pop es
        expect_at '4F05: another bank', 0xa000, 0x10, 0
        mov word [es:0x10], 0x5678
        vbe 5, 0x0100, 0, 0xffff
        expect '4F05: get', dx, 4
        vbe 5, 0x0000, 0, 0
        expect_at '4F05: the first bank', 0xa000, 0x10, 0x1234
        vbe 5, 0x0000, 0, 4
        expect_at '4F05: the fourth bank', 0xa000, 0x10, 0x5678
        vbe 5, 0x0001, 0, 1
        expect '4F05: there is no window B', ax, 0x014f
        vbe 1, 0, 0x101
        push word BUFFER
        pop es
        mov bx, 0
        mov dx, 0
        call far [es:12]
        expect_at 'window function', 0xa000, 0x10, 0x1234

        ; scan line length and display start
        vbe 6, 0x0001
        expect '4F06: get', ax, 0x004f
        expect '4F06: bytes', bx, 640
        expect '4F06: pixels', cx, 640
        vbe 6, 0x0000, 1024
        expect '4F06: set', ax, 0x004f
        expect '4F06: bytes after set', bx, 1024
        expect '4F06: pixels after set', cx, 1024
        vbe 7, 0x0000, 8, 100
        expect '4F07: set', ax, 0x004f
        vbe 7, 0x0001, 0xffff, 0xffff
        expect '4F07: first pixel', cx, 8
        expect '4F07: first line', dx, 100
        vbe 7, 0x0000, 0, 0

%ifdef OWN      ; SeaBIOS's has neither 4F09h nor 4F0Ah
        ; the palette, blue first
        push word BUFFER
        pop es
        mov dword [es:0], 0x00112233
        mov dword [es:4], 0x00040506
        vbe 9, 0x0000, 2, 0x40
        expect '4F09: set', ax, 0x004f
        int10 0x1015, 0x0040, 0, 0
        expect_byte '4F09: red', dh, 0x11
        expect '4F09: green and blue', cx, 0x2233
        push word BUFFER
        pop es
        mov dword [es:4], 0
        vbe 9, 0x0001, 2, 0x40
        expect_buffer '4F09: get', 4, 0x0506
%endif
        vbe 8, 0x0001
        expect_byte '4F08: 6 bits', bh, 6
        vbe 8, 0x0800
        expect '4F08: set', ax, 0x004f
        vbe 8, 0x0001
        expect_byte '4F08: 8 bits', bh, 8

        ; 4F04: a saved VESA mode comes back from mode 3
        vbe 6, 0x0000, 800
        vbe 4, 0x0000, 15, 0x0000
        expect '4F04: size', ax, 0x004f
        push word 0x3000
        pop es
        int10 0x4f04, 0x0000, 15, 0x0001
        expect '4F04: save', ax, 0x004f
        int10 0x0003
        push word 0x3000
        pop es
        int10 0x4f04, 0x0000, 15, 0x0002
        expect '4F04: restore', ax, 0x004f
        vbe 3
        expect '4F04: the mode is back', bx, 0x0101
        vbe 6, 0x0001
        expect '4F04: the line length is back', bx, 800

        ; text in a VESA mode
        vbe 2, 0x0103
        int10 0x0200, 0, 0, 0x2250
        expect_byte 'text in 103h: last row', [0x484], 36
        expect 'text in 103h: columns', [0x44a], 100
%ifdef OWN      ; the rest of this group: SeaBIOS's reads no characters here
        int10 0x0947, 0x000e, 1
        int10 0x0800
        expect_byte 'text in 103h: 08 reads G', al, 'G'
        int10 0x0604, 0x0000, 0x0000, 0x2463
        int10 0x0200, 0, 0, 0x1e50
        int10 0x0800
        expect_byte 'text in 103h: scrolled across banks', al, 'G'
        vbe 2, 0x0115
        int10 0x0200, 0, 0, 0x0a0a
        int10 0x0e4b, 0x000c
        int10 0x0200, 0, 0, 0x0a0a
        int10 0x0800
        expect_byte 'text in 115h: 08 reads K', al, 'K'
%endif
        int10 0x0c05, 0, 700, 500
        ; 4-bit mode
        vbe 2, 0x0102
        expect '4F02: 102h', ax, 0x004f
        ; pixels are not checked: QEMU 7.2 leaves chain-4 addressing on after an 8-bit mode
        vbe 6, 0x0001
        expect '102h: bytes a line', bx, 100

        ; the linear frame buffer holds what the window shows
        vbe 2, 0x4118
        expect '4F02: 4118h', ax, 0x004f
        vbe 3
        expect '4F03: bit 14', bx, 0x4118
        vbe 2, 0x0144
        push word 0xa000
        pop es
        mov dword [es:0], 0x00abcdef
        mov esi, [frame_buffer]
        call read_linear
        expect 'linear frame buffer', ax, 0xcdef
        ; bit 15 keeps the memory
        vbe 2, 0x8144
        expect_at '8144h: the memory stays', 0xa000, 0, 0xcdef
        vbe 2, 0x0144
        expect_at '0144h: the memory is cleared', 0xa000, 0, 0
        ; through 4F02h back to text
        vbe 2, 0x0003
        expect '4F02: mode 3', ax, 0x004f
        expect_at '4F02: mode 3 is clear', 0xb800, 0, 0x0720
%ifdef OWN
        vbe 6, 0x0001
        cmp ah, 0
        setne al
        expect_byte '4F06: not in mode 3', al, 1

        ; the protected mode interface
        vbe 0x0a, 0x0000
        expect '4F0A', ax, 0x004f
        mov ax, [es:di]
        cmp ax, cx
        setb al
        expect_byte '4F0A: the set window function lies in the table', al, 1
        vbe 2, 0x0101
        vbe 0x0a, 0x0000
        call call_protected
        vbe 7, 0x0001, 0xffff, 0xffff
        expect '4F0A: set display start, line', dx, 10
        expect '4F0A: set display start, pixel', cx, 16
        vbe 5, 0x0100, 0, 0
        expect '4F0A: set window', dx, 3
        int10 0x1015, 0x0090, 0, 0
        expect '4F0A: set palette', cx, 0x0203

%endif
        ; EDID
%ifdef OWN      ; SeaBIOS's 1.16 reads it from the adapter only if that has one
        vbe 0x15, 0x0001
        expect '4F15: EDID', ax, 0x004f
        push word BUFFER
        pop es
        expect_buffer '4F15: header', 0, 0xff00
        xor si, si
        xor al, al
        mov cx, 128
.sum:   add al, [es:si]
        inc si
        loop .sum
        expect_byte '4F15: checksum', al, 0
%endif
        vbe 0x15, 0x0000
        expect '4F15: capabilities', ax, 0x004f

        vbe 0x7f
        cmp ax, 0x004f
        setne al
        expect_byte 'no such function', al, 1
        int10 0x0003
        jmp finish

frame_buffer dd 0

%include "flat.inc"

; Copies the interface at ES:DI (CX bytes) to 5000:0 and calls its three functions there.
call_protected:
        push ds
        mov si, di
        push es
        pop ds
        push word 0x5000
        pop es
        xor di, di
        rep movsb
        pop ds
        enter_protected .flat
        bits 32
.flat:  mov ax, 0x10
        mov ds, ax
        mov es, ax
        mov ss, ax
        movzx esp, sp
        mov ebx, 0x50000
        movzx edi, word [ebx]
        add edi, ebx
        push ebx
        xor ebx, ebx
        mov edx, 3
        call edi
        mov ebx, 0x50000
        movzx edi, word [ebx + 2]
        add edi, ebx
        xor ebx, ebx
        mov ecx, (640 * 10 + 16) / 4
        xor edx, edx
        call edi
        mov ebx, 0x50000
        movzx esi, word [ebx + 4]
        add esi, ebx
        xor ebx, ebx
        mov ecx, 1
        mov edx, 0x90
        mov edi, colors
        call esi
        pop ebx
        leave_protected
        ret
colors  db 3, 2, 1, 0

        times PROGRAM_SECTORS * 512 - ($ - $$) db 0
