; INT 13h for the disk 80h: an empty image of 16 MiB.
%include "harness.inc"
BUFFER equ 0xC000

main:   CALL 0x13, ah, 0x08, dl, 0x80
        SUCCEEDS "int13 08 "
        EXPECT r_eax, 0xFF00, 0, "int13 08 AH"
        EXPECT r_edx, 0xFF, 1, "int13 08 one disk"
        EXPECT r_ecx, 0x3F, 63, "int13 08 sectors"
        EXPECT r_edx, 0xFF00, 0x0F00, "int13 08 heads"
        CALL 0x13, ah, 0x15, dl, 0x80
        SUCCEEDS "int13 15 "
        EXPECT r_eax, 0xFF00, 0x0300, "int13 15 a disk"
        CALL 0x13, ah, 0x10, dl, 0x80
        SUCCEEDS "int13 10 "

        mov di, BUFFER
        mov cx, 256
        mov eax, 0x31415926
.fill:  stosd
        ror eax, 5
        loop .fill
        CALL 0x13, ax, 0x0302, cx, 0x0204, dx, 0x0380, bx, BUFFER  ; cylinder 2, head 3, sector 4: LBA 2*16*63+3*63+3
        SUCCEEDS "int13 03 "
        EXPECT r_eax, 0xFFFF, 2, "int13 03 AX"
        CALL 0x13, ax, 0x0402, cx, 0x0204, dx, 0x0380
        SUCCEEDS "int13 04 "
        CALL 0x13, ax, 0x0201, cx, 0x0205, dx, 0x0380, bx, BUFFER + 0x400
        mov eax, [BUFFER + 512]
        sub eax, [BUFFER + 0x400]
        mov [value], eax
        EXPECT value, -1, 0, "int13 02 second sector written"
        CALL 0x13, ax, 0x0201, cx, 0x0040, dx, 0x0080, bx, BUFFER + 0x400  ; sector 0
        EXPECT r_flags, CF, CF, "int13 02 sector 0: carry"
        CALL 0x13, ax, 0x0201, cx, 0x0001, dx, 0x2080, bx, BUFFER + 0x400  ; head 32
        FAILS "int13 02 head 32: ", 0x01

        CALL 0x13, ah, 0x41, bx, 0x55AA, dl, 0x80
        SUCCEEDS "int13 41 "
        EXPECT r_ebx, 0xFFFF, 0xAA55, "int13 41 BX"
        EXPECT r_eax, 0xFF00, 0x3000, "int13 41 EDD 3.0"
        EXPECT r_ecx, 5, 5, "int13 41 packets and parameters"
        CALL 0x13, ah, 0x41, bx, 0x1234, dl, 0x80
        mov ax, [r_ebx]
        cmp ax, 0xAA55
        setne [value]
        EXPECT value, 0xFF, 1, "int13 41 wrong BX: no signature"

        mov word [packet + 2], 1
        mov dword [packet + 8], 2208    ; the same sector by LBA
        CALL 0x13, ah, 0x42, dl, 0x80, si, packet
        SUCCEEDS "int13 42 "
        EXPECT r_eax, 0xFF00, 0, "int13 42 AH"
        EXPECT packet + 2, 0xFFFF, 1, "int13 42 sectors"
        mov si, BUFFER
        mov di, BUFFER + 0x400
        mov cx, 128
        repe cmpsd
        sete [value]
        EXPECT value, 0xFF, 1, "int13 42 reads what 03 wrote"
        mov dword [packet + 8], 32767
        CALL 0x13, ah, 0x42, dl, 0x80, si, packet
        SUCCEEDS "int13 42 last sector: "
        mov dword [packet + 8], 32768
        CALL 0x13, ah, 0x42, dl, 0x80, si, packet
        EXPECT r_flags, CF, CF, "int13 42 past the end: carry"
        mov dword [packet + 8], 100
        mov word [packet + 2], 1
        CALL 0x13, ax, 0x4300, dl, 0x80, si, packet
        SUCCEEDS "int13 43 "
        CALL 0x13, ah, 0x44, dl, 0x80, si, packet
        SUCCEEDS "int13 44 "
        CALL 0x13, ah, 0x47, dl, 0x80, si, packet
        SUCCEEDS "int13 47 "

        mov word [BUFFER], 26
        mov dword [BUFFER + 26], 0x13572468
        CALL 0x13, ah, 0x48, dl, 0x80, si, BUFFER
        SUCCEEDS "int13 48 "
        EXPECT BUFFER, 0xFFFF, 26, "int13 48 size"
        EXPECT BUFFER + 16, -1, 32768, "int13 48 total sectors"
        EXPECT BUFFER + 20, -1, 0, "int13 48 total sectors, high"
        EXPECT BUFFER + 24, 0xFFFF, 512, "int13 48 bytes a sector"
        EXPECT BUFFER + 26, -1, 0x13572468, "int13 48 26 bytes, no more"
        mov word [BUFFER], 20
        CALL 0x13, ah, 0x48, dl, 0x80, si, BUFFER
        EXPECT r_flags, CF, CF, "int13 48 small buffer: carry"
        CALL 0x13, ax, 0x0201, cx, 0x0001, dx, 0x0085, bx, BUFFER
        EXPECT r_flags, CF, CF, "int13 02 no such disk: carry"
        EXPECT 0x475, 0xFF, 1, "40:75 one disk"
        jmp done

        align 4
packet  db 16, 0
        dw 1
        dw BUFFER + 0x400, 0
        dq 0
%include "harness_end.inc"
