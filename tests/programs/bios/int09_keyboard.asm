; INT 09h: scan codes come through the keyboard controller's command D2h, which puts a byte into its output buffer as if
; the keyboard had sent it. Expectations: PS/2 and PC Interface Technical Reference, INT 16h, "Keyboard codes".
%include "harness.inc"

; Scan codes, then the key that INT 16h AH=10h finds (0: none)
%macro KEY 3-*
%define %%name %1
%assign %%wanted %2
%rotate 2
%rep %0 - 2
        mov al, %1
        call from_keyboard
%rotate 1
%endrep
        call next_key
        EXPECT value, -1, %%wanted, %%name
%endmacro
%macro CODES 1-*
%rep %0
        mov al, %1
        call from_keyboard
%rotate 1
%endrep
%endmacro

main:   mov eax, [0x15 * 4]
        mov [old_15], eax
        mov eax, [0x09 * 4]
        mov [old_09], eax
        mov word [0x09 * 4], on_09
        mov word [0x09 * 4 + 2], 0
        mov word [0x1B * 4], on_break
        mov word [0x1B * 4 + 2], 0
        mov word [0x05 * 4], on_print
        mov word [0x05 * 4 + 2], 0
        KEY "a", 0x1E61, 0x1E, 0x9E
        KEY "Esc", 0x011B, 0x01, 0x81
        KEY "left Shift a", 0x1E41, 0x2A, 0x1E, 0x9E, 0xAA
        KEY "right Shift 1", 0x0221, 0x36, 0x02, 0x82, 0xB6
        KEY "Ctrl a", 0x1E01, 0x1D, 0x1E, 0x9E, 0x9D
        KEY "Ctrl 1 has no code", 0, 0x1D, 0x02, 0x82, 0x9D
        KEY "Alt a", 0x1E00, 0x38, 0x1E, 0x9E, 0xB8
        KEY "Alt 1", 0x7800, 0x38, 0x02, 0x82, 0xB8
        KEY "F1", 0x3B00, 0x3B, 0xBB
        KEY "Shift F1", 0x5400, 0x2A, 0x3B, 0xBB, 0xAA
        KEY "Ctrl F1", 0x5E00, 0x1D, 0x3B, 0xBB, 0x9D
        KEY "Alt F1", 0x6800, 0x38, 0x3B, 0xBB, 0xB8
        KEY "F12", 0x8600, 0x58, 0xD8
        KEY "Tab", 0x0F09, 0x0F, 0x8F
        KEY "Shift Tab", 0x0F00, 0x2A, 0x0F, 0x8F, 0xAA
        KEY "Backspace", 0x0E08, 0x0E, 0x8E
        KEY "Enter", 0x1C0D, 0x1C, 0x9C
        KEY "Ctrl Enter", 0x1C0A, 0x1D, 0x1C, 0x9C, 0x9D
        KEY "grey cursor up", 0x48E0, 0xE0, 0x48, 0xE0, 0xC8
        KEY "Ctrl grey cursor left", 0x73E0, 0x1D, 0xE0, 0x4B, 0xE0, 0xCB, 0x9D
        KEY "keypad Enter", 0xE00D, 0xE0, 0x1C, 0xE0, 0x9C
        KEY "keypad slash", 0xE02F, 0xE0, 0x35, 0xE0, 0xB5
        KEY "keypad 8 without Num Lock", 0x4800, 0x48, 0xC8
        KEY "Num Lock has no code", 0, 0x45, 0xC5
        EXPECT 0x417, 0x20, 0x20, "40:17 Num Lock"
        KEY "keypad 8 with Num Lock", 0x4838, 0x48, 0xC8
        CODES 0x45, 0xC5
        EXPECT 0x417, 0x20, 0, "40:17 Num Lock off"
        CODES 0x3A, 0xBA
        EXPECT 0x417, 0x40, 0x40, "40:17 Caps Lock"
        KEY "Caps Lock a", 0x1E41, 0x1E, 0x9E
        KEY "Caps Lock Shift a", 0x1E61, 0x2A, 0x1E, 0x9E, 0xAA
        KEY "Caps Lock 1", 0x0231, 0x02, 0x82
        CODES 0x3A
        EXPECT 0x418, 0x40, 0x40, "40:18 Caps Lock is down"
        CODES 0xBA
        EXPECT 0x418, 0x40, 0, "40:18 Caps Lock is up"
        EXPECT 0x417, 0x40, 0, "40:17 Caps Lock off"
        CODES 0x46, 0xC6
        EXPECT 0x417, 0x10, 0x10, "40:17 Scroll Lock"
        CODES 0x46, 0xC6
        CODES 0x2A
        EXPECT 0x417, 0x0F, 0x02, "40:17 left Shift"
        CODES 0xAA, 0x36
        EXPECT 0x417, 0x0F, 0x01, "40:17 right Shift"
        CODES 0xB6, 0x1D
        EXPECT 0x417, 0x0F, 0x04, "40:17 Ctrl"
        EXPECT 0x418, 0x01, 0x01, "40:18 left Ctrl"
        CODES 0x9D, 0xE0, 0x1D
        EXPECT 0x417, 0x0F, 0x04, "40:17 Ctrl by the right one"
        EXPECT 0x418, 0x01, 0, "40:18 not the left Ctrl"
        EXPECT 0x496, 0x04, 0x04, "40:96 right Ctrl"
        CODES 0xE0, 0x9D, 0x38
        EXPECT 0x418, 0x02, 0x02, "40:18 left Alt"
        CODES 0xB8
        EXPECT 0x417, 0x0F, 0, "40:17 all up"
        CODES 0xE0, 0x52, 0xE0, 0xD2
        EXPECT 0x417, 0x80, 0x80, "40:17 Insert"
        CODES 0xE0, 0x52, 0xE0, 0xD2
        call drain
        KEY "Alt 6 5 on the keypad", 0x0041, 0x38, 0x4D, 0xCD, 0x4C, 0xCC, 0xB8

        ; Ctrl Break empties the buffer, calls INT 1Bh, leaves 0000h
        CODES 0x1E, 0x9E, 0x1D, 0xE0, 0x46, 0xE0, 0xC6, 0x9D
        EXPECT breaks, 0xFFFF, 1, "Ctrl Break calls INT 1Bh"
        EXPECT 0x471, 0x80, 0x80, "40:71 Ctrl Break"
        CALL 0x16, ah, 0x11
        EXPECT r_flags, ZF, 0, "Ctrl Break leaves a key"
        EXPECT r_eax, 0xFFFF, 0, "Ctrl Break leaves 0000h alone"
        call drain
        CODES 0xE0, 0x2A, 0xE0, 0x37, 0xE0, 0xB7, 0xE0, 0xAA
        EXPECT prints, 0xFFFF, 1, "Print Screen calls INT 05h"
        mov word [0x15 * 4], on_15
        mov word [0x15 * 4 + 2], 0
        CODES 0x38, 0x54
        EXPECT sysreq, 0xFFFF, 0x8500, "SysReq calls INT 15h AX=8500h"
        CODES 0xD4, 0xB8
        EXPECT sysreq, 0xFFFF, 0x8501, "SysReq up calls INT 15h AX=8501h"
        KEY "INT 15h AH=4Fh makes z of y", 0x2C7A, 0x15, 0x95
        KEY "INT 15h AH=4Fh swallows x", 0, 0x2D, 0xAD
        mov eax, [old_15]
        mov [0x15 * 4], eax
        mov ax, 0x4F1E
        stc
        CALL 0x15
        EXPECT r_flags, CF, CF, "15 4F carry stays set"
        EXPECT r_eax, 0xFF, 0x1E, "15 4F AL is kept"
        jmp done

