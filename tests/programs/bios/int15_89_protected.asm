; INT 15h AH=89h, the switch to protected mode, and AH=87h with a target that is too small.
%include "harness.inc"
BUFFER equ 0xC000

main:   CALL 0x15, si, small, cx, 512, ah, 0x87
        EXPECT r_flags, CF, CF, "87 target of 512 bytes for 1,024: carry"

        ; AH=89h: into protected mode. The table: null, itself, IDT, DS, ES, SS, CS, BIOS CS
        in al, 0x21
        mov [mask], al
        in al, 0xA1
        mov [mask + 1], al
        mov word [value], 0
        mov ax, 0x8900
        mov bx, 0x2028                  ; vectors of the two interrupt controllers
        mov si, modes
        mov di, 0x1234
        mov ebp, 0x89ABCDEF
        int 0x15
        jc .refused
        mov [r_sp], sp                  ; protected mode, interrupts off
        mov [r_edi], edi
        mov [r_ebp], ebp
        mov [r_ds], ds
        mov [r_es], es
        mov [r_ebx], ss
        mov [r_ecx], cs
        mov [r_eax], ax
        pushf
        pop word [r_flags]
        smsw ax
        mov [value], ax
        in al, 0x21
        mov [r_edx], al
        in al, 0xA1
        mov [r_edx + 1], al
        mov eax, cr0
        and al, 0xFE
        mov cr0, eax
        jmp 0:.real
.real:  xor ax, ax
        mov ds, ax
        mov es, ax
        mov ss, ax
        lidt [real_idt]
        mov al, 0x11                    ; the interrupt controllers as the BIOS has them
        out 0x20, al
        out 0xA0, al
        mov al, 0x08
        out 0x21, al
        mov al, 0x70
        out 0xA1, al
        mov al, 4
        out 0x21, al
        mov al, 2
        out 0xA1, al
        mov al, 1
        out 0x21, al
        out 0xA1, al
        mov al, [mask]
        out 0x21, al
        mov al, [mask + 1]
        out 0xA1, al
.refused:
        sti
        EXPECT value, 1, 1, "89 protected mode"
        EXPECT r_eax, 0xFF00, 0, "89 AH"
        EXPECT r_flags, CF | 0x200, 0, "89 carry and interrupts are off"
        EXPECT r_sp, 0xFFFF, 0x7C00, "89 SP is the caller's"
        EXPECT r_edi, 0xFFFF, 0x1234, "89 DI is kept"
        EXPECT r_ds, 0xFFFF, 0x18, "89 DS"
        EXPECT r_es, 0xFFFF, 0x20, "89 ES"
        EXPECT r_ebx, 0xFFFF, 0x28, "89 SS"
        EXPECT r_ecx, 0xFFFF, 0x30, "89 CS"
        EXPECT r_edx, 0xFFFF, 0xFFFF, "89 hardware interrupts are masked"
        jmp done

mask    dw 0
real_idt dw 0x3FF
        dd 0
        align 8
small   times 16 db 0
        dw 0xFFFF, BUFFER, 0x9300, 0
        dw 0x01FF, BUFFER + 0x1000, 0x9300, 0
        times 16 db 0
modes   times 16 db 0
        dw 0x07FF, 0x6000, 0x9300, 0    ; IDT: limit and base
        dw 0xFFFF, 0, 0x9300, 0
        dw 0xFFFF, 0, 0x9300, 0
        dw 0xFFFF, 0, 0x9300, 0
        dw 0xFFFF, 0, 0x9B00, 0
        times 8 db 0
%include "harness_end.inc"
