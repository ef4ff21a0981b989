; Each mode that VBE lists is set: the DISPI registers have its size, 4F03h tells it, and with a linear frame buffer its last
; pixels are memory. Expectations: VBE Core Functions Standard 3.0; the Bochs VBE DISPI description.
%define PROGRAM_SECTORS 8
%include "boot.inc"
BUFFER equ 0x4000               ; segment

test_start:
        print `VBE modes\n`
        mov word [modes], 0
        mov word [frame_buffers], 0
        mov word [wrong], 0
        push word BUFFER
        pop es
        xor di, di
        mov dword [es:di], 'VBE2'
        mov ax, 0x4f00
        int 0x10
        expect '4F00', ax, 0x004f
        lds si, [es:14]
        mov cx, 256
        push word 0x5000                ; the list may lie in the buffer
        pop es
        xor di, di
        rep movsw
        push word 0
        pop ds
        xor si, si
.mode:  push word 0x5000
        pop es
        mov cx, [es:si]
        add si, 2
        cmp cx, 0xffff
        je .end
        mov [mode], cx
        push si
        call try
        pop si
        jnc .mode
        inc word [wrong]
        print 'wrong: mode '
        mov ax, [mode]
        call print_word
        call print_newline
        jmp .mode
.end:   expect 'modes that are not what they tell', [wrong], 0
        mov ax, [modes]
        cmp ax, 40
        setae al
        expect_byte 'at least 40 modes', al, 1
        mov ax, [frame_buffers]
        cmp ax, 30
        setae al
        expect_byte 'at least 30 with a linear frame buffer', al, 1
        mov ax, [widest]
        cmp ax, 1920
        setae al
        expect_byte '1920 pixels and more', al, 1
        mov ax, 0x4f02
        mov bx, 0x4fff
        int 0x10
        expect '4F02: no such mode', ax, 0x014f
        mov ax, 0x0003
        int 0x10
        jmp finish

; Carry: the mode [mode] is wrong
try:    push word BUFFER
        pop es
        xor di, di
        mov ax, 0x4f01
        mov cx, [mode]
        int 0x10
        cmp ax, 0x004f
        jne .bad
        test byte [es:0], 1             ; supported
        jz .good
        test byte [es:0], 0x10          ; graphics
        jz .good
        inc word [modes]
        mov bx, [mode]
        mov eax, [es:40]
        test byte [es:0], 0x80          ; linear frame buffer
        jz .set
        or bx, 0x4000
        mov [frame_buffer], eax
.set:   mov [number], bx
        mov ax, 0x4f02
        int 0x10
        cmp ax, 0x004f
        jne .bad
        mov ax, 0x4f03
        int 0x10
        cmp bx, [number]
        jne .bad
        test bh, 0x01                   ; a VESA number: by the DISPI registers
        jz .good
        mov ax, 1
        call dispi
        cmp ax, [es:18]
        jne .bad
        cmp ax, [widest]
        jbe .height
        mov [widest], ax
.height:
        mov ax, 2
        call dispi
        cmp ax, [es:20]
        jne .bad
        test word [number], 0x4000
        jz .good
        inc word [frame_buffers]
        movzx eax, word [es:16]
        movzx ecx, word [es:20]
        mul ecx
        sub eax, 4
        add eax, [frame_buffer]
        mov esi, eax
        mov eax, [magic]
        add eax, 0x01234567
        mov [magic], eax
        call write_linear
        call read_linear
        cmp eax, [magic]
        jne .bad
.good:  clc
        ret
.bad:   stc
        ret

; AX = DISPI register AX
dispi:  mov dx, 0x1ce
        out dx, ax
        inc dx
        in ax, dx
        ret

mode    dw 0
number  dw 0
modes   dw 0
frame_buffers dw 0
wrong   dw 0
widest  dw 0
frame_buffer dd 0
magic   dd 0x5aa5f00d
%include "flat.inc"

        times PROGRAM_SECTORS * 512 - ($ - $$) db 0
