; INT 05h, print screen (IBM AT Technical Reference): a printer of the program's own behind INT 17h gets the text.
%include "harness.inc"
PAPER equ 0x2000                ; segment
STATUS equ 0x500

main:   mov ax, 0x0003
        int 0x10
        mov ah, 0x02
        mov bh, 0
        mov dx, 0x0000
        int 0x10
        mov si, text
.tell:  lodsb
        test al, al
        jz .told
        mov ah, 0x0E
        mov bx, 7
        int 0x10
        jmp .tell
.told:  mov ax, 0xB800
        mov es, ax
        mov byte [es:158], 0            ; prints as a space
        mov ah, 0x02
        mov bh, 0
        mov dx, 0x0716
        int 0x10
        mov word [0x17 * 4], printer
        mov word [0x17 * 4 + 2], 0
        mov byte [STATUS], 0
        CALL 0x05
        EXPECT STATUS, 0xFF, 0, "status afterwards"
        EXPECT during, 0xFF, 1, "status meanwhile"
        EXPECT count, 0xFFFF, 2 + 25 * 82, "25 lines of 80, a line end each, one before"
        EXPECT others, 0xFFFF, 0, "only characters to the first printer"
        mov ax, PAPER
        mov es, ax
        mov eax, [es:0]
        mov [value], eax
        EXPECT value, 0xFFFF, 0x0A0D, "begins with a new line"
        EXPECT value, 0xFFFF0000, 'Pr' << 16, "then the screen"
        mov ax, PAPER
        mov es, ax
        mov eax, [es:2 + 78]
        mov [value], eax
        EXPECT value, -1, 0x0A0D2020, "a line's end, 00h as a space"
        mov ax, PAPER
        mov es, ax
        mov eax, [es:2 + 82]
        mov [value], eax
        EXPECT value, -1, 'seco', "second line"
        CALL 0x10, ah, 0x03, bh, 0
        EXPECT r_edx, 0xFFFF, 0x0716, "the cursor is where it was"

        mov word [count], 0
        mov byte [STATUS], 1            ; one is running
        CALL 0x05
        EXPECT count, 0xFFFF, 0, "not while one is running"
        EXPECT STATUS, 0xFF, 1, "not while one is running: status"
        mov byte [STATUS], 0
        mov word [fail_at], 10
        CALL 0x05
        EXPECT STATUS, 0xFF, 0xFF, "status after an error of the printer"
        EXPECT count, 0xFFFF, 11, "stops at the error"
        CALL 0x10, ah, 0x03, bh, 0
        EXPECT r_edx, 0xFFFF, 0x0716, "the cursor is where it was, after an error"
        jmp done

printer:
        push es
        push di
        test ah, ah
        jnz .other
        test dx, dx
        jnz .other
        push word PAPER
        pop es
        mov di, [cs:count]
        mov [es:di], al
        inc word [cs:count]
        push word 0
        pop es
        mov ah, [es:STATUS]
        mov [cs:during], ah
        mov ah, 0x90
        cmp di, [cs:fail_at]
        jne .end
        mov ah, 0x08                    ; I/O error
.end:   pop di
        pop es
        iret
.other: inc word [cs:others]
        jmp .end

text    db 'Print this', 13, 10, 'second line', 0
        align 4
count   dd 0
others  dd 0
during  dd 0
fail_at dw 0xFFFF
%include "harness_end.inc"
