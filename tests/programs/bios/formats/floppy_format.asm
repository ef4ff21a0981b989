; INT 13h on a floppy of TRACKS, HEADS, PER_TRACK, whose last sector is filled with 5Ah. The drive has DRIVE_SECTORS
; sectors on each of DRIVE_TRACKS at most.
%include "../harness.inc"
BUFFER equ 0xC000
LAST_TRACK equ TRACKS - 1
SIDE equ (HEADS - 1) << 8

main:   mov ax, 0x0201
        mov cx, LAST_TRACK << 8 | PER_TRACK
        mov dx, SIDE
        mov bx, BUFFER
        CALL 0x13
        EXPECT r_flags, CF, 0, "02 last sector: carry"
        EXPECT r_eax, 0xFFFF, 1, "02 last sector: AX"
        mov al, 0x5A
        mov di, BUFFER
        mov cx, 512
        repe scasb
        sete [value]
        EXPECT value, 0xFF, 1, "02 last sector: its contents"
        mov ax, 0x0201                  ; one past the last
        mov cx, LAST_TRACK << 8 | (PER_TRACK + 1)
        mov dx, SIDE
        mov bx, BUFFER
        CALL 0x13
        EXPECT r_flags, CF, CF, "02 past the last sector: carry"
        EXPECT r_eax, 0xFF00, 0x0400, "02 past the last sector: AH"
%if HEADS = 1
        mov ax, 0x0201
        mov cx, 1
        mov dx, 0x0100
        mov bx, BUFFER
        CALL 0x13
        EXPECT r_flags, CF, CF, "02 other side: carry"
%endif
        mov ah, 0x00
        mov dl, 0
        CALL 0x13
        EXPECT r_flags, CF, 0, "00 carry"

        mov ax, 0x0200 | PER_TRACK      ; a whole track
        mov cx, 0x0001
        mov dx, 0x0000
        mov bx, BUFFER - 512 * PER_TRACK / 2 & 0xF000
        CALL 0x13
        EXPECT r_flags, CF, 0, "02 a track: carry"
        EXPECT r_eax, 0xFFFF, PER_TRACK, "02 a track: AX"
        mov ax, 0x0400 | PER_TRACK
        mov cx, LAST_TRACK << 8 | 1
        mov dx, SIDE
        mov bx, BUFFER
        CALL 0x13
        EXPECT r_flags, CF, 0, "04 a track: carry"
        EXPECT r_eax, 0xFFFF, PER_TRACK, "04 a track: AX"
        mov ax, 0x0401
        mov cx, LAST_TRACK << 8 | (PER_TRACK + 1)
        mov dx, SIDE
        mov bx, BUFFER
        CALL 0x13
        EXPECT r_flags, CF, CF, "04 past the last sector: carry"

        mov di, BUFFER                  ; write and read back
        mov cx, 128
        mov eax, 0x31415926
.fill:  stosd
        rol eax, 7
        loop .fill
        mov ax, 0x0301
        mov cx, LAST_TRACK << 8 | PER_TRACK
        mov dx, SIDE
        mov bx, BUFFER
        CALL 0x13
        EXPECT r_flags, CF, 0, "03 last sector: carry"
        EXPECT r_eax, 0xFFFF, 1, "03 last sector: AX"
        mov ax, 0x0201
        mov cx, LAST_TRACK << 8 | PER_TRACK
        mov dx, SIDE
        mov bx, BUFFER + 512
        CALL 0x13
        mov si, BUFFER
        mov di, BUFFER + 512
        mov cx, 128
        repe cmpsd
        sete [value]
        EXPECT value, 0xFF, 1, "03 wrote what 02 reads"

        ; Format as DOS does: the parameter table, in RAM, tells the sectors a track.
        push ds
        lds si, [0x1E * 4]
        mov di, table
        mov cx, 11
        rep movsb
        pop ds
        mov byte [table + 4], PER_TRACK
        mov word [0x1E * 4], table
        mov word [0x1E * 4 + 2], 0
        mov di, BUFFER
        mov cx, PER_TRACK
        mov dword [value], 0x02010000 | (HEADS - 1) << 8 | (LAST_TRACK - 1)
.id:    mov eax, [value]
        stosd
        add dword [value], 0x00010000
        loop .id
        mov ax, 0x0500 | PER_TRACK
        mov cx, (LAST_TRACK - 1) << 8 | 1
        mov dx, SIDE
        mov bx, BUFFER
        CALL 0x13
        EXPECT r_flags, CF, 0, "05 carry"
        mov ax, 0x0201
        mov cx, (LAST_TRACK - 1) << 8 | PER_TRACK
        mov dx, SIDE
        mov bx, BUFFER
        CALL 0x13
        EXPECT r_flags, CF, 0, "02 after 05: carry"
        mov al, [table + 8]
        mov di, BUFFER
        mov cx, 512
        repe scasb
        sete [value]
        EXPECT value, 0xFF, 1, "02 after 05: the format's fill byte"

        mov ah, 0x08
        mov dl, 0
        CALL 0x13
        EXPECT r_flags, CF, 0, "08 carry"
        EXPECT r_ecx, 0xFFFF, (DRIVE_TRACKS - 1) << 8 | DRIVE_SECTORS, "08 CX tells the drive"
        EXPECT r_edx, 0xFF00, 0x0100, "08 heads"
        jmp done
table   times 11 db 0
%include "../harness_end.inc"
        times TRACKS * HEADS * PER_TRACK * 512 - 512 - ($ - $$) db 0
        times 512 db 0x5A
