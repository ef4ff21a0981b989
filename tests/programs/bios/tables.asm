; What POST leaves: an x87 with nothing in its registers, and the tables that operating systems look for: $PIR, MP 1.4,
; ACPI 1.0b, SMBIOS 2.4, the PnP installation check.
%include "harness.inc"
COPY equ 0x2000                 ; segment to which INT 15h AH=87h fetches a table

; DI: where on a 16-byte boundary of F0000-FFFFF the four characters are, value: whether there
%macro FIND 1
        mov eax, %1
        call find
%endmacro
; A structure of CX bytes at F000:DI sums to zero: value
%macro SUM 0
        call sum_in_rom
%endmacro

main:   push word 0xF000
        pop es
        mov al, [es:0xFFFE]
        mov [value], al
        mov al, [es:0xFFF7]
        mov [value + 1], al
        mov al, [es:0xFFFA]
        mov [value + 2], al
        push word 0
        pop es
        EXPECT value, 0xFF, 0xFC, "F000:FFFE model AT"
        EXPECT value, 0xFFFF00, 0x2F2F00, "F000:FFF5 a date with slashes"

        fnstenv [x87]
        EXPECT x87, 0xFFFF, 0x037F, "x87 control word of FNINIT"
        EXPECT x87 + 4, 0xFFFF, 0xFFFF, "x87 registers are empty"

        FIND '$PIR'
        EXPECT value, 0xFF, 1, "$PIR there"
        mov cx, [es:di + 6]
        SUM
        EXPECT value, 0xFF, 1, "$PIR checksum"
        mov eax, [es:di + 4]
        mov [value], eax
        EXPECT value, 0xFFFF, 0x0100, "$PIR version 1.0"
        mov ax, [es:di + 6]
        sub ax, 32
        and ax, 15
        mov [value], ax
        EXPECT value, 0xFFFF, 0, "$PIR whole entries"
        mov ax, [es:di + 8]
        mov [value], ax
        EXPECT value, 0xFFFF, 0x0800, "$PIR router at 0:1.0"

        FIND '$PnP'
        EXPECT value, 0xFF, 1, "$PnP there"
        movzx cx, byte [es:di + 5]
        mov [value], cx
        EXPECT value, 0xFF, 0x21, "$PnP length"
        movzx cx, byte [es:di + 5]
        SUM
        EXPECT value, 0xFF, 1, "$PnP checksum"

        FIND '_MP_'
        EXPECT value, 0xFF, 1, "_MP_ there"
        mov cx, 16
        SUM
        EXPECT value, 0xFF, 1, "_MP_ checksum"
        mov al, [es:di + 9]
        mov [value], al
        EXPECT value, 0xFF, 4, "_MP_ version 1.4"
        mov eax, [es:di + 4]
        call fetch
        EXPECT signature, -1, 'PCMP', "PCMP signature"
        mov cx, [length]
        push word COPY
        pop es
        mov cx, [es:4]
        call sum_copy
        EXPECT value, 0xFF, 1, "PCMP checksum"
        mov eax, [es:36]
        mov [value], eax
        EXPECT value, -1, 0xFEE00000, "PCMP local APIC"

        FIND 'RSD '
        EXPECT value, 0xFF, 1, "RSD PTR there"
        mov cx, 20
        SUM
        EXPECT value, 0xFF, 1, "RSD PTR checksum"
        mov eax, [es:di + 16]
        call fetch
        EXPECT signature, -1, 'RSDT', "RSDT signature"
        mov cx, [length]
        call sum_copy
        EXPECT value, 0xFF, 1, "RSDT checksum"
        mov cx, [length]                ; keep the list of tables
        sub cx, 36
        shr cx, 2
        mov [tables], cx
        push word COPY
        pop ds
        mov si, 36
        push word 0
        pop es
        mov di, list
        rep movsd
        push word 0
        pop ds
        mov word [bad], 0
        mov word [index], 0
.table: mov bx, [index]
        cmp bx, [tables]
        jae .tables
        shl bx, 2
        mov eax, [list + bx]
        call fetch
        mov cx, [length]
        call sum_copy
        cmp byte [value], 1
        je .good
        inc word [bad]
.good:  cmp dword [signature], 'FACP'
        jne .madt
        push word COPY
        pop es
        mov eax, [es:36]
        mov [facs], eax
        mov eax, [es:40]
        mov [dsdt], eax
        mov eax, [es:64]
        mov [control], eax
