; INT 15h: memory sizes in every form, block moves and waits with bad arguments, the services for multitaskers.
%include "harness.inc"
BUFFER equ 0xC000
SMAP equ 0x534D4150

%macro E820 3                   ; ECX, EDX, EBX
        mov eax, 0xE820
        mov ecx, %1
        mov edx, %2
        mov ebx, %3
        mov di, BUFFER
        mov dword [BUFFER + 20], 0x5A5A5A5A
        mov dword [BUFFER + 24], 0x5A5A5A5A
        CALL 0x15
%endmacro
%macro SYSTEM 1-3 0, 0          ; AX, CX, DX
        CALL 0x15, ax, %1, cx, %2, dx, %3, bx, flag
%endmacro

main:   E820 24, SMAP, 0
        SUCCEEDS "e820 24 bytes: "
        EXPECT r_ecx, -1, 24, "e820 24 bytes: ECX"
        EXPECT BUFFER + 20, -1, 1, "e820 24 bytes: attributes, enabled"
        EXPECT BUFFER + 24, -1, 0x5A5A5A5A, "e820 24 bytes, no more"
        E820 64, SMAP, 0
        SUCCEEDS "e820 64 bytes: "
        E820 19, SMAP, 0
        EXPECT r_flags, CF, CF, "e820 19 bytes: carry"
        E820 20, SMAP, 0x7777
        EXPECT r_flags, CF, CF, "e820 no such entry: carry"
        E820 20, 0x50414D53, 0
        EXPECT r_flags, CF, CF, "e820 signature turned round: carry"
        SYSTEM 0xE801
        SUCCEEDS "e801 "
        EXPECT r_eax, 0xFFFF, 0x3C00, "e801 15 MiB below 16 MiB"
        mov eax, [r_ebx]
        sub eax, [r_edx]
        mov [value], ax
        EXPECT value, 0xFFFF, 0, "e801 BX and DX agree"
        mov ax, [r_ebx]
        mov [above], ax
        mov eax, 0xE881
        xor ebx, ebx
        xor edx, edx
        CALL 0x15
        SUCCEEDS "e881 "
        EXPECT r_eax, -1, 0x3C00, "e881 EAX"
        EXPECT r_ecx, -1, 0x3C00, "e881 ECX"
        mov eax, [r_ebx]
        sub eax, [above]
        mov [value], eax
        EXPECT value, -1, 0, "e881 EBX as e801's BX"
        SYSTEM 0xE8FF
        EXPECT r_flags, CF, CF, "e8FF carry"

        ; AH=87h with more than 64 KiB
        CALL 0x15, si, table, cx, 0x8001, ah, 0x87
        EXPECT r_flags, CF, CF, "87 8001h words: carry"
        ; waits
        mov byte [flag], 0
        SYSTEM 0x8300, 1, 0             ; 65 ms
        SUCCEEDS "83 "
        SYSTEM 0x8600, 0, 1000
        EXPECT r_flags, CF, CF, "86 while a wait is active: carry"
        SYSTEM 0x8301
        SUCCEEDS "83 cancel: "
        mov cx, 3                       ; ticks
.wait:  push cx
        mov eax, [0x46C]
.tick:  hlt
        cmp eax, [0x46C]
        je .tick
        pop cx
        loop .wait
        EXPECT flag, 0x80, 0, "83 cancelled: the flag stays clear"
        SYSTEM 0x8600, 0, 1000
        SUCCEEDS "86 after the cancelled one: "
        EXPECT 0x4A0, 0xFF, 0, "40:A0 no wait is active"

        ; services that multitaskers hook
        SYSTEM 0x8000
        SUCCEEDS "80 device open: "
        SYSTEM 0x8100
        SUCCEEDS "81 device close: "
        SYSTEM 0x8200
        SUCCEEDS "82 program end: "
        SYSTEM 0x8500
        SUCCEEDS "85 SysReq: "
        SYSTEM 0x9001
        SUCCEEDS "90 device busy: "
        EXPECT r_eax, 0xFF00, 0, "90 device busy: AH"
        SYSTEM 0x9101
        SUCCEEDS "91 device ready: "
        SYSTEM 0x4F1E
        EXPECT r_eax, 0xFF, 0x1E, "4F AL is kept"
        CALL 0x15, ah, 0xC0
        mov es, [r_es]
        mov bx, [r_ebx]
        mov al, [es:bx + 5]
        mov [value], al
        push word 0
        pop es
        EXPECT value, 0x70, 0x70, "C0 second controller, RTC, keyboard intercept"

        jmp done

flag    dw 0
above   dd 0
        align 8
table   times 16 db 0
        dw 0xFFFF, BUFFER, 0x9300, 0
        dw 0xFFFF, BUFFER, 0x9300, 0
        times 16 db 0
%include "harness_end.inc"
