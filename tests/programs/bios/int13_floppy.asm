; INT 13h for the floppy in drive 00h (1.44 MB, this program's own disk).
%include "harness.inc"
BUFFER equ 0xC000

main:   CALL 0x13, ah, 0, dl, 0
        SUCCEEDS "int13 00 "
        EXPECT r_eax, 0xFF00, 0, "int13 00 AH"

        CALL 0x13, ax, 0x0201, cx, 0x0001, dx, 0x0000, bx, BUFFER
        SUCCEEDS "int13 02 first sector: "
        EXPECT r_eax, 0xFFFF, 0x0001, "int13 02 first sector: AX"
        EXPECT BUFFER + 508, 0xFFFF0000, 0xAA550000, "int13 02 first sector: signature"
        EXPECT 0x490, 0xFF, 0x17, "40:90 1.44 MB established, 500 kbit/s"
        EXPECT 0x48F, 0x0F, 0x07, "40:8F drive A: determined, several rates, 80 tracks"
        CALL 0x13, ax, 0x0212, cx, 0x0001, dx, 0x0000, bx, BUFFER
        EXPECT r_eax, 0xFFFF, 0x0012, "int13 02 a track: AX"
        CALL 0x13, ax, 0x0201, cx, 0x4F12, dx, 0x0100, bx, BUFFER
        SUCCEEDS "int13 02 last sector: "
        CALL 0x13, ax, 0x0201, cx, 0x0013, dx, 0x0000, bx, BUFFER
        EXPECT r_flags, CF, CF, "int13 02 sector 19: carry"
        CALL 0x13, ah, 0x01, dl, 0
        mov al, [r_eax + 1]
        test al, al
        setnz [value]
        EXPECT value, 0xFF, 1, "int13 01 tells of the error"
        CALL 0x13, ax, 0x0200, cx, 0x0001, dx, 0x0000, bx, BUFFER
        EXPECT r_flags, CF, CF, "int13 02 no sectors: carry"
        CALL 0x13, ah, 0, dl, 0

        ; write and read back, on the last track
        mov di, BUFFER
        mov cx, 256
        mov eax, 0x5A5A0001
.fill:  stosd
        rol eax, 3
        loop .fill
        CALL 0x13, ax, 0x0302, cx, 0x4F05, dx, 0x0100, bx, BUFFER
        SUCCEEDS "int13 03 "
        EXPECT r_eax, 0xFFFF, 0x0002, "int13 03 AX"
        CALL 0x13, ax, 0x0202, cx, 0x4F05, dx, 0x0100, bx, BUFFER + 0x400
        mov si, BUFFER
        mov di, BUFFER + 0x400
        mov cx, 256
        repe cmpsd
        sete [value]
        EXPECT value, 0xFF, 1, "int13 03 wrote what 02 reads"
        CALL 0x13, ax, 0x0402, cx, 0x4F05, dx, 0x0100
        SUCCEEDS "int13 04 "

        ; format a track, then read what it holds
        mov di, BUFFER
        mov cx, 18
        mov dword [BUFFER + 0x1000], 0x0201004E    ; cylinder 78, head 0, sector 1, 512 bytes
.id:    mov eax, [BUFFER + 0x1000]
        stosd
        add dword [BUFFER + 0x1000], 0x00010000
        loop .id
        CALL 0x13, ax, 0x0512, cx, 0x4E01, dx, 0x0000, bx, BUFFER
        SUCCEEDS "int13 05 "
        CALL 0x13, ax, 0x0201, cx, 0x4E12, dx, 0x0000, bx, BUFFER
        SUCCEEDS "int13 02 after 05: "

        CALL 0x13, ah, 0x08, dl, 0
        SUCCEEDS "int13 08 "
        EXPECT r_ecx, 0xFFFF, 0x4F12, "int13 08 CX"
        EXPECT r_edx, 0xFF00, 0x0100, "int13 08 heads"
        EXPECT r_ebx, 0xFF, 4, "int13 08 type 1.44 MB"
        mov es, [r_es]
        mov di, [r_edi]
        mov al, [es:di + 3]
        mov [value], al
        push word 0
        pop es
        EXPECT value, 0xFF, 2, "int13 08 parameter table: 512 bytes"
        mov es, [r_es]
        mov di, [r_edi]
        mov al, [es:di + 4]
        mov [value], al
        push word 0
        pop es
        EXPECT value, 0xFF, 18, "int13 08 parameter table: sectors"
        CALL 0x13, ah, 0x08, dl, 5
        EXPECT r_ecx, 0xFFFF, 0, "int13 08 no such drive: CX"
        EXPECT r_ebx, 0xFF, 0, "int13 08 no such drive: type"
        CALL 0x13, ah, 0x15, dl, 5
        EXPECT r_eax, 0xFF00, 0, "int13 15 no such drive: AH"
        mov ax, 0x0201                  ; a transfer across 64 KiB
        mov cx, 0x0001
        mov dx, 0x0000
        mov bx, 0x0020                  ; from 0FF10h
        push word 0x0FEF
        pop es
        CALL 0x13
        FAILS "int13 02 across 64 KiB: ", 0x09
        CALL 0x13, ah, 0x16, dl, 0
        SUCCEEDS "int13 16 not changed: "
        EXPECT r_eax, 0xFF00, 0, "int13 16 not changed: AH"
        CALL 0x13, ah, 0x18, cx, 0x4F09, dl, 0  ; 80 tracks of 9 sectors
        SUCCEEDS "int13 18 720 KB: "
        call table_sectors
        EXPECT value, 0xFF, 9, "int13 18 720 KB: parameter table"
        CALL 0x13, ah, 0x18, cx, 0x4F12, dl, 0
        SUCCEEDS "int13 18 1.44 MB: "
        call table_sectors
        EXPECT value, 0xFF, 18, "int13 18 1.44 MB: parameter table"
        CALL 0x13, ah, 0x18, cx, 0x4F0B, dl, 0
        FAILS "int13 18 11 sectors: ", 0x0C
        CALL 0x13, ax, 0x1704, dl, 0
        SUCCEEDS "int13 17 720 KB: "
        EXPECT 0x490, 0xFF, 0x97, "40:90 720 KB established, 250 kbit/s"
        CALL 0x13, ax, 0x1709, dl, 0
        EXPECT r_flags, CF, CF, "int13 17 type 9: carry"
        CALL 0x13, ah, 0x18, cx, 0x4F12, dl, 0
        CALL 0x40, ax, 0x0201, cx, 0x0001, dx, 0x0000, bx, BUFFER  ; INT 40h is what INT 13h was before the disk
        SUCCEEDS "int40 02 "
        EXPECT 0x440, 0xFF, 0x25, "40:40 the motor runs for two seconds"
        mov cx, 0x30
.motor: hlt
        cmp byte [0x440], 0
        je .off
        loop .motor
.off:   EXPECT 0x440, 0xFF, 0, "int08 counts 40:40 down"
        EXPECT 0x43F, 0x0F, 0, "int08 stops the motor"
        CALL 0x13, ah, 0x15, dl, 0
        SUCCEEDS "int13 15 "
        mov al, [r_eax + 1]
        cmp al, 3
        setb [value]
        EXPECT value, 0xFF, 1, "int13 15 a floppy drive"
        CALL 0x13, ax, 0x0201, cx, 0x0001, dx, 0x0005, bx, BUFFER
        EXPECT r_flags, CF, CF, "int13 02 no such drive: carry"
        CALL 0x13, ah, 0x7F, dl, 0
        FAILS "int13 7F ", 0x01
        jmp done

; sectors a track of the parameter table at ES:DI
table_sectors:
        mov es, [r_es]
        mov di, [r_edi]
        mov al, [es:di + 4]
        mov [value], al
        push word 0
        pop es
        ret
%include "harness_end.inc"
