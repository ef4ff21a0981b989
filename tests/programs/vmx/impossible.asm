; What no monitor of virtual-8086 mode can do between MOV CR0 and the far jump, chosen by WHAT.
%include "window.inc"
TSS     equ 0x30
        align 8
gdt2:   dq 0
        dq 0x00009B000000FFFF
        dq 0x000093000000FFFF
        dq 0x00CF93000000FFFF
        dq 0, 0
        dq 0x0000890080000067           ; TSS: at 8000h
gdtr2:  dw 55
        dd gdt2
idtr2:  dw 0x7FF
        dd 0x9000
program:
        lgdt [gdtr2]
        lidt [idtr2]
        mov ebx, 0xB0B0B0B0
        mov ecx, 0xC1C1C1C1
        mov edx, 0xD2D2D2D2
        mov ebp, 0xE3E3E3E3
        mov esi, 0xF4F4F4F4
        mov edi, 0xA5A5A5A5
        PROTECT
        mov eax, 0x96969696
        jmp WHAT
        times 0x100 - ($ - program_at) db 0x90
task_switch:
        jmp TSS:0
        times 0x200 - ($ - program_at) db 0x90
task_gate:
        mov word [0x9000 + 8 * 0x21 + 2], TSS
        mov word [0x9000 + 8 * 0x21 + 4], 0x8500
        nop
        int 0x21
        times 0x300 - ($ - program_at) db 0x90
outer_level:
        push word 0x23
        push word 0
        retf
        DONE
