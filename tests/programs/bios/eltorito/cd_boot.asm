; INT 13h of a program that was booted from a CD-ROM (El Torito specification 1.0, 4. and 5.): MEDIA is 0 without
; emulation, 2 as a floppy of 1.44 MB, 4 as a disk of CYLINDERS. The last sector of the image is filled with 5Ah, the
; second sector of the real floppy with A1h, that of the real disk with B2h.
%if MEDIA = 4
%define PER_TRACK 63
%define HEADS 16
%define IMAGE_DRIVE 0x80
%define LAST_CX ((CYLINDERS - 1) << 8 | PER_TRACK)
%define IMAGE_SECTORS CYLINDERS * HEADS * PER_TRACK
%elif MEDIA = 2
%define IMAGE_DRIVE 0x00
%define LAST_CX 0x4F12
%define IMAGE_SECTORS 2880
%else
%define LOADED
%endif
%include "../harness.inc"
BUFFER equ 0xC000
CD equ 0xE0

; Whether the sector at BUFFER is filled with AL
%macro FILLED 2
        mov al, %1
        mov di, BUFFER
        mov cx, 512
        repe scasb
        sete [value]
        EXPECT value, 0xFF, 1, %2
%endmacro

main:   CALL 0x13, ax, 0x4B01, dl, [boot_drive], si, packet
        SUCCEEDS "4B01 "
        EXPECT packet, 0xFF, 0x13, "4B01 size of the packet"
        EXPECT packet + 1, 0x0F, MEDIA, "4B01 media type"
        mov al, [boot_drive]
        sub al, [packet + 2]
        mov [value], al
        EXPECT value, 0xFF, 0, "4B01 drive number"
        EXPECT packet + 10, 0xFFFF, 0, "4B01 no buffer segment"
        CALL 0x13, ax, 0x4B7E, dl, [boot_drive], si, packet
        EXPECT r_flags, CF, CF, "4B7E carry"

%if MEDIA = 0
        mov al, [boot_drive]
        cmp al, 0x81
        setae [value]
        EXPECT value, 0xFF, 1, "boot drive number"
%else
        EXPECT boot_drive, 0xFF, IMAGE_DRIVE, "boot drive number"
        EXPECT packet + 17, 0x3F, PER_TRACK, "4B01 sectors a track"
        CALL 0x13, ax, 0x0201, cx, LAST_CX, dx, (HEADS - 1) << 8 | IMAGE_DRIVE, bx, BUFFER
        SUCCEEDS "02 last sector of the image: "
        EXPECT r_eax, 0xFFFF, 1, "02 last sector of the image: AX"
        FILLED 0x5A, "02 last sector of the image: contents"
        mov ax, 0x0205                  ; across sectors of the CD
        mov cx, LAST_CX - 4
        mov dx, (HEADS - 1) << 8 | IMAGE_DRIVE
        mov bx, BUFFER - 4 * 512
        CALL 0x13
        EXPECT r_eax, 0xFFFF, 5, "02 five sectors: AX"
        FILLED 0x5A, "02 five sectors: the last one"
        CALL 0x13, ax, 0x0201, cx, LAST_CX + 1, dx, IMAGE_DRIVE, bx, BUFFER
        EXPECT r_flags, CF, CF, "02 sector past the track: carry"
        CALL 0x13, ax, 0x0201, cx, 1, dx, HEADS << 8 | IMAGE_DRIVE, bx, BUFFER
        EXPECT r_flags, CF, CF, "02 head past the last: carry"
        CALL 0x13, ax, 0x0401, cx, LAST_CX, dx, (HEADS - 1) << 8 | IMAGE_DRIVE
        SUCCEEDS "04 "
        CALL 0x13, ax, 0x0301, cx, 2, dx, IMAGE_DRIVE, bx, BUFFER
        EXPECT r_flags, CF, CF, "03 carry"
        EXPECT r_eax, 0xFF00, 0x0300, "03 write protected"
        CALL 0x13, ah, 0x01, dl, IMAGE_DRIVE
        EXPECT r_eax, 0xFF00, 0x0300, "01 tells the error"
        CALL 0x13, ah, 0x00, dl, IMAGE_DRIVE
        SUCCEEDS "00 "
        CALL 0x13, ah, 0x08, dl, IMAGE_DRIVE
        SUCCEEDS "08 "
        EXPECT r_ecx, 0xFFFF, LAST_CX, "08 CX"
        EXPECT r_edx, 0xFF00, (HEADS - 1) << 8, "08 heads"
        EXPECT r_edx, 0xFF, 2, "08 two drives of this kind"
        CALL 0x13, ah, 0x08, dl, IMAGE_DRIVE + 1
        EXPECT r_edx, 0xFF, 2, "08 two drives, says the other one too"
        CALL 0x13, ah, 0x15, dl, IMAGE_DRIVE
        SUCCEEDS "15 "
        mov al, [r_eax + 1]
        test al, al
        setnz [value]
        EXPECT value, 0xFF, 1, "15 there is a drive"
%if MEDIA = 4
        EXPECT r_ecx, 0xFFFF, 0, "15 sectors, high word"
        EXPECT r_edx, 0xFFFF, IMAGE_SECTORS, "15 sectors"
