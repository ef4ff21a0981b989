; INT 1Ah: ticks, RTC, PCI BIOS. INT 08h and 1Ch.
%include "harness.inc"

main:   mov word [0x1C * 4], tick
        mov word [0x1C * 4 + 2], 0
        mov ah, 0x01
        mov cx, 0x0012
        mov dx, 0x3456
        CALL 0x1A
        hlt
        hlt
        hlt
        mov ah, 0x00
        CALL 0x1A
        EXPECT r_ecx, 0xFFFF, 0x0012, "int1a 00 high word"
        mov ax, [r_edx]
        sub ax, 0x3457
        cmp ax, 8
        setb [value]
        EXPECT value, 0xFF, 1, "int1a 00 ticks went on"
        mov ax, [ticks]
        cmp ax, 1
        setae [value]
        EXPECT value, 0xFF, 1, "int1c called"
        ; midnight
        mov ah, 0x01
        mov cx, 0x0018
        mov dx, 0x00AF
        CALL 0x1A
        hlt
        hlt
        hlt
        mov ah, 0x00
        CALL 0x1A
        EXPECT r_eax, 0xFF, 1, "int1a 00 midnight passed"
        EXPECT r_ecx, 0xFFFF, 0, "int1a 00 counts from zero"
        mov ah, 0x00
        CALL 0x1A
        EXPECT r_eax, 0xFF, 0, "int1a 00 tells midnight once"

        mov ah, 0x05
        mov cx, 0x2003
        mov dx, 0x0728
        CALL 0x1A
        EXPECT r_flags, CF, 0, "int1a 05 carry"
        mov ah, 0x03
        mov cx, 0x1234
        mov dx, 0x1000
        CALL 0x1A
        EXPECT r_flags, CF, 0, "int1a 03 carry"
        mov ah, 0x02
        CALL 0x1A
        EXPECT r_flags, CF, 0, "int1a 02 carry"
        EXPECT r_ecx, 0xFFFF, 0x1234, "int1a 02 hours and minutes"
        mov ah, 0x04
        CALL 0x1A
        EXPECT r_flags, CF, 0, "int1a 04 carry"
        EXPECT r_ecx, 0xFFFF, 0x2003, "int1a 04 year"
        EXPECT r_edx, 0xFFFF, 0x0728, "int1a 04 month and day"
        mov ah, 0x06
        mov cx, 0x2359
        mov dx, 0x5900
        CALL 0x1A
        EXPECT r_flags, CF, 0, "int1a 06 carry"
        mov ah, 0x06
        mov cx, 0x2359
        mov dx, 0x5900
        CALL 0x1A
        EXPECT r_flags, CF, CF, "int1a 06 a second alarm: carry"
        mov ah, 0x07
        CALL 0x1A
        EXPECT r_flags, CF, 0, "int1a 07 carry"
        mov word [0x4A * 4], alarm
        mov word [0x4A * 4 + 2], 0
        mov ah, 0x03                    ; the alarm, a second from now
        mov cx, 0x1558
        mov dx, 0x3000
        CALL 0x1A
        mov ah, 0x06
        mov cx, 0x1558
        mov dx, 0x3100
        CALL 0x1A
        mov cx, 60                      ; ticks, or alarms
