; INT 1Ah: ticks, RTC, PCI BIOS. INT 08h and 1Ch.
%include "harness.inc"

main:   mov word [0x1C * 4], tick
        mov word [0x1C * 4 + 2], 0
        CALL 0x1A, ah, 0x01, cx, 0x0012, dx, 0x3456
        hlt
        hlt
        hlt
        CALL 0x1A, ah, 0x00
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
        CALL 0x1A, ah, 0x01, cx, 0x0018, dx, 0x00AF
        hlt
        hlt
        hlt
        CALL 0x1A, ah, 0x00
        EXPECT r_eax, 0xFF, 1, "int1a 00 midnight passed"
        EXPECT r_ecx, 0xFFFF, 0, "int1a 00 counts from zero"
        CALL 0x1A, ah, 0x00
        EXPECT r_eax, 0xFF, 0, "int1a 00 tells midnight once"

        CALL 0x1A, ah, 0x05, cx, 0x2003, dx, 0x0728
        SUCCEEDS "int1a 05 "
        CALL 0x1A, ah, 0x03, cx, 0x1234, dx, 0x1000
        SUCCEEDS "int1a 03 "
        CALL 0x1A, ah, 0x02
        SUCCEEDS "int1a 02 "
        EXPECT r_ecx, 0xFFFF, 0x1234, "int1a 02 hours and minutes"
        CALL 0x1A, ah, 0x04
        SUCCEEDS "int1a 04 "
        EXPECT r_ecx, 0xFFFF, 0x2003, "int1a 04 year"
        EXPECT r_edx, 0xFFFF, 0x0728, "int1a 04 month and day"
        CALL 0x1A, ah, 0x06, cx, 0x2359, dx, 0x5900
        SUCCEEDS "int1a 06 "
        CALL 0x1A, ah, 0x06, cx, 0x2359, dx, 0x5900
        EXPECT r_flags, CF, CF, "int1a 06 a second alarm: carry"
        CALL 0x1A, ah, 0x07
        SUCCEEDS "int1a 07 "
        mov word [0x4A * 4], alarm
        mov word [0x4A * 4 + 2], 0
        CALL 0x1A, ah, 0x03, cx, 0x1558, dx, 0x3000  ; the alarm, a second from now
        CALL 0x1A, ah, 0x06, cx, 0x1558, dx, 0x3100
        mov cx, 60                      ; ticks, or alarms
.alarm: hlt
        cmp word [alarms], 0
        loope .alarm
        EXPECT alarms, 0xFFFF, 1, "int70 calls INT 4Ah at the alarm"
        CALL 0x1A, ah, 0x07
        CALL 0x1A, ah, 0x0F
        EXPECT r_flags, CF, CF, "int1a 0F carry"

        CALL 0x1A, ax, 0xB101, edi, 0
        SUCCEEDS "pci B101 "
        EXPECT r_edx, -1, 0x20494350, "pci B101 signature"
        EXPECT r_ebx, 0xFFFF, 0x0210, "pci B101 version"
        EXPECT r_eax, 0xFF01, 0x0001, "pci B101 mechanism 1"
        CALL 0x1A, ax, 0xB102, cx, 0x1237, dx, 0x8086, si, 0
        SUCCEEDS "pci B102 host bridge: "
        EXPECT r_ebx, 0xFFFF, 0, "pci B102 host bridge: BX"
        CALL 0x1A, ax, 0xB102, cx, 0x1237, dx, 0x8086, si, 1
        FAILS "pci B102 no second one: ", 0x86
        CALL 0x1A, ax, 0xB103, ecx, 0x060100, si, 0
        SUCCEEDS "pci B103 ISA bridge: "
        EXPECT r_ebx, 0xFFFF, 0x0008, "pci B103 ISA bridge: BX"
        CALL 0x1A, ax, 0xB108, bx, 0, di, 0
        EXPECT r_ecx, 0xFF, 0x86, "pci B108"
        CALL 0x1A, ax, 0xB109, bx, 0, di, 2
        EXPECT r_ecx, 0xFFFF, 0x1237, "pci B109"
        CALL 0x1A, ax, 0xB10A, bx, 0, di, 0
        EXPECT r_ecx, -1, 0x12378086, "pci B10A"
        CALL 0x1A, ax, 0xB102, cx, 0x1237, dx, 0xFFFF, si, 0
        FAILS "pci B102 vendor FFFF: ", 0x83
        CALL 0x1A, ax, 0xB103, ecx, 0x123456, si, 0
        FAILS "pci B103 no such class: ", 0x86
        CALL 0x1A, ax, 0xB109, bx, 0, di, 1
        FAILS "pci B109 odd register: ", 0x87
        CALL 0x1A, ax, 0xB10A, bx, 0, di, 2
        EXPECT r_eax, 0xFF00, 0x8700, "pci B10A register 2: AH"
        CALL 0x1A, ax, 0xB108, bx, 0, di, 0x100
        EXPECT r_eax, 0xFF00, 0x8700, "pci B108 register 100h: AH"
        CALL 0x1A, ax, 0xB10C, bx, 0x0009, di, 0x40, cx, 0x8000
        SUCCEEDS "pci B10C "
        CALL 0x1A, ax, 0xB109, bx, 0x0009, di, 0x40
        EXPECT r_ecx, 0xFFFF, 0x8000, "pci B10C wrote what B109 reads"
        CALL 0x1A, ax, 0xB10D, bx, 0x0009, di, 0x20, ecx, 0x0000C001
        CALL 0x1A, ax, 0xB10A, bx, 0x0009, di, 0x20
        EXPECT r_ecx, -1, 0x0000C001, "pci B10D wrote what B10A reads"
        mov word [room], 0              ; B10E: first how much room it needs
        CALL 0x1A, ax, 0xB10E, bx, 0, di, room
        FAILS "pci B10E no room: ", 0x89
        mov ax, [room]
        test ax, ax
        setnz [value]
        EXPECT value, 0xFF, 1, "pci B10E no room: how much it needs"
        CALL 0x1A, ax, 0xB10E, bx, 0, di, room
        SUCCEEDS "pci B10E "
        EXPECT 0xC000 + 2, 0xFC, 0x60, "pci B10E link of the first slot's INTA"
        CALL 0x1A, ax, 0xB10F, bx, 3 << 3, cx, 0x0B0A  ; INTA of slot 3 to IRQ 11
        SUCCEEDS "pci B10F "
        CALL 0x1A, ax, 0xB10F, bx, 3 << 3, cx, 0x000A
        FAILS "pci B10F IRQ 0: ", 0x88
        CALL 0x1A, ax, 0xB10F, bx, 3 << 3, cx, 0x0B01
        EXPECT r_flags, CF, CF, "pci B10F pin 1: carry"
        CALL 0x1A, ax, 0xB10B, bx, 0x0008, di, 0x3C, cl, 0x0B
        SUCCEEDS "pci B10B "
        CALL 0x1A, ax, 0xB1FF
        FAILS "pci B1FF ", 0x81
        jmp done

tick:   inc word [cs:ticks]
        iret
ticks   dw 0
alarm:  inc word [cs:alarms]
        iret
alarms  dd 0
room    dw 0, 0xC000, 0
%include "harness_end.inc"
