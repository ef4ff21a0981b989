; The EDD 3.0 extensions of INT 13h with good and bad packets, and what else a disk answers, for an empty disk of 16 MiB.
%include "harness.inc"
BUFFER equ 0xC000
LAST equ 32767

; AH, blocks, LBA low, LBA high: on the disk 80h; the packet says 16 bytes
%macro EDD 4
        mov byte [packet], 16
        EDD_SIZED %1, %2, %3, %4
%endmacro
%macro EDD_SIZED 4
        mov word [packet + 2], %2
        mov dword [packet + 8], %3
        mov dword [packet + 12], %4
        CALL 0x13, ax, %1 << 8, dl, 0x80, si, packet
%endmacro
%macro DISK 1-3 0x0001, 0x0080  ; AX, CX, DX
        CALL 0x13, ax, %1, cx, %2, dx, %3, bx, BUFFER
%endmacro

main:   mov di, BUFFER
        mov cx, 128
        mov eax, 0x27182818
.fill:  stosd
        ror eax, 3
        loop .fill
        EDD 0x43, 1, LAST, 0
        SUCCEEDS "43 last sector: "
        EXPECT r_eax, 0xFF00, 0, "43 last sector: AH"
        mov di, BUFFER
        mov cx, 128
        xor eax, eax
        rep stosd
        EDD 0x42, 1, LAST, 0
        SUCCEEDS "42 last sector: "
        EXPECT BUFFER, -1, 0x27182818, "43 wrote what 42 reads"
        EDD 0x42, 2, LAST, 0
        EXPECT r_flags, CF, CF, "42 runs over the end: carry"
        EDD 0x42, 1, 0, 1
        EXPECT r_flags, CF, CF, "42 LBA of 33 bits: carry"
        EXPECT packet + 2, 0xFFFF, 0, "42 LBA of 33 bits: no block"
        EDD 0x42, 0, 0, 0
        SUCCEEDS "42 no blocks: "
        EDD 0x42, 127, 0, 0
        SUCCEEDS "42 127 blocks: "
        EXPECT packet + 2, 0xFFFF, 127, "42 127 blocks"
        EDD 0x42, 128, 0, 0
        FAILS "42 128 blocks: ", 0x01
        mov byte [packet], 15
        EDD_SIZED 0x42, 1, 0, 0
        FAILS "42 packet of 15 bytes: ", 0x01
        EDD 0x43, 1, LAST + 1, 0
        EXPECT r_flags, CF, CF, "43 past the end: carry"
        mov word [packet + 2], 1
        mov dword [packet + 8], 5
        CALL 0x13, ax, 0x4307, dl, 0x80, si, packet
        EXPECT r_flags, CF, CF, "43 AL=07h: carry"
        EDD 0x44, 1, LAST, 0
        SUCCEEDS "44 "
        EDD 0x44, 1, LAST + 1, 0
        EXPECT r_flags, CF, CF, "44 past the end: carry"
        EDD 0x47, 1, LAST, 0
        SUCCEEDS "47 "
        EDD 0x47, 1, LAST + 1, 0
        EXPECT r_flags, CF, CF, "47 past the end: carry"
        DISK 0x4500
        SUCCEEDS "45 lock: "
        DISK 0x4600
        EXPECT r_flags, CF, CF, "46 carry"
        EXPECT r_eax, 0xFF00, 0xB200, "46 not removable"
        DISK 0x4900
        SUCCEEDS "49 "
        DISK 0x4E01
        SUCCEEDS "4E 01 "
        EXPECT r_eax, 0xFF, 0, "4E 01 AL"
        DISK 0x4E77
        EXPECT r_flags, CF, CF, "4E 77 carry"

        mov word [BUFFER], 30
        CALL 0x13, ah, 0x48, dl, 0x80, si, BUFFER
        SUCCEEDS "48 30 bytes: "
        EXPECT BUFFER, 0xFFFF, 30, "48 30 bytes"
        mov word [BUFFER], 66
        CALL 0x13, ah, 0x48, dl, 0x80, si, BUFFER
        SUCCEEDS "48 66 bytes: "
        EXPECT BUFFER, 0xFFFF, 66, "48 66 bytes"
        EXPECT BUFFER + 30, 0xFFFF, 0xBEDD, "48 device path: key"
        EXPECT BUFFER + 32, 0xFF, 36, "48 device path: length"
        EXPECT BUFFER + 36, -1, 'PCI ', "48 device path: host bus"
        EXPECT BUFFER + 40, -1, 'ATA ', "48 device path: interface"
        mov si, BUFFER + 30
        mov cx, 36
        xor bl, bl
.sum:   lodsb
        add bl, al
        loop .sum
        mov [value], bl
        EXPECT value, 0xFF, 0, "48 device path: checksum"
        mov word [BUFFER], 25
        CALL 0x13, ah, 0x48, dl, 0x80, si, BUFFER
        EXPECT r_flags, CF, CF, "48 25 bytes: carry"
        CALL 0x13, ah, 0x41, bx, 0x55AA, dl, 0x87
        EXPECT r_flags, CF, CF, "41 no such disk: carry"

        DISK 0x0200
        EXPECT r_flags, CF, CF, "02 no sectors: carry"
        DISK 0x0201, 0x20C1             ; cylinder 800
        EXPECT r_flags, CF, CF, "02 cylinder past the last: carry"
        DISK 0x0100
        EXPECT r_flags, CF, CF, "01 tells the error: carry"
        DISK 0x0000
        SUCCEEDS "00 "
        DISK 0x0100
        EXPECT r_eax, 0xFF00, 0, "01 no error after 00"
        DISK 0x0900
        SUCCEEDS "09 "
        DISK 0x0C00, 0x0501
        SUCCEEDS "0C "
        DISK 0x0C00, 0x20C1
        EXPECT r_flags, CF, CF, "0C cylinder past the last: carry"
        DISK 0x0D00
        SUCCEEDS "0D "
        DISK 0x1100
        SUCCEEDS "11 "
        DISK 0x1400
        SUCCEEDS "14 "
        DISK 0x7700
        FAILS "77 ", 0x01
        DISK 0x0800, 0, 0x0085
        EXPECT r_flags, CF, CF, "08 no such disk: carry"
        DISK 0x1500, 0, 0x0085
        EXPECT r_eax, 0xFF00, 0, "15 no such disk: AH"
        mov byte [0x48E], 0
        int 0x76
        EXPECT 0x48E, 0xFF, 0xFF, "INT 76h notes the disk's interrupt in 40:8E"
        jmp done

        align 4
packet  db 16, 0
        dw 1
        dw BUFFER, 0
        dq 0
%include "harness_end.inc"
