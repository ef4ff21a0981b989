; INT 15h AH=C2h, the PS/2 mouse, and INT 74h: packets come through the keyboard controller's command D3h, which puts a
; byte into its output buffer as if the mouse had sent it.
%include "harness.inc"

%macro MOUSE 1-2 0              ; AL, BH
        CALL 0x15, ax, 0xC200 | %1, bx, %2 << 8
%endmacro
%macro FROM_MOUSE 1
        mov al, %1
        call from_mouse
%endmacro

main:   MOUSE 5, 3
        SUCCEEDS "05 "
        EXPECT r_ebx, 0xFFFF, 0x00AA, "05 BX"
        MOUSE 5, 0
        FAILS "05 size 0: ", 0x02
        MOUSE 5, 9
        EXPECT r_flags, CF, CF, "05 size 9: carry"
        MOUSE 5, 3
        mov ax, 0xC207                  ; no handler
        xor bx, bx
        CALL 0x15
        MOUSE 0, 1
        FAILS "00 without a handler: ", 0x05
        MOUSE 1
        SUCCEEDS "01 "
        EXPECT r_ebx, 0xFFFF, 0x00AA, "01 BX"
        MOUSE 4
        SUCCEEDS "04 "
        EXPECT r_ebx, 0xFF00, 0, "04 identifier"
        MOUSE 2, 5
        SUCCEEDS "02 "
        MOUSE 2, 9
        FAILS "02 bad rate: ", 0x02
        MOUSE 3, 2
        SUCCEEDS "03 "
        MOUSE 3, 4
        FAILS "03 bad resolution: ", 0x02
        CALL 0x15, ax, 0xC207, bx, handler
        SUCCEEDS "07 "
        MOUSE 0, 2
        FAILS "00 bad input: ", 0x02
        MOUSE 0, 1
        SUCCEEDS "00 enable: "
        MOUSE 6, 0
        SUCCEEDS "06 status: "
        EXPECT r_ebx, 0x20, 0x20, "06 status: enabled"
        EXPECT r_ecx, 0xFF, 2, "06 resolution"
        EXPECT r_edx, 0xFF, 100, "06 rate"
        MOUSE 6, 2
        SUCCEEDS "06 scaling 2:1: "
        MOUSE 6, 0
        EXPECT r_ebx, 0x10, 0x10, "06 scaling 2:1"
        MOUSE 6, 1
        MOUSE 6, 0
        EXPECT r_ebx, 0x10, 0, "06 scaling 1:1"
        MOUSE 6, 9
        FAILS "06 bad input: ", 0x02

        FROM_MOUSE 0x29                 ; left button, X +5, Y -3
        FROM_MOUSE 0x05
        EXPECT calls, 0xFFFF, 0, "74 two bytes: no call yet"
        FROM_MOUSE 0xFD
        EXPECT calls, 0xFFFF, 1, "74 the third byte: the handler is called"
        EXPECT seen, 0xFFFF, 0x29, "74 status"
        EXPECT seen + 2, 0xFFFF, 0x05, "74 X"
        EXPECT seen + 4, 0xFFFF, 0xFD, "74 Y"
        FROM_MOUSE 0x08
        FROM_MOUSE 0x00
        FROM_MOUSE 0x00
        EXPECT calls, 0xFFFF, 2, "74 next packet"

        MOUSE 0, 0
        SUCCEEDS "00 disable: "
        MOUSE 6, 0
        EXPECT r_ebx, 0x20, 0, "06 status: disabled"
        MOUSE 0xFF
        FAILS "FF ", 0x01
        jmp done

from_mouse:
        push ax
        cli
        call ready
        mov al, 0xD3
        out 0x64, al
        call ready
        pop ax
        out 0x60, al
        sti
        mov cx, 3                       ; ticks: time for the interrupt
.wait:  hlt
        loop .wait
        ret
ready:  in al, 0x64
        test al, 2
        jnz ready
        ret

handler:
        push bp
        mov bp, sp
        push ax
        mov ax, [bp + 12]               ; status, X, Y, Z below the return address
        mov [cs:seen], ax
        mov ax, [bp + 10]
        mov [cs:seen + 2], ax
        mov ax, [bp + 8]
        mov [cs:seen + 4], ax
        inc word [cs:calls]
        pop ax
        pop bp
        retf
        align 4
seen    dd 0, 0
calls   dd 0
%include "harness_end.inc"
