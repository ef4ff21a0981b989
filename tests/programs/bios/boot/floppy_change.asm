; The change line: says READY on port E9h and waits, up to 20 s, for another medium, whose second sector is filled with C3h.
%include "../harness.inc"
BUFFER equ 0xC000

main:   call read
        EXPECT r_flags, CF, 0, "02 before the change: carry"
        mov ah, 0x16
        mov dl, 0
        CALL 0x13
        EXPECT r_flags, CF, 0, "16 before the change: carry"
        mov si, ready
        call print
        mov word [ticks], 364
.wait:  mov eax, [0x46C]
.tick:  hlt
        cmp eax, [0x46C]
        je .tick
        mov ah, 0x16
        mov dl, 0
        CALL 0x13
        test byte [r_flags], CF
        jnz .changed
        dec word [ticks]
        jnz .wait
.changed:
        EXPECT r_eax, 0xFF00, 0x0600, "16 after the change: AH"
        EXPECT r_flags, CF, CF, "16 after the change: carry"
        call read
        EXPECT r_flags, CF, CF, "02 after the change: carry"
        EXPECT r_eax, 0xFF00, 0x0600, "02 after the change: AH"
        call read
        EXPECT r_flags, CF, 0, "02 again: carry"
        mov al, 0xC3
        mov di, BUFFER
        mov cx, 512
        repe scasb
        sete [value]
        EXPECT value, 0xFF, 1, "02 again: the new medium"
        mov ah, 0x16
        mov dl, 0
        CALL 0x13
        EXPECT r_flags, CF, 0, "16 again: carry"
        jmp done

read:   mov ax, 0x0201
        mov cx, 2
        mov dx, 0
        mov bx, BUFFER
        CALL 0x13
        ret
ticks   dw 0
ready   db 'READY', 10, 0
%include "../harness_end.inc"
