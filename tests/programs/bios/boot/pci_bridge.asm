; PCI BIOS behind bridges, for a machine with an e1000 network card (8086:100E) behind two bridges, one behind the other.
%include "../harness.inc"
BUFFER equ 0xC000

main:   CALL 0x1A, ax, 0xB101
        EXPECT r_ecx, 0xFF, 2, "B101 last bus"
        mov ax, 0xB103                  ; a bridge of bus 0
        mov ecx, 0x060400
        xor si, si
        CALL 0x1A
        SUCCEEDS "B103 first bridge: "
        EXPECT r_ebx, 0xFF00, 0, "B103 first bridge: on bus 0"
        mov ax, [r_ebx]
        mov [first], ax
        CALL 0x1A, ax, 0xB103, ecx, 0x060400, si, 1
        EXPECT r_ebx, 0xFF00, 0x0100, "B103 second bridge: on bus 1"
        mov ax, [r_ebx]
        mov [second], ax
        mov ax, 0xB102
        mov cx, 0x100E
        mov dx, 0x8086
        xor si, si
        CALL 0x1A
        SUCCEEDS "B102 card: "
        EXPECT r_ebx, 0xFF00, 0x0200, "B102 card: on bus 2"
        mov ax, [r_ebx]
        mov [card], ax
        mov bx, [first]
        mov di, 0x18
        call read
        EXPECT value, 0xFFFFFF, 0x020100, "first bridge: buses 0, 1, 2"
        mov bx, [second]
        mov di, 0x18
        call read
        EXPECT value, 0xFFFFFF, 0x020201, "second bridge: buses 1, 2, 2"
        mov bx, [card]
        mov di, 0x10
        call read
        mov eax, [value]
        and al, 0xF0
        mov [address], eax
        mov bx, [first]
        call window
        EXPECT value, 0xFF, 1, "the card's memory lies in the first bridge's window"
        mov bx, [second]
        call window
        EXPECT value, 0xFF, 1, "the card's memory lies in the second bridge's window"
        mov eax, [address]              ; the card's status register, by a block move
        add eax, 8
        mov [table + 0x12], ax
        shr eax, 16
        mov [table + 0x14], al
        mov [table + 0x17], ah
        CALL 0x15, si, table, cx, 2, ah, 0x87
        EXPECT BUFFER, 3, 3, "the card answers: full duplex, link up"
        EXPECT BUFFER, 0xFF000000, 0x80000000, "the card answers"
        mov bx, [card]
        mov di, 0x3C
        call read
        mov al, [value]
        cmp al, 10
        je .line
        cmp al, 11
.line:  sete [value]
        EXPECT value, 0xFF, 1, "the card's interrupt line is 10 or 11"
        jmp done

; value = register DI of function BX
read:   CALL 0x1A, ax, 0xB10A
        mov eax, [r_ecx]
        mov [value], eax
        ret

; value = 1 if [address] is in the memory window of the bridge BX
window: mov di, 0x20
        call read
        mov edx, [value]
        mov ecx, edx
        shl ecx, 16                     ; base
        or edx, 0xFFFFF                 ; limit
        mov eax, [address]
        mov byte [value], 0
        cmp eax, ecx
        jb .end
        cmp eax, edx
        setbe [value]
.end:   ret

first   dd 0
second  dd 0
card    dd 0
address dd 0
        align 8
table   times 16 db 0
        dw 0xFFFF, 0, 0x9300, 0
        dw 0xFFFF, BUFFER, 0x9300, 0
        times 16 db 0
%include "../harness_end.inc"
