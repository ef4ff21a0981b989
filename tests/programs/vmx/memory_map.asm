; What every service for the size of memory answers: INT 12h at 8006h, INT 15h AH=88h at 8008h, AX=E801h at 800Ah (AX, BX,
; CX, DX), the entries of AX=E820h from 8020h on, 20 bytes each, their number at 8004h.
%include "window.inc"
program:
        sti
        int 0x12
        mov [0x8006], ax
        mov ah, 0x88
        int 0x15
        jc $
        mov [0x8008], ax
        mov ax, 0xE801
        int 0x15
        jc $
        mov [0x800A], ax
        mov [0x800C], bx
        mov [0x800E], cx
        mov [0x8010], dx
        xor ebx, ebx
        mov di, 0x8020
.next:  mov eax, 0xE820
        mov edx, 0x534D4150             ; SMAP
        mov ecx, 20
        int 0x15
        jc .end
        cmp eax, 0x534D4150
        jne $
        inc word [0x8004]
        add di, 20
        test ebx, ebx
        jnz .next
.end:   DONE
