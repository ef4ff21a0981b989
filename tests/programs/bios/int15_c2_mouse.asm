; INT 15h AH=C2h, the PS/2 mouse, and INT 74h: packets come through the keyboard controller's command D3h, which puts a
; byte into its output buffer as if the mouse had sent it.
%include "harness.inc"

%macro MOUSE 1-2 0              ; AL, BH
        mov ax, 0xC200 | %1
        mov bx, %2 << 8
        CALL 0x15
%endmacro
%macro FROM_MOUSE 1
        mov al, %1
        call from_mouse
%endmacro

main:   MOUSE 5, 3
        EXPECT r_flags, CF, 0, "05 carry"
        EXPECT r_ebx, 0xFFFF, 0x00AA, "05 BX"
        MOUSE 5, 0
        EXPECT r_flags, CF, CF, "05 size 0: carry"
        EXPECT r_eax, 0xFF00, 0x0200, "05 size 0: AH"
        MOUSE 5, 9
        EXPECT r_flags, CF, CF, "05 size 9: carry"
        MOUSE 5, 3
        mov ax, 0xC207                  ; no handler
        xor bx, bx
        CALL 0x15
        MOUSE 0, 1
        EXPECT r_flags, CF, CF, "00 without a handler: carry"
        EXPECT r_eax, 0xFF00, 0x0500, "00 without a handler: AH"
        MOUSE 1
        EXPECT r_flags, CF, 0, "01 carry"
        EXPECT r_ebx, 0xFFFF, 0x00AA, "01 BX"
        MOUSE 4
        EXPECT r_flags, CF, 0, "04 carry"
        EXPECT r_ebx, 0xFF00, 0, "04 identifier"
        MOUSE 2, 5
        EXPECT r_flags, CF, 0, "02 carry"
        MOUSE 2, 9
        EXPECT r_flags, CF, CF, "02 bad rate: carry"
        EXPECT r_eax, 0xFF00, 0x0200, "02 bad rate: AH"
        MOUSE 3, 2
        EXPECT r_flags, CF, 0, "03 carry"
        MOUSE 3, 4
        EXPECT r_flags, CF, CF, "03 bad resolution: carry"
        EXPECT r_eax, 0xFF00, 0x0200, "03 bad resolution: AH"
        mov ax, 0xC207
        mov bx, handler
        CALL 0x15
        EXPECT r_flags, CF, 0, "07 carry"
        MOUSE 0, 2
        EXPECT r_flags, CF, CF, "00 bad input: carry"
        EXPECT r_eax, 0xFF00, 0x0200, "00 bad input: AH"
        MOUSE 0, 1
        EXPECT r_flags, CF, 0, "00 enable: carry"
        MOUSE 6, 0
        EXPECT r_flags, CF, 0, "06 status: carry"
        EXPECT r_ebx, 0x20, 0x20, "06 status: enabled"
        EXPECT r_ecx, 0xFF, 2, "06 resolution"
        EXPECT r_edx, 0xFF, 100, "06 rate"
        MOUSE 6, 2
        EXPECT r_flags, CF, 0, "06 scaling 2:1: carry"
        MOUSE 6, 0
        EXPECT r_ebx, 0x10, 0x10, "06 scaling 2:1"
        MOUSE 6, 1
        MOUSE 6, 0
        EXPECT r_ebx, 0x10, 0, "06 scaling 1:1"
        MOUSE 6, 9
        EXPECT r_flags, CF, CF, "06 bad input: carry"
        EXPECT r_eax, 0xFF00, 0x0200, "06 bad input: AH"

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
        EXPECT r_flags, CF, 0, "00 disable: carry"
        MOUSE 6, 0
        EXPECT r_ebx, 0x20, 0, "06 status: disabled"
        MOUSE 0xFF
        EXPECT r_flags, CF, CF, "FF carry"
        EXPECT r_eax, 0xFF00, 0x0100, "FF AH"
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
