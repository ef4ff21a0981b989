; Descriptor-table registers loaded and stored again in the window, SMSW, LAR, LSL, VERR, VERW, LMSW, SLDT.
%include "window.inc"
selector: dw DATA16
one:    dw 1
real_idtr: dw 0x3FF
        dd 0
program:
        lgdt [gdtr]
        lidt [real_idtr]
        PROTECT
        o32 lgdt [gdtr]
        sgdt [0x8010]
        sidt [0x8018]
        smsw ax
        and ax, 0xF
        mov [0x8020], ax
        lar ecx, [selector]
        mov [0x8024], ecx
        setz [0x8028]
        mov ax, FLAT
        lsl edx, eax
        mov [0x802C], edx
        mov bx, CODE16
        verw bx
        setz [0x8030]
        verr bx
        setz [0x8031]
        mov bx, 0x7778
        verr bx
        setz [0x8032]
        sldt [0x8034]
        mov ax, 0x10
        mov bx, 0x13
        arpl ax, bx
        mov [0x8036], ax
        jmp CODE16:.p
.p:     mov word [0x8040], 0x16
        UNPROTECT
        lidt [real_idtr]
        sidt [0x8048]
        jmp 0:.r
.r:     smsw ax
        and ax, 0xF
        mov [0x8050], ax
        lmsw [one]                      ; PE by LMSW
        jmp CODE16:.q
.q:     mov word [0x8054], 0x17
        UNPROTECT
        jmp 0:.s
.s:     mov word [0x8058], 0x18
        DONE