.alarm: hlt
        cmp word [alarms], 0
        loope .alarm
        EXPECT alarms, 0xFFFF, 1, "int70 calls INT 4Ah at the alarm"
        mov ah, 0x07
        CALL 0x1A
        mov ah, 0x0F
        CALL 0x1A
        EXPECT r_flags, CF, CF, "int1a 0F carry"

        mov ax, 0xB101
        xor edi, edi
        CALL 0x1A
        EXPECT r_flags, CF, 0, "pci B101 carry"
        EXPECT r_edx, -1, 0x20494350, "pci B101 signature"
        EXPECT r_ebx, 0xFFFF, 0x0210, "pci B101 version"
        EXPECT r_eax, 0xFF01, 0x0001, "pci B101 mechanism 1"
        mov ax, 0xB102
        mov cx, 0x1237
        mov dx, 0x8086
        xor si, si
        CALL 0x1A
        EXPECT r_flags, CF, 0, "pci B102 host bridge: carry"
        EXPECT r_ebx, 0xFFFF, 0, "pci B102 host bridge: BX"
        mov ax, 0xB102
        mov cx, 0x1237
        mov dx, 0x8086
        mov si, 1
        CALL 0x1A
        EXPECT r_flags, CF, CF, "pci B102 no second one: carry"
        EXPECT r_eax, 0xFF00, 0x8600, "pci B102 no second one: AH"
        mov ax, 0xB103
        mov ecx, 0x060100
        xor si, si
        CALL 0x1A
        EXPECT r_flags, CF, 0, "pci B103 ISA bridge: carry"
        EXPECT r_ebx, 0xFFFF, 0x0008, "pci B103 ISA bridge: BX"
        mov ax, 0xB108
        xor bx, bx
        mov di, 0
        CALL 0x1A
        EXPECT r_ecx, 0xFF, 0x86, "pci B108"
        mov ax, 0xB109
        xor bx, bx
        mov di, 2
        CALL 0x1A
        EXPECT r_ecx, 0xFFFF, 0x1237, "pci B109"
        mov ax, 0xB10A
        xor bx, bx
        mov di, 0
        CALL 0x1A
        EXPECT r_ecx, -1, 0x12378086, "pci B10A"
        mov ax, 0xB102
        mov cx, 0x1237
        mov dx, 0xFFFF
        xor si, si
        CALL 0x1A
        EXPECT r_flags, CF, CF, "pci B102 vendor FFFF: carry"
        EXPECT r_eax, 0xFF00, 0x8300, "pci B102 vendor FFFF: AH"
        mov ax, 0xB103
        mov ecx, 0x123456
        xor si, si
        CALL 0x1A
        EXPECT r_flags, CF, CF, "pci B103 no such class: carry"
        EXPECT r_eax, 0xFF00, 0x8600, "pci B103 no such class: AH"
        mov ax, 0xB109
        xor bx, bx
        mov di, 1
        CALL 0x1A
        EXPECT r_flags, CF, CF, "pci B109 odd register: carry"
        EXPECT r_eax, 0xFF00, 0x8700, "pci B109 odd register: AH"
        mov ax, 0xB10A
        xor bx, bx
        mov di, 2
        CALL 0x1A
        EXPECT r_eax, 0xFF00, 0x8700, "pci B10A register 2: AH"
        mov ax, 0xB108
        xor bx, bx
        mov di, 0x100
        CALL 0x1A
        EXPECT r_eax, 0xFF00, 0x8700, "pci B108 register 100h: AH"
        mov ax, 0xB10C
        mov bx, 0x0009
        mov di, 0x40
        mov cx, 0x8000
        CALL 0x1A
        EXPECT r_flags, CF, 0, "pci B10C carry"
        mov ax, 0xB109
        mov bx, 0x0009
        mov di, 0x40
        CALL 0x1A
        EXPECT r_ecx, 0xFFFF, 0x8000, "pci B10C wrote what B109 reads"
        mov ax, 0xB10D
        mov bx, 0x0009
        mov di, 0x20
        mov ecx, 0x0000C001
        CALL 0x1A
        mov ax, 0xB10A
        mov bx, 0x0009
        mov di, 0x20
        CALL 0x1A
        EXPECT r_ecx, -1, 0x0000C001, "pci B10D wrote what B10A reads"
        mov word [room], 0              ; B10E: first how much room it needs
        mov ax, 0xB10E
        xor bx, bx
        mov di, room
        CALL 0x1A
        EXPECT r_flags, CF, CF, "pci B10E no room: carry"
        EXPECT r_eax, 0xFF00, 0x8900, "pci B10E no room: AH"
        mov ax, [room]
        test ax, ax
        setnz [value]
        EXPECT value, 0xFF, 1, "pci B10E no room: how much it needs"
        mov ax, 0xB10E
        xor bx, bx
        mov di, room
        CALL 0x1A
        EXPECT r_flags, CF, 0, "pci B10E carry"
        EXPECT 0xC000 + 2, 0xFC, 0x60, "pci B10E link of the first slot's INTA"
        mov ax, 0xB10F                  ; INTA of slot 3 to IRQ 11
        mov bx, 3 << 3
        mov cx, 0x0B0A
        CALL 0x1A
        EXPECT r_flags, CF, 0, "pci B10F carry"
        mov ax, 0xB10F
        mov bx, 3 << 3
        mov cx, 0x000A
        CALL 0x1A
        EXPECT r_flags, CF, CF, "pci B10F IRQ 0: carry"
        EXPECT r_eax, 0xFF00, 0x8800, "pci B10F IRQ 0: AH"
        mov ax, 0xB10F
        mov bx, 3 << 3
        mov cx, 0x0B01
        CALL 0x1A
        EXPECT r_flags, CF, CF, "pci B10F pin 1: carry"
        mov ax, 0xB10B
        mov bx, 0x0008
        mov di, 0x3C
        mov cl, 0x0B
        CALL 0x1A
        EXPECT r_flags, CF, 0, "pci B10B carry"
        mov ax, 0xB1FF
        CALL 0x1A
        EXPECT r_flags, CF, CF, "pci B1FF carry"
        EXPECT r_eax, 0xFF00, 0x8100, "pci B1FF AH"
        jmp done

tick:   inc word [cs:ticks]
        iret
ticks   dw 0
alarm:  inc word [cs:alarms]
        iret
alarms  dd 0
room    dw 0, 0xC000, 0
%include "harness_end.inc"