.madt:  cmp dword [signature], 'APIC'
        jne .next
        push word COPY
        pop es
        mov eax, [es:36]
        mov [apic], eax
.next:  inc word [index]
        jmp .table
.tables:
        EXPECT bad, 0xFFFF, 0, "tables of the RSDT: checksums"
        EXPECT apic, -1, 0xFEE00000, "MADT local APIC"
        mov eax, [control]
        test eax, eax
        setnz [value]
        EXPECT value, 0xFF, 1, "FADT power management control block"
        mov eax, [dsdt]
        call fetch
        EXPECT signature, -1, 'DSDT', "DSDT signature"
        mov cx, [length]
        call sum_copy
        EXPECT value, 0xFF, 1, "DSDT checksum"
        mov eax, [facs]
        and eax, 63
        mov [value], eax
        EXPECT value, -1, 0, "FACS on a 64-byte boundary"
        mov eax, [facs]
        call fetch
        EXPECT signature, -1, 'FACS', "FACS signature"

        FIND '_SM_'
        EXPECT value, 0xFF, 1, "_SM_ there"
        movzx cx, byte [es:di + 5]
        SUM
        EXPECT value, 0xFF, 1, "_SM_ checksum"
        mov eax, [es:di + 16]
        mov [value], eax
        EXPECT value, -1, '_DMI', "_DMI_ there"
        mov ax, [es:di + 6]
        xchg al, ah
        cmp ax, 0x0204
        setae [value]
        EXPECT value, 0xFF, 1, "SMBIOS 2.4 or later"
        add di, 16
        mov cx, 15
        SUM
        EXPECT value, 0xFF, 1, "_DMI_ checksum"
        mov ax, [es:di + 12]
        mov [tables], ax
        mov ax, [es:di + 6]
        mov [structures], ax
        mov eax, [es:di + 8]
        call fetch
        push word COPY                  ; walk the structures: header, strings, two zeros
        pop es
        xor di, di
        xor bx, bx
.structure:
        inc bx
        cmp bx, [tables]
        ja .walked
        mov al, [es:di]
        mov [last_type], al
        movzx ax, byte [es:di + 1]
        add di, ax
.string:
        cmp di, [structures]
        jae .walked
        cmp word [es:di], 0
        je .strings
        inc di
        jmp .string
.strings:
        add di, 2
        jmp .structure
.walked:
        push word 0
        pop es
        mov ax, [structures]
        sub ax, di
        mov [value], ax
        EXPECT value, 0xFFFF, 0, "SMBIOS structures fill their table"
        EXPECT last_type, 0xFF, 127, "SMBIOS last structure"
        jmp done

; EAX: signature; DI where, value 1; ES = F000h afterwards, also through EXPECT
find:   push word 0xF000
        pop es
        xor di, di
        mov byte [value], 1
.next:  cmp [es:di], eax
        je .end
        add di, 16
        jnz .next
        mov byte [value], 0
.end:   ret

sum_in_rom:
        push di
        push word 0xF000
        pop es
        call sum
        pop di
        ret
sum_copy:
        push word COPY
        pop es
        xor di, di
sum:    xor al, al
.next:  add al, [es:di]
        inc di
        loop .next
        test al, al
        sete [value]
        ret

; Fetches 32 KiB from the address EAX to COPY; its first eight bytes are the signature and the length.
fetch:  pushad
        mov [moving + 0x12], ax
        shr eax, 16
        mov [moving + 0x14], al
        mov [moving + 0x17], ah
        push word 0
        pop es
        mov si, moving
        mov cx, 0x4000
        mov ah, 0x87
        int 0x15
        push word COPY
        pop es
        mov eax, [es:0]
        mov [signature], eax
        mov eax, [es:4]
        mov [length], eax
        popad
        ret

        align 8
moving  times 16 db 0
        dw 0xFFFF, 0, 0x9300, 0
        dw 0xFFFF, 0, 0x9302, 0
        times 16 db 0
signature dd 0
length  dd 0
tables  dd 0
index   dd 0
bad     dd 0
facs    dd 0
dsdt    dd 0
control dd 0
apic    dd 0
structures dd 0
last_type dd 0
x87     times 7 dw 0
list    times 32 dd 0
%include "harness_end.inc"
