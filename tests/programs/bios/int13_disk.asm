; INT 13h for the disk 80h: an empty image of 16 MiB.
%include "harness.inc"
BUFFER equ 0xC000

main:   mov ah, 0x08
        mov dl, 0x80
        CALL 0x13
        EXPECT r_flags, CF, 0, "int13 08 carry"
        EXPECT r_eax, 0xFF00, 0, "int13 08 AH"
        EXPECT r_edx, 0xFF, 1, "int13 08 one disk"
        EXPECT r_ecx, 0x3F, 63, "int13 08 sectors"
        EXPECT r_edx, 0xFF00, 0x0F00, "int13 08 heads"
        mov ah, 0x15
        mov dl, 0x80
        CALL 0x13
        EXPECT r_flags, CF, 0, "int13 15 carry"
        EXPECT r_eax, 0xFF00, 0x0300, "int13 15 a disk"
        mov ah, 0x10
        mov dl, 0x80
        CALL 0x13
        EXPECT r_flags, CF, 0, "int13 10 carry"

        mov di, BUFFER
        mov cx, 256
        mov eax, 0x31415926
.fill:  stosd
        ror eax, 5
        loop .fill
        mov ax, 0x0302                  ; cylinder 2, head 3, sector 4: LBA 2*16*63+3*63+3
        mov cx, 0x0204
        mov dx, 0x0380
        mov bx, BUFFER
        CALL 0x13
        EXPECT r_flags, CF, 0, "int13 03 carry"
        EXPECT r_eax, 0xFFFF, 2, "int13 03 AX"
        mov ax, 0x0402
        mov cx, 0x0204
        mov dx, 0x0380
        CALL 0x13
        EXPECT r_flags, CF, 0, "int13 04 carry"
        mov ax, 0x0201
        mov cx, 0x0205
        mov dx, 0x0380
        mov bx, BUFFER + 0x400
        CALL 0x13
        mov eax, [BUFFER + 512]
        sub eax, [BUFFER + 0x400]
        mov [value], eax
        EXPECT value, -1, 0, "int13 02 second sector written"
        mov ax, 0x0201
        mov cx, 0x0040                  ; sector 0
        mov dx, 0x0080
        mov bx, BUFFER + 0x400
        CALL 0x13
        EXPECT r_flags, CF, CF, "int13 02 sector 0: carry"
        mov ax, 0x0201
        mov cx, 0x0001
        mov dx, 0x2080                  ; head 32
        mov bx, BUFFER + 0x400
        CALL 0x13
        EXPECT r_flags, CF, CF, "int13 02 head 32: carry"
        EXPECT r_eax, 0xFF00, 0x0100, "int13 02 head 32: AH"

        mov ah, 0x41
        mov bx, 0x55AA
        mov dl, 0x80
        CALL 0x13
        EXPECT r_flags, CF, 0, "int13 41 carry"
        EXPECT r_ebx, 0xFFFF, 0xAA55, "int13 41 BX"
        EXPECT r_eax, 0xFF00, 0x3000, "int13 41 EDD 3.0"
        EXPECT r_ecx, 5, 5, "int13 41 packets and parameters"
        mov ah, 0x41
        mov bx, 0x1234
        mov dl, 0x80
        CALL 0x13
        mov ax, [r_ebx]
        cmp ax, 0xAA55
        setne [value]
        EXPECT value, 0xFF, 1, "int13 41 wrong BX: no signature"

        mov word [packet + 2], 1
        mov dword [packet + 8], 2208    ; the same sector by LBA
        mov ah, 0x42
        mov dl, 0x80
        mov si, packet
        CALL 0x13
        EXPECT r_flags, CF, 0, "int13 42 carry"
        EXPECT r_eax, 0xFF00, 0, "int13 42 AH"
        EXPECT packet + 2, 0xFFFF, 1, "int13 42 sectors"
        mov si, BUFFER
        mov di, BUFFER + 0x400
        mov cx, 128
        repe cmpsd
        sete [value]
        EXPECT value, 0xFF, 1, "int13 42 reads what 03 wrote"
        mov dword [packet + 8], 32767
        mov ah, 0x42
        mov dl, 0x80
        mov si, packet
        CALL 0x13
        EXPECT r_flags, CF, 0, "int13 42 last sector: carry"
        mov dword [packet + 8], 32768
        mov ah, 0x42
        mov dl, 0x80
        mov si, packet
        CALL 0x13
        EXPECT r_flags, CF, CF, "int13 42 past the end: carry"
        mov dword [packet + 8], 100
        mov word [packet + 2], 1
        mov ax, 0x4300
        mov dl, 0x80
        mov si, packet
        CALL 0x13
        EXPECT r_flags, CF, 0, "int13 43 carry"
        mov ah, 0x44
        mov dl, 0x80
        mov si, packet
        CALL 0x13
        EXPECT r_flags, CF, 0, "int13 44 carry"
        mov ah, 0x47
        mov dl, 0x80
        mov si, packet
        CALL 0x13
        EXPECT r_flags, CF, 0, "int13 47 carry"

        mov word [BUFFER], 26
        mov dword [BUFFER + 26], 0x13572468
        mov ah, 0x48
        mov dl, 0x80
        mov si, BUFFER
        CALL 0x13
        EXPECT r_flags, CF, 0, "int13 48 carry"
        EXPECT BUFFER, 0xFFFF, 26, "int13 48 size"
        EXPECT BUFFER + 16, -1, 32768, "int13 48 total sectors"
        EXPECT BUFFER + 20, -1, 0, "int13 48 total sectors, high"
        EXPECT BUFFER + 24, 0xFFFF, 512, "int13 48 bytes a sector"
        EXPECT BUFFER + 26, -1, 0x13572468, "int13 48 26 bytes, no more"
        mov word [BUFFER], 20
        mov ah, 0x48
        mov dl, 0x80
        mov si, BUFFER
        CALL 0x13
        EXPECT r_flags, CF, CF, "int13 48 small buffer: carry"
        mov ax, 0x0201
        mov cx, 0x0001
        mov dx, 0x0085
        mov bx, BUFFER
        CALL 0x13
        EXPECT r_flags, CF, CF, "int13 02 no such disk: carry"
        EXPECT 0x475, 0xFF, 1, "40:75 one disk"
        jmp done

        align 4
packet  db 16, 0
        dw 1
        dw BUFFER + 0x400, 0
        dq 0
%include "harness_end.inc"
