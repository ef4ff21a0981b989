; A boot sector that says on port E9h "booted NAME dl=XX", then does what THEN says: 0 ends the run, 0x18 and 0x19 are the
; interrupt it calls. The second time it is started, which it knows by a word at 0000:0600, it ends the run.
        bits 16
        cpu 386
        org 0x7C00
start:  cli
        xor ax, ax
        mov ds, ax
        mov ss, ax
        mov sp, 0x7C00
        cld
        mov bl, dl
        mov si, text
        call print
        mov al, bl
        shr al, 4
        call digit
        mov al, bl
        and al, 15
        call digit
        mov al, 10
        out 0xE9, al
        sti
%if THEN != 0
        inc word [0x600]
        cmp word [0x600], AGAIN
        ja .end
        int THEN
%endif
.end:   mov al, 0
        out 0xF4, al
        cli
        hlt
print:  lodsb
        test al, al
        jz .end
        out 0xE9, al
        jmp print
.end:   ret
digit:  cmp al, 10
        sbb al, 0x69
        das
        out 0xE9, al
        ret
text    db 'booted ', NAME, ' dl=', 0
        times 510 - ($ - $$) db 0
        dw SIGNATURE
