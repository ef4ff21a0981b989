; Interrupts and exceptions between MOV CR0 and the far jump, both ways. A handler returns there by IRET, so CS must mean
; the same before and after: 0008h, as a segment and as the selector of a descriptor, has the base 80h.
%include "window.inc"
HERE    equ 0x08
BASE    equ 0x80
VECTORS equ 0x9000                      ; protected mode's gates
TICKS   equ 0x9900
%macro PROTECTED_TABLE 0
        lidt [protected_idtr]
%endmacro
        align 8
gdt2:   dq 0
        dq 0x00009B000080FFFF           ; HERE
        dq 0x000093000000FFFF
gdtr2:  dw 23
        dd gdt2
protected_idtr:
        dw 0x7FF
        dd VECTORS
real_idtr:
        dw 0x3FF
        dd 0
bad:    dw 0x7770

wait_tick:
        mov al, [TICKS]
        sti
.w:     cmp [TICKS], al
        je .w
        cli
        ret
tick:   push ax
        inc byte [TICKS]
        mov al, 0x20
        out 0x20, al
        pop ax
        iret
divide: push bp                         ; both kinds: IP, CS, FLAGS
        mov bp, sp
        mov ax, [bp + 4]
        mov [bx], ax
        mov ax, [bp + 2]
        mov [bx + 2], ax
        add bx, 4
        add word [bp + 2], 2            ; behind DIV CL
        pop bp
        iret
protection:                             ; an error code, IP, CS, FLAGS
        push bp
        mov bp, sp
        mov ax, [bp + 2]
        mov [bx], ax
        mov ax, [bp + 4]
        mov [bx + 2], ax
        add bx, 4
        push si
        mov si, ax
        add si, BASE
        mov ax, 4                       ; length of MOV FS, [disp16]
        cmp byte [si], 0x0F             ; POP GS
        jne .l
        mov ax, 2
.l:     add [bp + 4], ax
        pop si
        pop bp
        add sp, 2
        iret
call_protected:
        mov word [bx], 0x3232
        mov eax, [esp]
        mov [bx + 2], eax
        mov ax, [esp + 4]
        mov [bx + 6], ax
        add bx, 8
        o32 iret
call_real:
        mov word [bx], 0x1616
        push bp
        mov bp, sp
        mov ax, [bp + 2]
        mov [bx + 2], ax
        mov ax, [bp + 4]
        mov [bx + 4], ax
        pop bp
        add bx, 6
        iret
step:   inc dx
        iret

program:
        jmp HERE:at_base - BASE
at_base:
        lgdt [gdtr2]
        mov al, 0xFE                    ; the timer alone
        out 0x21, al
        mov al, 0xFF
        out 0xA1, al
        mov dword [8 * 4], HERE * 65536 + tick - BASE
        mov dword [0x60 * 4], HERE * 65536 + call_real - BASE
        mov dword [0], HERE * 65536 + divide - BASE
        mov di, VECTORS
        mov cx, 0x400
        xor ax, ax
        rep stosw
        mov eax, HERE * 65536 + divide - BASE
        mov edx, 0x00008600             ; 16-bit interrupt gate
        mov [VECTORS], eax
        mov [VECTORS + 4], edx
        mov ax, tick - BASE
        mov [VECTORS + 8 * 8], eax
        mov [VECTORS + 8 * 8 + 4], edx
        mov ax, protection - BASE
        mov [VECTORS + 13 * 8], eax
        mov [VECTORS + 13 * 8 + 4], edx
        mov ax, call_protected - BASE
        mov [VECTORS + 0x60 * 8], eax
        mov word [VECTORS + 0x60 * 8 + 4], 0x8F00  ; 32-bit trap gate
        ; a timer interrupt, waited for in a loop
        PROTECTED_TABLE
        PROTECT
        call wait_tick
        mov [0x8010], sp
        jmp HERE:.a - BASE
.a:     lidt [real_idtr]
        UNPROTECT
        call wait_tick
        mov [0x8012], sp
        jmp HERE:.b - BASE
.b:     ; the same by HLT
        PROTECTED_TABLE
        PROTECT
        sti
        hlt
        cli
        mov ax, [TICKS]
        mov [0x8014], ax
        jmp HERE:.c - BASE
.c:     lidt [real_idtr]
        UNPROTECT
        sti
        hlt
        cli
        mov ax, [TICKS]
        mov [0x8016], ax
        jmp HERE:.d - BASE
.d:     PROTECTED_TABLE
        mov bx, 0x8020
        PROTECT
        xor cx, cx
        div cl                          ; exceptions
        mov fs, [bad]
        push word 0x7770
        pop gs
        add sp, 2
        int 0x60                        ; and a call, by a 32-bit gate
        jmp HERE:.e - BASE
.e:     lidt [real_idtr]
        UNPROTECT
        div cl
        int 0x60
        jmp HERE:.f - BASE
.f:     mov [0x8018], bx
        mov [0x801A], sp
        mov [0x801C], cs
        ; single steps through both windows
        mov dword [4], HERE * 65536 + step - BASE
        mov ax, step - BASE
        mov [VECTORS + 8], ax
        mov word [VECTORS + 10], HERE
        mov dword [VECTORS + 12], 0x8600
        xor dx, dx
        mov eax, cr0
        or al, 1
        lidt [protected_idtr]
        mov cr0, eax
        pushf
        or word [esp], 0x100
        popf
        inc cx
        inc cx
        pushf
        and word [esp], 0xFEFF
        popf
        jmp HERE:.g - BASE
.g:     mov [0x801E], dx
        lidt [real_idtr]
        UNPROTECT
        jmp 0:.h
.h:     DONE