; A key in the buffer, taken out, in value; 0 if there is none
next_key:
        mov dword [value], 0
        CALL 0x16, ah, 0x11
        test word [r_flags], ZF
        jnz .none
        CALL 0x16, ah, 0x10
        mov ax, [r_eax]
        mov [value], ax
.none:  ret
drain:  call next_key
        cmp dword [value], 0
        jne drain
        ret

from_keyboard:
        push ax
        call ready
        mov al, 0xD2
        out 0x64, al
        call ready
        mov bx, [interrupts]
        pop ax
        out 0x60, al
        mov ecx, 10000000
.wait:  cmp bx, [interrupts]            ; until the interrupt has taken it
        loope .wait, ecx
        ret
ready:  in al, 0x64
        test al, 2
        jnz ready
        ret

on_09:  pushf
        call far [cs:old_09]
        inc word [cs:interrupts]
        iret
on_break:
        inc word [cs:breaks]
        iret
on_print:
        inc word [cs:prints]
        iret
on_15:  cmp ah, 0x85
        je .sysreq
        cmp ah, 0x4F
        jne .old
        cmp al, 0x15
        je .y
        cmp al, 0x2D
        je .swallow
.old:   jmp far [cs:old_15]
.sysreq:
        mov [cs:sysreq], ax
        iret
.y:     mov al, 0x2C
        jmp .old
.swallow:
        push bp
        mov bp, sp
        and word [bp + 6], ~CF
        pop bp
        iret
        align 4
old_15  dd 0
old_09  dd 0
interrupts dd 0
breaks  dd 0
prints  dd 0
sysreq  dd 0
%include "harness_end.inc"
