; INT 16h, with keys that the program itself stores by AH=05h.
%include "harness.inc"

%macro STORE 1
        mov cx, %1
        mov ah, 0x05
        CALL 0x16
%endmacro

main:   mov ah, 0x01
        CALL 0x16
        EXPECT r_flags, ZF, ZF, "int16 01 empty buffer"
        STORE 0x1E61
        EXPECT r_eax, 0xFF, 0, "int16 05 stored"
        mov ah, 0x01
        CALL 0x16
        EXPECT r_flags, ZF, 0, "int16 01 a key waits"
        EXPECT r_eax, 0xFFFF, 0x1E61, "int16 01 which"
        mov ah, 0x00
        CALL 0x16
        EXPECT r_eax, 0xFFFF, 0x1E61, "int16 00 the key"
        mov ah, 0x11
        CALL 0x16
        EXPECT r_flags, ZF, ZF, "int16 11 empty again"
        STORE 0x48E0                    ; grey cursor up
        mov ah, 0x00
        CALL 0x16
        EXPECT r_eax, 0xFFFF, 0x4800, "int16 00 hides E0h"
        STORE 0x48E0
        mov ah, 0x10
        CALL 0x16
        EXPECT r_eax, 0xFFFF, 0x48E0, "int16 10 tells E0h"
        STORE 0xE00D                    ; keypad Enter
        mov ah, 0x00
        CALL 0x16
        EXPECT r_eax, 0xFFFF, 0x1C0D, "int16 00 keypad Enter"
        STORE 0x8500                    ; F11 is skipped by the old functions
        STORE 0x3062
        mov ah, 0x01
        CALL 0x16
        EXPECT r_eax, 0xFFFF, 0x3062, "int16 01 skips F11"
        mov ah, 0x00
        CALL 0x16
        EXPECT r_eax, 0xFFFF, 0x3062, "int16 00 after F11"
        STORE 0x8500
        mov ah, 0x10
        CALL 0x16
        EXPECT r_eax, 0xFFFF, 0x8500, "int16 10 F11"
        call drain
        mov word [value], 0
.fill:  STORE 0x2C7A
        cmp byte [r_eax], 0
        jne .full
        inc word [value]
        cmp word [value], 40
        jb .fill
.full:  EXPECT value, 0xFFFF, 15, "int16 05 fifteen keys fit"
        EXPECT r_eax, 0xFF, 1, "int16 05 full"
        call drain
        or byte [0x417], 0x20
        mov ah, 0x02
        CALL 0x16
        EXPECT r_eax, 0x20, 0x20, "int16 02 Num Lock"
        mov ah, 0x12
        CALL 0x16
        EXPECT r_eax, 0x20, 0x20, "int16 12 Num Lock"
        and byte [0x417], 0xDF
        mov ah, 0x02
        CALL 0x16
        EXPECT r_eax, 0x20, 0, "int16 02 Num Lock off"
        mov ah, 0x09
        CALL 0x16
        EXPECT r_eax, 0x20, 0x20, "int16 09 functions 10h-12h"
        mov ah, 0x0A
        CALL 0x16
        EXPECT r_ebx, 0xFFFF, 0x41AB, "int16 0A translated 101-key keyboard"
        mov ax, 0x0305
        mov bx, 0x0100
        CALL 0x16
        EXPECT r_ebx, 0xFFFF, 0x0100, "int16 03 BX is kept"
        mov byte [0x418], 0x03          ; left Ctrl and left Alt
        mov byte [0x417], 0x0C
        mov ah, 0x12
        CALL 0x16
        EXPECT r_eax, 0xFFFF, 0x030C, "int16 12 left Ctrl and Alt"
        mov byte [0x418], 0
        mov byte [0x417], 0
        mov ah, 0x02
        CALL 0x16
        EXPECT r_eax, 0xFF, 0, "int16 02 nothing is down"
        STORE 0x48E0
        mov ah, 0x11
        CALL 0x16
        EXPECT r_flags, ZF, 0, "int16 11 a key waits"
        EXPECT r_eax, 0xFFFF, 0x48E0, "int16 11 tells E0h"
        mov ah, 0x01
        CALL 0x16
        EXPECT r_eax, 0xFFFF, 0x4800, "int16 01 hides E0h"
        call drain
        jmp done
drain:  mov ah, 0x11
        CALL 0x16
        test word [r_flags], ZF
        jnz .empty
        mov ah, 0x10
        CALL 0x16
        jmp drain
.empty: ret
%include "harness_end.inc"
