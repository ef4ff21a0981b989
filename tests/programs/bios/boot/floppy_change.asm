; The change line: says READY on port E9h and waits, up to 20 s, for another medium, whose second sector is filled with C3h.
%include "../harness.inc"
BUFFER equ 0xC000

main:   call read
        SUCCEEDS "02 before the change: "
        CALL 0x13, ah, 0x16, dl, 0
        SUCCEEDS "16 before the change: "
        mov si, ready
        call print
        mov word [ticks], 364
.wait:  mov eax, [0x46C]
.tick:  hlt
        cmp eax, [0x46C]
        je .tick
        CALL 0x13, ah, 0x16, dl, 0
        test byte [r_flags], CF
        jnz .changed
        dec word [ticks]
        jnz .wait
.changed:
        EXPECT r_eax, 0xFF00, 0x0600, "16 after the change: AH"
        EXPECT r_flags, CF, CF, "16 after the change: carry"
        call read
        FAILS "02 after the change: ", 0x06
        call read
        SUCCEEDS "02 again: "
        mov al, 0xC3
        mov di, BUFFER
        mov cx, 512
        repe scasb
        sete [value]
        EXPECT value, 0xFF, 1, "02 again: the new medium"
        CALL 0x13, ah, 0x16, dl, 0
        SUCCEEDS "16 again: "
        jmp done

read:   CALL 0x13, ax, 0x0201, cx, 2, dx, 0, bx, BUFFER
        ret
ticks   dw 0
ready   db 'READY', 10, 0
%include "../harness_end.inc"
