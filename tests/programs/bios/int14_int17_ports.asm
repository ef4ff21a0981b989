; INT 14h for COM1, and INT 14h and INT 17h for ports that are not there.
%include "harness.inc"

%macro SERIAL 2-5 0, 0, 0       ; AX, DX, BX, CX
        CALL 0x14, ax, %1, dx, %2, bx, %3, cx, %4
%endmacro

main:   EXPECT 0x400, 0xFFFF, 0x3F8, "40:00 COM1"
        mov si, 0x400                   ; how many of 40:00-07 are there
        mov cx, 4
        xor bx, bx
.port:  lodsw
        cmp ax, 1
        cmc
        adc bx, 0
        loop .port
        shl bx, 9
        mov ax, [0x410]
        and ax, 0x0E00
        sub ax, bx
        mov [value], ax
        EXPECT value, 0xFFFF, 0, "40:10 tells the number of serial ports"
        EXPECT 0x410, 0xC000, 0, "40:10 no printer"
        SERIAL 0x0300, 0
        EXPECT r_eax, 0x6000, 0x6000, "14 03 transmitter empty"
        SERIAL 0x00E3, 0                ; 9,600 bit/s, 8 bits
        EXPECT r_eax, 0x6000, 0x6000, "14 00 transmitter empty"
        call line_control
        EXPECT value, 0x3F, 0x03, "14 00 line control: 8 bits, no parity, 1 stop"
        call divisor
        EXPECT value, 0xFFFF, 12, "14 00 divisor of 9,600"
        SERIAL 0x005E, 0                ; 300 bit/s, 7 bits, even parity, 2 stop bits
        call line_control
        EXPECT value, 0x3F, 0x1E, "14 00 line control: 7 bits, even parity, 2 stop"
        call divisor
        EXPECT value, 0xFFFF, 384, "14 00 divisor of 300"
        SERIAL 0x00E3, 0
        mov byte [0x47C], 1
        SERIAL 0x0141, 0
        EXPECT r_eax, 0xFF, 0x41, "14 01 AL is kept"
        SERIAL 0x0200, 0
        EXPECT r_eax, 0x8000, 0x8000, "14 02 nothing comes: time-out"
        SERIAL 0x0400, 0, 0x0000, 0x0307 ; no break, no parity, 1 stop, 8 bits, 9,600
        call line_control
        EXPECT value, 0x7F, 0x03, "14 04 line control"
        call divisor
        EXPECT value, 0xFFFF, 12, "14 04 divisor of 9,600"
        SERIAL 0x0400, 0, 0x0201, 0x0208 ; even parity, 2 stop bits, 7 bits, 19,200
        call line_control
        EXPECT value, 0x7F, 0x1E, "14 04 line control: 7 bits, even parity, 2 stop"
        call divisor
        EXPECT value, 0xFFFF, 6, "14 04 divisor of 19,200"
        SERIAL 0x0501, 0, 0x0002        ; RTS
        SERIAL 0x0500, 0
        EXPECT r_ebx, 0xFF, 0x02, "14 05 modem control reads back"

        SERIAL 0x0355, 4
        EXPECT r_eax, 0xFFFF, 0x0355, "14 port 4: AX is kept"
        SERIAL 0x0355, 0xFFFF
        EXPECT r_eax, 0xFFFF, 0x0355, "14 port FFFFh: AX is kept"
        CALL 0x17, ax, 0x0255, dx, 0
        EXPECT r_eax, 0xFFFF, 0x0255, "17 02 no printer: AX is kept"
        CALL 0x17, ax, 0x0155, dx, 2
        EXPECT r_eax, 0xFFFF, 0x0155, "17 01 no printer: AX is kept"
        CALL 0x17, ax, 0x0055, dx, 3
        EXPECT r_eax, 0xFFFF, 0x0055, "17 00 printer 3: AX is kept"
        jmp done

line_control:
        mov dx, 0x3FB
        in al, dx
        mov [value], al
        ret
divisor:
        mov dx, 0x3FB
        in al, dx
        mov ah, al
        or al, 0x80
        out dx, al
        push ax
        mov dx, 0x3F8
        in al, dx
        mov [value], al
        inc dx
        in al, dx
        mov [value + 1], al
        pop ax
        mov al, ah
        mov dx, 0x3FB
        out dx, al
        ret
%include "harness_end.inc"
