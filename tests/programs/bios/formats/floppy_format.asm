; INT 13h on a floppy of TRACKS, HEADS, PER_TRACK, whose last sector is filled with 5Ah. The drive has DRIVE_SECTORS
; sectors on each of DRIVE_TRACKS at most. STATE, if defined, is the medium's state in the BIOS data area.
%include "../harness.inc"
BUFFER equ 0xC000
LAST_TRACK equ TRACKS - 1
SIDE equ (HEADS - 1) << 8

main:   CALL 0x13, ax, 0x0201, cx, LAST_TRACK << 8 | PER_TRACK, dx, SIDE, bx, BUFFER
        SUCCEEDS "02 last sector: "
        EXPECT r_eax, 0xFFFF, 1, "02 last sector: AX"
%ifdef STATE
        EXPECT 0x490, 0xFF, STATE, "40:90 media state"
%endif
        mov al, 0x5A
        mov di, BUFFER
        mov cx, 512
        repe scasb
        sete [value]
        EXPECT value, 0xFF, 1, "02 last sector: its contents"
        CALL 0x13, ax, 0x0201, cx, LAST_TRACK << 8 | (PER_TRACK + 1), dx, SIDE, bx, BUFFER  ; one past the last
        FAILS "02 past the last sector: ", 0x04
%if HEADS = 1
        CALL 0x13, ax, 0x0201, cx, 1, dx, 0x0100, bx, BUFFER
        EXPECT r_flags, CF, CF, "02 other side: carry"
%endif
        CALL 0x13, ah, 0x00, dl, 0
        SUCCEEDS "00 "

        mov ax, 0x0200 | PER_TRACK      ; a whole track
        mov cx, 0x0001
        mov dx, 0x0000
        mov bx, BUFFER - 512 * PER_TRACK / 2 & 0xF000
        CALL 0x13
        SUCCEEDS "02 a track: "
        EXPECT r_eax, 0xFFFF, PER_TRACK, "02 a track: AX"
        CALL 0x13, ax, 0x0400 | PER_TRACK, cx, LAST_TRACK << 8 | 1, dx, SIDE, bx, BUFFER
        SUCCEEDS "04 a track: "
        EXPECT r_eax, 0xFFFF, PER_TRACK, "04 a track: AX"
        CALL 0x13, ax, 0x0401, cx, LAST_TRACK << 8 | (PER_TRACK + 1), dx, SIDE, bx, BUFFER
        EXPECT r_flags, CF, CF, "04 past the last sector: carry"

        mov di, BUFFER                  ; write and read back
        mov cx, 128
        mov eax, 0x31415926
.fill:  stosd
        rol eax, 7
        loop .fill
        CALL 0x13, ax, 0x0301, cx, LAST_TRACK << 8 | PER_TRACK, dx, SIDE, bx, BUFFER
        SUCCEEDS "03 last sector: "
        EXPECT r_eax, 0xFFFF, 1, "03 last sector: AX"
        CALL 0x13, ax, 0x0201, cx, LAST_TRACK << 8 | PER_TRACK, dx, SIDE, bx, BUFFER + 512
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
        CALL 0x13, ax, 0x0500 | PER_TRACK, cx, (LAST_TRACK - 1) << 8 | 1, dx, SIDE, bx, BUFFER
        SUCCEEDS "05 "
        CALL 0x13, ax, 0x0201, cx, (LAST_TRACK - 1) << 8 | PER_TRACK, dx, SIDE, bx, BUFFER
        SUCCEEDS "02 after 05: "
        mov al, [table + 8]
        mov di, BUFFER
        mov cx, 512
        repe scasb
        sete [value]
        EXPECT value, 0xFF, 1, "02 after 05: the format's fill byte"

        CALL 0x13, ah, 0x08, dl, 0
        SUCCEEDS "08 "
        EXPECT r_ecx, 0xFFFF, (DRIVE_TRACKS - 1) << 8 | DRIVE_SECTORS, "08 CX tells the drive"
        EXPECT r_edx, 0xFF00, 0x0100, "08 heads"
        jmp done
table   times 11 db 0
%include "../harness_end.inc"
        times TRACKS * HEADS * PER_TRACK * 512 - 512 - ($ - $$) db 0
        times 512 db 0x5A
