; INT 15h AH=53h (APM) and AH=C2h (mouse); INT 14h and 17h status.
%include "harness.inc"

main:   mov ax, 0x5300
        xor bx, bx
        CALL 0x15
        EXPECT r_flags, CF, 0, "apm 00 carry"
        EXPECT r_eax, 0xFFFF, 0x0102, "apm 00 version 1.2"
        EXPECT r_ebx, 0xFFFF, 0x504D, "apm 00 signature"
        mov ax, 0x5301
        xor bx, bx
        CALL 0x15
        EXPECT r_flags, CF, 0, "apm 01 carry"
        mov ax, 0x530E
        xor bx, bx
        mov cx, 0x0102
        CALL 0x15
        EXPECT r_flags, CF, 0, "apm 0E carry"
        mov ax, 0x5304
        xor bx, bx
        CALL 0x15
        EXPECT r_flags, CF, 0, "apm 04 carry"

        mov ax, 0xC205
        mov bh, 3
        CALL 0x15
        EXPECT r_flags, CF, 0, "mouse 05 carry"
        EXPECT r_ebx, 0xFFFF, 0x00AA, "mouse 05 BX"
        mov ax, 0xC204
        CALL 0x15
        EXPECT r_flags, CF, 0, "mouse 04 carry"
        EXPECT r_ebx, 0xFF00, 0, "mouse 04 identifier"
        mov ax, 0xC202
        mov bh, 5
        CALL 0x15
        EXPECT r_flags, CF, 0, "mouse 02 carry"
        mov ax, 0xC202
        mov bh, 9
        CALL 0x15
        EXPECT r_flags, CF, CF, "mouse 02 bad rate: carry"
        EXPECT r_eax, 0xFF00, 0x0200, "mouse 02 bad rate: AH"
        mov ax, 0xC203
        mov bh, 2
        CALL 0x15
        EXPECT r_flags, CF, 0, "mouse 03 carry"
        mov ax, 0xC207
        mov bx, handler
        CALL 0x15
        EXPECT r_flags, CF, 0, "mouse 07 carry"
        mov ax, 0xC200
        mov bh, 1
        CALL 0x15
        EXPECT r_flags, CF, 0, "mouse 00 enable: carry"
        mov ax, 0xC206
        mov bh, 0
        CALL 0x15
        EXPECT r_flags, CF, 0, "mouse 06 status: carry"
        EXPECT r_ebx, 0x20, 0x20, "mouse 06 status: enabled"
        EXPECT r_ecx, 0xFF, 2, "mouse 06 resolution"
        EXPECT r_edx, 0xFF, 100, "mouse 06 rate"
        mov ax, 0xC200
        mov bh, 0
        CALL 0x15
        EXPECT r_flags, CF, 0, "mouse 00 disable: carry"
        mov ax, 0xC2FF
        CALL 0x15
        EXPECT r_flags, CF, CF, "mouse FF carry"
        EXPECT r_eax, 0xFF00, 0x0100, "mouse FF AH"

        mov ah, 0x03
        mov dx, 0
        CALL 0x14
        EXPECT r_eax, 0x6000, 0x6000, "int14 03 transmitter empty"
        mov ax, 0x00E3
        mov dx, 0
        CALL 0x14
        EXPECT r_eax, 0x6000, 0x6000, "int14 00 transmitter empty"
        jmp done

handler: retf
%include "harness_end.inc"