%endif
        CALL 0x13, ah, 0x77, dl, IMAGE_DRIVE
        FAILS "77 ", 0x01
%if MEDIA = 4
        EXPECT 0x475, 0xFF, 2, "40:75 two disks"
%else
        EXPECT 0x410, 0xC1, 0x41, "40:10 two floppy drives"
%endif
        CALL 0x13, ax, 0x0201, cx, 2, dx, IMAGE_DRIVE + 1, bx, BUFFER  ; the real drive has moved up
        SUCCEEDS "02 real drive behind the image: "
        EXPECT r_edx, 0xFF, IMAGE_DRIVE + 1, "02 real drive behind the image: DL is kept"
%if MEDIA = 4
        FILLED 0xB2, "02 real drive behind the image: contents"
%else
        FILLED 0xA1, "02 real drive behind the image: contents"
%endif
        CALL 0x13, ax, 0x4B00, dl, IMAGE_DRIVE, si, packet
        SUCCEEDS "4B00 "
%endif

        CALL 0x13, ax, 0x0201, cx, 2, dx, 0x0000, bx, BUFFER  ; no emulation (any more)
        FILLED 0xA1, "02 drive 00h is the real floppy"
        CALL 0x13, ax, 0x0201, cx, 2, dx, 0x0080, bx, BUFFER
        FILLED 0xB2, "02 drive 80h is the real disk"
        EXPECT 0x475, 0xFF, 1, "40:75 one disk without emulation"
        EXPECT 0x410, 0xC1, 0x01, "40:10 one floppy drive without emulation"
        CALL 0x13, ax, 0x0201, cx, 2, dx, 0x0081, bx, BUFFER
        EXPECT r_flags, CF, CF, "02 no drive 81h without emulation: carry"

        ; the CD-ROM drive itself, by sectors of 2,048 bytes
        CALL 0x13, ah, 0x41, bx, 0x55AA, dl, CD
        SUCCEEDS "cd 41 "
        EXPECT r_ebx, 0xFFFF, 0xAA55, "cd 41 BX"
        EXPECT r_ecx, 1, 1, "cd 41 packets"
        CALL 0x13, ah, 0x42, dl, CD, si, address
        SUCCEEDS "cd 42 "
        EXPECT r_eax, 0xFF00, 0, "cd 42 AH"
        EXPECT address + 2, 0xFFFF, 1, "cd 42 blocks"
        EXPECT BUFFER, -1, 0x30444301, "cd 42 volume descriptor"
        mov word [BUFFER], 26
        CALL 0x13, ah, 0x48, dl, CD, si, BUFFER
        SUCCEEDS "cd 48 "
        EXPECT BUFFER + 24, 0xFFFF, 2048, "cd 48 bytes a sector"
        EXPECT BUFFER + 2, 4, 4, "cd 48 removable"
        mov dword [address + 8], 0x7FFFFFFF
        mov word [address + 2], 1
        CALL 0x13, ah, 0x42, dl, CD, si, address
        EXPECT r_flags, CF, CF, "cd 42 past the end: carry"
        EXPECT address + 2, 0xFFFF, 0, "cd 42 past the end: blocks"
        mov dword [address + 8], 16
        mov word [address + 2], 1
        CALL 0x13, ax, 0x4300, dl, CD, si, address
        EXPECT r_flags, CF, CF, "cd 43 carry"
        EXPECT r_eax, 0xFF00, 0x0300, "cd 43 write protected"
        CALL 0x13, ax, 0x4502, dl, CD
        SUCCEEDS "cd 45 status: "
        EXPECT r_eax, 0xFF, 0, "cd 45 status: not locked"
        CALL 0x13, ax, 0x4500, dl, CD
        EXPECT r_eax, 0xFFFF, 0x0001, "cd 45 locked"
        CALL 0x13, ax, 0x4600, dl, CD
        FAILS "cd 46 while locked: ", 0xB1
        CALL 0x13, ax, 0x4501, dl, CD
        EXPECT r_eax, 0xFFFF, 0x0000, "cd 45 unlocked"
        CALL 0x13, ah, 0x49, dl, CD
        SUCCEEDS "cd 49 "
        CALL 0x13, ah, 0x15, dl, CD
        SUCCEEDS "cd 15 "
        CALL 0x13, ax, 0x0201, cx, 1, dx, CD, bx, BUFFER
        EXPECT r_flags, CF, CF, "cd 02 carry"
        CALL 0x13, ax, 0x4600, dl, CD
        SUCCEEDS "cd 46 "
        mov word [address + 2], 1
        CALL 0x13, ah, 0x42, dl, CD, si, address
        EXPECT r_flags, CF, CF, "cd 42 with the medium out: carry"
        jmp done

        align 4
packet  times 20 db 0
address db 16, 0
        dw 1
        dw BUFFER, 0
        dq 16
%include "../harness_end.inc"
%if MEDIA != 0
        times IMAGE_SECTORS * 512 - 512 - ($ - $$) db 0
        times 512 db 0x5A
%endif
