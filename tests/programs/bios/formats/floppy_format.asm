; One boot sector that finds out the disk's format by INT 13h AH=08h and reads its last sector, which must be
; filled with 5Ah. SECTORS is the size of the image. Reports as the other programs do.
        bits 16
        cpu 386
        org 0x7C00
start:  xor ax, ax
        mov ds, ax
        mov es, ax
        mov ss, ax
        mov sp, 0x7C00
        cld
        mov ax, 0x0201                  ; any read establishes the medium
        mov cx, 1
        xor dx, dx
        mov bx, 0x8000
        int 0x13
        jc .failed
        mov cx, (TRACKS - 1) << 8 | PER_TRACK
        mov dx, (HEADS - 1) << 8
        mov ax, 0x0201
        mov bx, 0x8000
        int 0x13
        jc .failed
        mov al, 0x5A
        mov di, 0x8000
        mov cx, 512
        repe scasb
        jne .failed
        mov ax, 0x0201                  ; one past the last
        mov cx, (TRACKS - 1) << 8 | (PER_TRACK + 1)
        mov dx, (HEADS - 1) << 8
        mov bx, 0x8000
        int 0x13
        jnc .failed
        mov si, good
        xor bl, bl
        jmp .print
.failed:
        mov bl, 1
        mov si, bad
.print: lodsb
        test al, al
        jz .exit
        out 0xE9, al
        jmp .print
.exit:  mov al, bl
        out 0xF4, al
        hlt
good    db 'PASS floppy of ', SIZE_TEXT, 10, 'DONE', 10, 0
bad     db 'FAIL floppy of ', SIZE_TEXT, 10, 'DONE', 10, 0
        times 510 - ($ - $$) db 0
        dw 0xAA55
        times (TRACKS * HEADS * PER_TRACK - 2) * 512 db 0
        times 512 db 0x5A
