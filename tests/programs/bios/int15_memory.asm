; INT 11h, 12h and the memory functions of INT 15h.
%include "harness.inc"
BUFFER equ 0xC000

main:   CALL 0x12
        mov ax, [0x413]
        mov [value], ax
        EXPECT r_sp, 0xFFFF, 0x7C00, "int12 keeps the stack"
        movzx eax, word [r_eax]
        sub ax, [0x413]
        mov [value], eax
        EXPECT value, 0xFFFF, 0, "int12 tells 40:13"
        CALL 0x11
        movzx eax, word [r_eax]
        sub ax, [0x410]
        mov [value], eax
        EXPECT value, 0xFFFF, 0, "int11 tells 40:10"
        EXPECT r_eax, 1, 1, "int11 there is a floppy drive"

        ; E820: good calls
        mov dword [count], 0
        mov dword [ram_above], 0
        mov dword [disorder], 0
        mov dword [last_end], 0
        mov dword [last_end + 4], 0
        xor ebx, ebx
.next:  mov eax, 0xE820
        mov edx, 0x534D4150
        mov ecx, 20
        mov di, BUFFER
        mov dword [BUFFER + 20], 0x12345678
        CALL 0x15, ebp, 0xCAFE1234
        cmp dword [count], 0
        jne .not_first
        SUCCEEDS "e820 first call: "
        EXPECT r_eax, -1, 0x534D4150, "e820 first call: EAX is SMAP"
        EXPECT r_ecx, -1, 20, "e820 first call: ECX"
        EXPECT r_ebp, -1, 0xCAFE1234, "e820 first call: EBP kept"
        EXPECT BUFFER + 20, -1, 0x12345678, "e820 first call: 20 bytes, no more"
        EXPECT BUFFER, -1, 0, "e820 first entry: base"
        EXPECT BUFFER + 16, -1, 1, "e820 first entry: RAM"
.not_first:
        test byte [r_flags], CF
        jnz .end
        inc dword [count]
        mov eax, [BUFFER]
        mov edx, [BUFFER + 4]
        cmp edx, [last_end + 4]
        jb .disorder
        ja .ordered
        cmp eax, [last_end]
        jae .ordered
.disorder:
        inc dword [disorder]
.ordered:
        add eax, [BUFFER + 8]
        adc edx, [BUFFER + 12]
        mov [last_end], eax
        mov [last_end + 4], edx
        cmp dword [BUFFER], 0x100000
        jne .other
        cmp dword [BUFFER + 16], 1
        jne .other
        mov eax, [BUFFER + 8]
        mov [ram_above], eax
.other: mov ebx, [r_ebx]
        test ebx, ebx
        jz .end
        cmp dword [count], 64
        jb .next
.end:   EXPECT disorder, -1, 0, "e820 sorted, without overlaps"
        mov eax, [count]
        cmp eax, 4
        setae [value]
        EXPECT value, 0xFF, 1, "e820 at least four entries"
        mov eax, [ram_above]
        test eax, eax
        setnz [value]
        EXPECT value, 0xFF, 1, "e820 RAM from 1 MiB"

        ; E820: bad calls
        mov eax, 0xE820
        mov edx, 0x12345678
        mov ecx, 20
        xor ebx, ebx
        CALL 0x15, di, BUFFER
        EXPECT r_flags, CF, CF, "e820 wrong signature: carry"

        ; sizes
        clc
        CALL 0x15, ax, 0xE801
        SUCCEEDS "e801 "
        mov ax, [r_eax]
        sub ax, [r_ecx]
        mov [value], ax
        EXPECT value, 0xFFFF, 0, "e801 AX and CX agree"
        movzx eax, word [r_ebx]
        shl eax, 16
        movzx ecx, word [r_eax]
        shl ecx, 10
        add eax, ecx
        add eax, 0xFFFF                 ; it counts whole 64 KiB
        sub eax, [ram_above]            ; the map may keep a little for tables
        cmp eax, 0x40000
        setbe [value]
        EXPECT value, 0xFF, 1, "e801 agrees with e820 (within 256 KiB)"
        CALL 0x15, ah, 0x88
        SUCCEEDS "int15 88 "
        movzx eax, word [r_eax]
        cmp eax, 0xFC00
        setbe [value]
        EXPECT value, 0xFF, 1, "int15 88 at most 63 MiB"

        ; A20
        CALL 0x15, ax, 0x2403
        SUCCEEDS "int15 2403 "
        EXPECT r_eax, 0xFF00, 0, "int15 2403 AH"
        CALL 0x15, ax, 0x2400
        SUCCEEDS "int15 2400 "
        CALL 0x15, ax, 0x2402
        EXPECT r_eax, 0xFFFF, 0, "int15 2402 tells closed"
        call a20_wraps
        EXPECT value, 0xFF, 1, "int15 2400 closes A20"
        CALL 0x15, ax, 0x2401
        CALL 0x15, ax, 0x2402
        EXPECT r_eax, 0xFFFF, 1, "int15 2402 tells open"
        call a20_wraps
        EXPECT value, 0xFF, 0, "int15 2401 opens A20"
        CALL 0x15, ax, 0x24FF
        FAILS "int15 24FF ", 0x86

        ; block move to 2 MiB and back
        mov di, BUFFER
        mov cx, 256
        mov eax, 0x11112222
