; Sets each standard mode and prints the adapter's registers, the DAC and the BIOS data area's video part. VgaRegistersTest
; compares the output of different video BIOSes.
%define PROGRAM_SECTORS 8
%include "boot.inc"

test_start:
        mov si, modes
.mode:  lodsb
        cmp al, 0xff
        je near finish
        push si
        mov [mode], al
        mov ah, 0
        int 0x10
        call dump
        pop si
        jmp .mode

mode    db 0
modes   db 0, 1, 2, 3, 4, 5, 6, 7, 0x0d, 0x0e, 0x0f, 0x10, 0x11, 0x12, 0x13, 0xff

; "M13 NAME " before each line
title:  push si
        mov al, 'M'
        call print_char
        mov al, [mode]
        call print_byte
        mov al, ' '
        call print_char
        pop si
        jmp print_text

%macro titled 1
        mov si, %%text
        call title
        jmp %%done
%%text: db %1, ' ', 0
%%done:
%endmacro

; DX = index port, CX = registers
indexed:
        mov bl, 0
.next:  mov al, bl
        out dx, al
        inc dx
        in al, dx
        dec dx
        call print_byte
        mov al, ' '
        call print_char
        inc bl
        loop .next
        jmp print_newline

dump:
        titled 'misc'
        mov dx, 0x3cc
        in al, dx
        call print_byte
        call print_newline
        titled 'sequencer'
        mov dx, 0x3c4
        mov cx, 5
        call indexed
        titled 'crtc'
        mov dx, [0x463]
        mov cx, 25
        call indexed
        titled 'graphics'
        mov dx, 0x3ce
        mov cx, 9
        call indexed
        titled 'attribute'
        mov bl, 0
.attribute:
        mov dx, [0x463]
        add dx, 6
        in al, dx
        mov dx, 0x3c0
        mov al, bl
        out dx, al
        inc dx
        in al, dx
        call print_byte
        mov al, ' '
        call print_char
        inc bl
        cmp bl, 21
        jb .attribute
        mov dx, [0x463]
        add dx, 6
        in al, dx
        mov dx, 0x3c0
        mov al, 0x20
        out dx, al
        call print_newline
        titled 'mask'
        mov dx, 0x3c6
        in al, dx
        call print_byte
        call print_newline
        mov bh, 0
.dac:   titled 'dac'
        mov al, bh
        call print_byte
        mov dx, 0x3c7
        mov al, bh
        out dx, al
        mov dx, 0x3c9
        mov cx, 24
.color: mov al, ' '
        call print_char
        in al, dx
        call print_byte
        loop .color
        call print_newline
        add bh, 8
        jnz .dac
        titled 'bda449'
        mov si, 0x449                   ; without the CGA's registers, which the other BIOSes do not keep
        mov cx, 28
        call bytes
        titled 'bda484'
        mov si, 0x484                   ; without 40:8A, ours an index as IBM's, theirs a code
        mov cx, 6
        call bytes
        titled 'bda410'
        mov si, 0x410
        mov cx, 1
        call bytes
        ; columns, mode, page as AH=0Fh tells them
        titled 'ah0f'
        mov ah, 0x0f
        int 0x10
        call print_word
        mov al, bh
        call print_byte
        jmp print_newline

bytes:  lodsb
        call print_byte
        mov al, ' '
        call print_char
        loop bytes
        jmp print_newline

        times PROGRAM_SECTORS * 512 - ($ - $$) db 0
