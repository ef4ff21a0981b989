; Stacks between MOV CR0 and the far jump, both ways: PUSHA, POPA, PUSHF, POPF, ENTER, LEAVE, near calls and returns with
; 32-bit operands, a stack segment with B set and ESP beyond 64 KiB, PUSH and POP of segment registers, other descriptor
; tables loaded in the middle, a call gate.
%include "window.inc"
BIGSTACK equ 0x18                       ; FLAT as a stack: B is set
GATE    equ 0x30
        align 8
gdt3:   dq 0
        dq 0x00009B000000FFFF
        dq 0x000093000000FFFF
        dq 0x00CF93000000FFFF
        dq 0x00CF9B000000FFFF
        dq 0x000093008000FFFF
        dw gated, 0x08, 0x8400, 0       ; GATE: 16-bit call gate
        dq 0x000093009000FFFF           ; 38h: base 9000h
gdtr3:  dw 63
        dd gdt3
idtr3:  dw 0x7F
        dd 0x12345
real_idtr:
        dw 0x3FF
        dd 0
pointer: dd 0x20000
        dw BIGSTACK

%macro EXERCISE 1                       ; what does not depend on the kind of mode; results from %1 on
        mov eax, 0x11112222
        mov ecx, 0x33334444
        mov edx, 0x55556666
        mov ebx, 0x77778888
        mov ebp, 0x9999AAAA
        mov esi, 0xBBBBCCCC
        mov edi, 0xDDDDEEEE
        pushad
        pusha
        popa
        mov eax, [ss:esp]
        mov [%1], eax
        mov eax, [ss:esp + 28]
        mov [%1 + 4], eax
        popad
        mov [%1 + 8], esi
        stc
        pushf
        clc
        popf
        setc [%1 + 12]
        pushfd
        pop eax
        and ax, 0x0ED5
        mov [%1 + 14], ax
        mov ebp, esp
        enter 8, 0
        mov word [bp - 2], 0x4321
        mov ax, [bp - 2]
        mov [%1 + 16], ax
        leave
        sub ebp, esp
        mov [%1 + 18], bp
        call dword %%near
        jmp short %%over
%%near: mov ax, [ss:esp]
        sub ax, %%near
        mov [%1 + 20], ax
        o32 ret
%%over: push dword 0x12345678
        push word 0x55
        push byte -2
        pop ax
        mov [%1 + 22], ax
        pop ax
        pop dword [%1 + 24]
        push ds
        push fs
        pop ax
        pop dx
        mov eax, esp
        mov [%1 + 28], eax
%endmacro

program:
        lgdt [gdtr]
        PROTECT
        EXERCISE RESULTS + 0x10
        lgdt [gdtr3]                    ; other tables in the middle
        lidt [idtr3]
        sidt [RESULTS + 0x40]
        sgdt [RESULTS + 0x48]
        mov ax, 0x38
        mov es, ax
        mov dword [es:0x10], 0xFEEDF00D ; 9010h
        mov eax, [0x9010]
        mov [RESULTS + 0x50], eax
        push es
        pop gs
        mov ax, gs
        mov [RESULTS + 0x54], ax
        lss esp, [pointer]              ; a stack beyond 64 KiB
        push dword 0xCAFE0001
        push word 0x1234
        EXERCISE RESULTS + 0x60
        pop ax
        mov [RESULTS + 0x90], ax
        pop eax
        mov [RESULTS + 0x94], eax
        mov ax, DATA16
        mov ss, ax
        mov esp, 0x7000
        call GATE:0                     ; CS reloaded by a call gate
        mov [RESULTS + 0x98], sp
        mov ax, BIGSTACK                ; back: B stays set in the hidden part until SS is loaded
        mov ss, ax
        mov esp, 0x30000
        lidt [real_idtr]
        UNPROTECT
        push dword 0xCAFE0002
        push word 0x4321
        EXERCISE RESULTS + 0xA0
        pop ax
        mov [RESULTS + 0xD0], ax
        pop eax
        mov [RESULTS + 0xD4], eax
        mov ax, 0x900
        mov es, ax
        mov dword [es:0x20], 0xFEEDF00E
        mov eax, [0x9020]
        mov [RESULTS + 0xD8], eax
        lgdt [gdtr]
        sgdt [RESULTS + 0xE0]
        lss sp, [real_stack]
        push word 0
        push word .r
        retf
.r:     mov [RESULTS + 0xE8], sp
        jmp end
real_stack:
        dw 0x6E00
        dw 0
gated:  mov word [RESULTS + 0x9A], 0x6A7E
        pop word [RESULTS + 0x9C]
        pop word [RESULTS + 0x9E]
        push word CODE16                ; real mode's CS is no selector to return to
        push word [RESULTS + 0x9C]
        retf
end:    DONE
