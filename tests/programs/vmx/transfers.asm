; The change of CS by far call, RETF, IRET and through memory; stack switches by LSS in the window; 32-bit code.
%include "window.inc"
program:
        jmp .go
.there: dw .b
        dw CODE16
.stack: dd 0x6F00
        dw DATA16
.go:    lgdt [gdtr]
        PROTECT
        call CODE16:.a                  ; CS reloaded by a call
.a:     pop word [0x8010]
        pop word [0x8012]
        UNPROTECT
        jmp 0:.r1
.r1:    PROTECT
        lss esp, [.stack]
        jmp far [.there]
.b:     mov [0x8014], esp
        UNPROTECT
        push word 0                     ; back by RETF
        push word .r2
        retf
.r2:    xor ax, ax
        mov ss, ax
        mov sp, 0x7000
        PROTECT
        push word CODE16
        push word .c
        retf
.c:     mov word [0x8018], 1
        UNPROTECT
        pushf
        push word 0
        push word .r3
        iret
.r3:    mov [0x801C], sp
        PROTECT
        jmp dword CODE32:.d
        bits 32
.d:     mov ax, DATA16
        mov ds, ax
        mov ss, ax
        mov dword [0x8020], 0x32323232
        jmp CODE16:.e
        bits 16
.e:     UNPROTECT
        jmp 0:.r4
.r4:    xor ax, ax
        mov ds, ax
        mov ss, ax
        mov word [0x8024], 4
        mov cx, 50                      ; many times, with interrupts enabled between
.m:     sti
        nop
        cli
        PROTECT
        jmp CODE16:.f
.f:     inc word [0x8028]
        UNPROTECT
        jmp 0:.g
.g:     sti
        inc word [0x802A]
        loop .m
        DONE
