; INT 15h AH=53h, APM 1.2: in real mode, and the 16- and 32-bit protected-mode interfaces.
%include "harness.inc"
%include "protected_call.inc"

; Real mode: AX, BX, CX
%macro APM 1-3 0, 0
        mov ax, %1
        mov bx, %2
        mov cx, %3
        CALL 0x15
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
        EXPECT r_flags, CF, 0, "00 carry"
        EXPECT r_eax, 0xFFFF, 0x0102, "00 version 1.2"
        EXPECT r_ebx, 0xFFFF, 0x504D, "00 signature"
        EXPECT r_ecx, 3, 3, "00 16- and 32-bit interfaces"
        APM 0x5300, 1
        EXPECT r_flags, CF, CF, "00 bad device: carry"
        EXPECT r_eax, 0xFF00, 0x0900, "00 bad device: AH"
        APM 0x5304
        EXPECT r_flags, CF, CF, "04 not connected: carry"
        EXPECT r_eax, 0xFF00, 0x0300, "04 not connected: AH"
        APM 0x5301, 1
        EXPECT r_flags, CF, CF, "01 bad device: carry"
        APM 0x5301
        EXPECT r_flags, CF, 0, "01 carry"
        APM 0x5301
        EXPECT r_flags, CF, CF, "01 connected already: carry"
        EXPECT r_eax, 0xFF00, 0x0200, "01 connected already: AH"
        APM 0x530E, 0, 0x0102
        EXPECT r_flags, CF, 0, "0E carry"
        EXPECT r_eax, 0xFFFF, 0x0102, "0E version"
        sti
        APM 0x5305
        EXPECT r_flags, CF, 0, "05 idle: carry"
        APM 0x5306
        EXPECT r_flags, CF, 0, "06 busy: carry"
        APM 0x5307, 0x0777, 1
        EXPECT r_flags, CF, CF, "07 bad device: carry"
        EXPECT r_eax, 0xFF00, 0x0900, "07 bad device: AH"
        APM 0x5307, 1, 7
        EXPECT r_flags, CF, CF, "07 bad state: carry"
        EXPECT r_eax, 0xFF00, 0x0A00, "07 bad state: AH"
        APM 0x5308, 1, 1
        EXPECT r_flags, CF, 0, "08 enable: carry"
        APM 0x530A, 1
        EXPECT r_flags, CF, 0, "0A carry"
        EXPECT r_ebx, 0xFF00, 0x0100, "0A on line"
        EXPECT r_ecx, 0x8000, 0x8000, "0A no battery"
        APM 0x530A, 0x0777
        EXPECT r_flags, CF, CF, "0A bad device: carry"
        EXPECT r_eax, 0xFF00, 0x0900, "0A bad device: AH"
        APM 0x530B
        EXPECT r_flags, CF, CF, "0B carry"
        EXPECT r_eax, 0xFF00, 0x8000, "0B no event"
        APM 0x530C, 1
        EXPECT r_flags, CF, 0, "0C carry"
        EXPECT r_ecx, 0xFFFF, 0, "0C enabled"
        APM 0x530D, 1, 1
        EXPECT r_flags, CF, 0, "0D carry"
        APM 0x530F, 1, 1
        EXPECT r_flags, CF, 0, "0F carry"
        APM 0x53FF
        EXPECT r_flags, CF, CF, "FF carry"
        EXPECT r_eax, 0xFF00, 0x8600, "FF AH"
        APM 0x5304
        EXPECT r_flags, CF, 0, "04 carry"

        ; 32-bit protected mode
        APM 0x5303
        EXPECT r_flags, CF, 0, "03 carry"
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
        EXPECT r_flags, CF, 0, "32-bit 0A carry"
        EXPECT r_ebx, 0xFF00, 0x0100, "32-bit 0A on line"
        PAPM 0x530A, 0x0777
        EXPECT r_flags, CF, CF, "32-bit 0A bad device: carry"
        EXPECT r_eax, 0xFF00, 0x0900, "32-bit 0A bad device: AH"
        PAPM 0x530B
        EXPECT r_flags, CF, CF, "32-bit 0B carry"
        EXPECT r_eax, 0xFF00, 0x8000, "32-bit 0B no event"
        PAPM 0x530E, 0, 0x0102
        EXPECT r_flags, CF, 0, "32-bit 0E carry"
        EXPECT r_eax, 0xFFFF, 0x0102, "32-bit 0E version"
        PAPM 0x5307, 1, 7
        EXPECT r_flags, CF, CF, "32-bit 07 bad state: carry"
        EXPECT r_eax, 0xFF00, 0x0A00, "32-bit 07 bad state: AH"
        PAPM 0x5308, 1, 1
        EXPECT r_flags, CF, 0, "32-bit 08 carry"
        PAPM 0x53FF
        EXPECT r_flags, CF, CF, "32-bit FF carry"
        EXPECT r_eax, 0xFF00, 0x8600, "32-bit FF AH"
        APM 0x5303
        EXPECT r_flags, CF, CF, "03 connected already: carry"
        EXPECT r_eax, 0xFF00, 0x0700, "03 connected already: AH"
        PAPM 0x5304
        EXPECT r_flags, CF, 0, "32-bit 04 carry"

        ; 16-bit protected mode
        APM 0x5302
        EXPECT r_flags, CF, 0, "02 after 32-bit 04: carry"
        SET_BASE APM16_CODE, word [r_eax]
        SET_BASE APM16_DATA, word [r_ecx]
        movzx eax, word [r_ebx]
        mov [entry], eax
        PAPM16 0x530A, 1
        EXPECT r_flags, CF, 0, "16-bit 0A carry"
        EXPECT r_ebx, 0xFF00, 0x0100, "16-bit 0A on line"
        PAPM16 0x530B
        EXPECT r_flags, CF, CF, "16-bit 0B carry"
        EXPECT r_eax, 0xFF00, 0x8000, "16-bit 0B no event"
        PAPM16 0x53FF
        EXPECT r_flags, CF, CF, "16-bit FF carry"
        EXPECT r_eax, 0xFF00, 0x8600, "16-bit FF AH"
        APM 0x5302
        EXPECT r_flags, CF, CF, "02 connected already: carry"
        EXPECT r_eax, 0xFF00, 0x0500, "02 connected already: AH"
        PAPM16 0x5304
        EXPECT r_flags, CF, 0, "16-bit 04 carry"
        APM 0x5304
        EXPECT r_flags, CF, CF, "04 after 16-bit 04: carry"
        jmp done

        align 4
entry   dd 0
%include "harness_end.inc"