.fill:  stosd
        add eax, 0x01010101
        loop .fill
        mov dword [table + 0x12], 0x93000000 + BUFFER
        mov dword [table + 0x1A], 0x93200000
        mov word [table + 0x16], 0
        CALL 0x15, si, table, cx, 512, ah, 0x87
        SUCCEEDS "int15 87 up: "
        EXPECT r_eax, 0xFF00, 0, "int15 87 up: AH"
        mov dword [table + 0x12], 0x93200000
        mov dword [table + 0x1A], 0x93000000 + BUFFER + 0x1000
        CALL 0x15, si, table, cx, 512, ah, 0x87
        SUCCEEDS "int15 87 down: "
        mov si, BUFFER
        mov di, BUFFER + 0x1000
        mov cx, 256
        repe cmpsd
        sete [value]
        EXPECT value, 0xFF, 1, "int15 87 moves the bytes"

        ; configuration, unknown functions
        CALL 0x15, ah, 0xC0
        SUCCEEDS "int15 C0 "
        EXPECT r_eax, 0xFF00, 0, "int15 C0 AH"
        mov es, [r_es]
        mov bx, [r_ebx]
        mov eax, [es:bx]
        mov [value], eax
        push word 0
        pop es
        EXPECT value, 0xFFFF, 8, "int15 C0 table length"
        EXPECT value, 0xFF0000, 0xFC0000, "int15 C0 model"
        CALL 0x15, ah, 0xC1
        SUCCEEDS "int15 C1 "
        mov ax, [r_es]
        sub ax, [0x40E]
        mov [value], ax
        EXPECT value, 0xFFFF, 0, "int15 C1 tells 40:0E"
        CALL 0x15, ah, 0x7F
        FAILS "int15 7F ", 0x86

        ; waits of 20 ms
        mov ah, 0x86
        xor cx, cx
        CALL 0x15, dx, 20000
        SUCCEEDS "int15 86 "
        mov byte [flag], 0
        mov ax, 0x8300
        mov bx, flag
        xor cx, cx
        CALL 0x15, dx, 20000
        SUCCEEDS "int15 83 "
        CALL 0x15, ax, 0x8300, bx, flag
        EXPECT r_flags, CF, CF, "int15 83 while one is active: carry"
        mov cx, 200                     ; the RTC wakes it a thousand times a second
.wait:  hlt
        test byte [flag], 0x80
        jnz .set
        loop .wait
.set:   EXPECT flag, 0x80, 0x80, "int15 83 sets the flag"
        jmp done

; value = 1 if 0000:0500 and FFFF:0510 are the same byte
a20_wraps:
        push es
        push word 0xFFFF
        pop es
        mov byte [0x500], 0x11
        mov byte [es:0x510], 0x22
        cmp byte [0x500], 0x22
        sete [value]
        pop es
        ret

count   dd 0
disorder dd 0
ram_above dd 0
last_end dq 0
flag    dd 0
        align 8
table   times 16 db 0
        dw 0xFFFF, 0, 0x9300, 0
        dw 0xFFFF, 0, 0x9300, 0
        times 16 db 0
%include "harness_end.inc"
