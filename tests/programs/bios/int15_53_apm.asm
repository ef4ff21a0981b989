; INT 15h AH=53h, APM 1.2: in real mode, and the 16- and 32-bit protected-mode interfaces.
%include "harness.inc"
%include "protected_call.inc"

; Real mode: AX, BX, CX
%macro APM 1-3 0, 0
        CALL 0x15, ax, %1, bx, %2, cx, %3
%endmacro
; Protected mode
%macro PAPM 1-3 0, 0
        mov dword [p_eax], %1
        mov dword [p_ebx], %2
        mov dword [p_ecx], %3
        PCALL BIOS_CODE, entry
%endmacro
%macro PAPM16 1-3 0, 0
        mov dword [p_eax], %1
        mov dword [p_ebx], %2
        mov dword [p_ecx], %3
        PCALL16 APM16_CODE, entry
%endmacro

main:   APM 0x5300
        SUCCEEDS "00 "
        EXPECT r_eax, 0xFFFF, 0x0102, "00 version 1.2"
        EXPECT r_ebx, 0xFFFF, 0x504D, "00 signature"
        EXPECT r_ecx, 3, 3, "00 16- and 32-bit interfaces"
        APM 0x5300, 1
        FAILS "00 bad device: ", 0x09
        APM 0x5304
        FAILS "04 not connected: ", 0x03
        APM 0x5301, 1
        EXPECT r_flags, CF, CF, "01 bad device: carry"
        APM 0x5301
        SUCCEEDS "01 "
        APM 0x5301
        FAILS "01 connected already: ", 0x02
        APM 0x530E, 0, 0x0102
        SUCCEEDS "0E "
        EXPECT r_eax, 0xFFFF, 0x0102, "0E version"
        sti
        APM 0x5305
        SUCCEEDS "05 idle: "
        APM 0x5306
        SUCCEEDS "06 busy: "
        APM 0x5307, 0x0777, 1
        FAILS "07 bad device: ", 0x09
        APM 0x5307, 1, 7
        FAILS "07 bad state: ", 0x0A
        APM 0x5308, 1, 1
        SUCCEEDS "08 enable: "
        APM 0x530A, 1
        SUCCEEDS "0A "
        EXPECT r_ebx, 0xFF00, 0x0100, "0A on line"
        EXPECT r_ecx, 0x8000, 0x8000, "0A no battery"
        APM 0x530A, 0x0777
        FAILS "0A bad device: ", 0x09
        APM 0x530B
        EXPECT r_flags, CF, CF, "0B carry"
        EXPECT r_eax, 0xFF00, 0x8000, "0B no event"
        APM 0x530C, 1
        SUCCEEDS "0C "
        EXPECT r_ecx, 0xFFFF, 0, "0C enabled"
        APM 0x530D, 1, 1
        SUCCEEDS "0D "
        APM 0x530F, 1, 1
        SUCCEEDS "0F "
        APM 0x53FF
        FAILS "FF ", 0x86
        APM 0x5304
        SUCCEEDS "04 "

        ; 32-bit protected mode
        APM 0x5303
        SUCCEEDS "03 "
        SET_BASE BIOS_CODE, word [r_eax]
        SET_BASE BIOS_CODE16, word [r_ecx]
        SET_BASE BIOS_DATA, word [r_edx]
        mov eax, [r_ebx]
        mov [entry], eax
        movzx eax, word [r_esi]
        cmp eax, [entry]
        seta [value]
        EXPECT value, 0xFF, 1, "03 the entry lies in the segment"
        PAPM 0x530A, 1
        SUCCEEDS "32-bit 0A "
        EXPECT r_ebx, 0xFF00, 0x0100, "32-bit 0A on line"
        PAPM 0x530A, 0x0777
        FAILS "32-bit 0A bad device: ", 0x09
        PAPM 0x530B
        EXPECT r_flags, CF, CF, "32-bit 0B carry"
        EXPECT r_eax, 0xFF00, 0x8000, "32-bit 0B no event"
        PAPM 0x530E, 0, 0x0102
        SUCCEEDS "32-bit 0E "
        EXPECT r_eax, 0xFFFF, 0x0102, "32-bit 0E version"
        PAPM 0x5307, 1, 7
        FAILS "32-bit 07 bad state: ", 0x0A
        PAPM 0x5308, 1, 1
        SUCCEEDS "32-bit 08 "
        PAPM 0x53FF
        FAILS "32-bit FF ", 0x86
        APM 0x5303
        FAILS "03 connected already: ", 0x07
        PAPM 0x5304
        SUCCEEDS "32-bit 04 "

        ; 16-bit protected mode
        APM 0x5302
        SUCCEEDS "02 after 32-bit 04: "
        SET_BASE APM16_CODE, word [r_eax]
        SET_BASE APM16_DATA, word [r_ecx]
        movzx eax, word [r_ebx]
        mov [entry], eax
        PAPM16 0x530A, 1
        SUCCEEDS "16-bit 0A "
        EXPECT r_ebx, 0xFF00, 0x0100, "16-bit 0A on line"
        PAPM16 0x530B
        EXPECT r_flags, CF, CF, "16-bit 0B carry"
        EXPECT r_eax, 0xFF00, 0x8000, "16-bit 0B no event"
        PAPM16 0x53FF
        FAILS "16-bit FF ", 0x86
        APM 0x5302
        FAILS "02 connected already: ", 0x05
        PAPM16 0x5304
        SUCCEEDS "16-bit 04 "
        APM 0x5304
        EXPECT r_flags, CF, CF, "04 after 16-bit 04: carry"
        jmp done

        align 4
entry   dd 0
%include "harness_end.inc"
