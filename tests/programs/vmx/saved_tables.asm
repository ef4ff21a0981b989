; IDTR and GDTR saved in real mode, where SIDT and SGDT do not trap, and loaded again: at once, between MOV CR0 and
; the far jump, and in protected mode. Interrupts then go where they went when the registers were saved.
%include "window.inc"
INT60   equ 0x60 * 4
FIRST   equ 0x9000                      ; saved registers lie outside of what is compared
SECOND  equ 0x9008
GDTR    equ 0x9010
OTHER   equ 0x9100                      ; another vector table
first:  dw 0x3FF
        dd 0
other:  dw 0x3FF
        dd OTHER
first_handler:
        inc word [0x8010]
        iret
second_handler:
        inc word [0x8012]
        iret
program:
        lgdt [gdtr]
        lidt [first]
        mov word [INT60], first_handler
        mov word [INT60 + 2], 0
        xor si, si
        mov di, OTHER
        mov cx, 0x200
        rep movsw
        mov word [OTHER + INT60], second_handler
        sidt [FIRST]
        sgdt [GDTR]
        int 0x60                        ; first
        lidt [other]
        int 0x60                        ; second
        sidt [SECOND]
        lidt [FIRST]
        int 0x60                        ; first
        lidt [SECOND]
        int 0x60                        ; second
        mov ax, [0x8010]
        mov [0x8014], ax
        mov ax, [0x8012]
        mov [0x8016], ax
        PROTECT
        lidt [FIRST]
        lgdt [GDTR]
        sidt [0x8020]
        sgdt [0x8028]
        jmp CODE16:.p
.p:     UNPROTECT
        jmp 0:.r
.r:     int 0x60                        ; first
        PROTECT
        jmp CODE16:.q
.q:     lidt [SECOND]
        UNPROTECT
        jmp 0:.s
.s:     int 0x60                        ; second
        mov cx, 20                      ; more values than there are marks for
.m:     mov [other], cx
        add word [other], 0x3FF
        lidt [other]
        sidt [SECOND]
        int 0x60
        lidt [FIRST]
        lidt [SECOND]
        int 0x60
        loop .m
        PROTECT
        lidt [FIRST]
        sidt [0x8030]
        sgdt [0x8038]
        jmp CODE16:.t
.t:     UNPROTECT
        jmp 0:.u
.u:     lidt [FIRST]
        int 0x60
        DONE
