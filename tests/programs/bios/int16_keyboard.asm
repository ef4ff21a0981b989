; INT 16h, with keys that the program itself stores by AH=05h.
%include "harness.inc"

%macro STORE 1
        CALL 0x16, cx, %1, ah, 0x05
%endmacro

main:   CALL 0x16, ah, 0x01
        EXPECT r_flags, ZF, ZF, "int16 01 empty buffer"
        STORE 0x1E61
        EXPECT r_eax, 0xFF, 0, "int16 05 stored"
        CALL 0x16, ah, 0x01
        EXPECT r_flags, ZF, 0, "int16 01 a key waits"
        EXPECT r_eax, 0xFFFF, 0x1E61, "int16 01 which"
        CALL 0x16, ah, 0x00
        EXPECT r_eax, 0xFFFF, 0x1E61, "int16 00 the key"
        CALL 0x16, ah, 0x11
        EXPECT r_flags, ZF, ZF, "int16 11 empty again"
        STORE 0x48E0                    ; grey cursor up
        CALL 0x16, ah, 0x00
        EXPECT r_eax, 0xFFFF, 0x4800, "int16 00 hides E0h"
        STORE 0x48E0
        CALL 0x16, ah, 0x10
        EXPECT r_eax, 0xFFFF, 0x48E0, "int16 10 tells E0h"
        STORE 0xE00D                    ; keypad Enter
        CALL 0x16, ah, 0x00
        EXPECT r_eax, 0xFFFF, 0x1C0D, "int16 00 keypad Enter"
        STORE 0x8500                    ; F11 is skipped by the old functions
        STORE 0x3062
        CALL 0x16, ah, 0x01
        EXPECT r_eax, 0xFFFF, 0x3062, "int16 01 skips F11"
        CALL 0x16, ah, 0x00
        EXPECT r_eax, 0xFFFF, 0x3062, "int16 00 after F11"
        STORE 0x8500
        CALL 0x16, ah, 0x10
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
        CALL 0x16, ah, 0x02
        EXPECT r_eax, 0x20, 0x20, "int16 02 Num Lock"
        CALL 0x16, ah, 0x12
        EXPECT r_eax, 0x20, 0x20, "int16 12 Num Lock"
        and byte [0x417], 0xDF
        CALL 0x16, ah, 0x02
        EXPECT r_eax, 0x20, 0, "int16 02 Num Lock off"
        CALL 0x16, ah, 0x09
        EXPECT r_eax, 0x20, 0x20, "int16 09 functions 10h-12h"
        CALL 0x16, ah, 0x0A
        EXPECT r_ebx, 0xFFFF, 0x41AB, "int16 0A translated 101-key keyboard"
        CALL 0x16, ax, 0x0305, bx, 0x0100
        EXPECT r_ebx, 0xFFFF, 0x0100, "int16 03 BX is kept"
        mov byte [0x418], 0x03          ; left Ctrl and left Alt
        mov byte [0x417], 0x0C
        CALL 0x16, ah, 0x12
        EXPECT r_eax, 0xFFFF, 0x030C, "int16 12 left Ctrl and Alt"
        mov byte [0x418], 0
        mov byte [0x417], 0
        CALL 0x16, ah, 0x02
        EXPECT r_eax, 0xFF, 0, "int16 02 nothing is down"
        STORE 0x48E0
        CALL 0x16, ah, 0x11
        EXPECT r_flags, ZF, 0, "int16 11 a key waits"
        EXPECT r_eax, 0xFFFF, 0x48E0, "int16 11 tells E0h"
        CALL 0x16, ah, 0x01
        EXPECT r_eax, 0xFFFF, 0x4800, "int16 01 hides E0h"
        call drain
        jmp done
drain:  CALL 0x16, ah, 0x11
        test word [r_flags], ZF
        jnz .empty
        CALL 0x16, ah, 0x10
        jmp drain
.empty: ret
%include "harness_end.inc"
