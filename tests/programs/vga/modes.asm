; Boot sector that shows a picture in each mode of a table, for comparing two displays.
; For each picture it sends a record to the debug console (port E9h): "VG", mode, kind, the VGA's
; registers, the DAC, 8 KiB of plane 2; then it waits for a key. At the end it sends "END".
;
; nasm -f bin modes.asm
        bits    16
        org     0x7C00

TEXT    equ     0               ; words at B800h
CGA     equ     1               ; 16 KiB at B800h
PLANES  equ     2               ; 40,000 bytes in each plane at A000h
LINEAR  equ     3               ; 64,000 bytes at A000h
MODEX   equ     4               ; mode 13h unchained, 20,000 bytes in each plane
SPLIT   equ     5               ; like PLANES, with start address and line compare
DISPI   equ     6               ; mode is the depth: 640 x 480, 64 KiB of bank 0

start:  cli
        xor     ax, ax
        mov     ds, ax
        mov     es, ax
        mov     ss, ax
        mov     sp, 0x7C00
        sti
        cld
        mov     ax, 0x0203      ; the rest of the program
        mov     bx, 0x7E00
        mov     cx, 0x0002
        xor     dh, dh
        int     0x13
        mov     si, table
next:   lodsw
        cmp     ax, -1
        je      done
        mov     [mode], ax
        push    si
        call    show
        call    report
        xor     ah, ah          ; wait for a key
        int     0x16
        cmp     byte [kind], DISPI
        jne     .shown
        mov     ax, 4           ; DISPI off again
        xor     bx, bx
        call    dispi
.shown: pop     si
        jmp     next
done:   mov     si, end_mark
.mark:  lodsb
        out     0xE9, al
        cmp     si, end_mark + 3
        jb      .mark
halt:   hlt
        jmp     halt

; ---- programs kind [kind] in mode [mode] and draws
show:   xor     ah, ah
        mov     al, [mode]
        cmp     byte [kind], DISPI
        je      show_dispi
        int     0x10
        mov     ax, 0x1003      ; bright backgrounds: blinking would need the same moment
        xor     bl, bl
        int     0x10
        mov     ah, 1           ; no cursor
        mov     cx, 0x2000
        int     0x10
        mov     al, [kind]
        cmp     al, TEXT
        je      fill_text
        cmp     al, CGA
        je      fill_cga
        cmp     al, LINEAR
        je      fill_linear
        cmp     al, PLANES
        je      fill_planes
        cmp     al, SPLIT
        je      show_split
        mov     ax, 0x0604      ; MODEX: sequential, not chained
        mov     dx, 0x3C4
        out     dx, ax
        mov     dx, 0x3D4
        mov     ax, 0x0014
        out     dx, ax
        mov     ax, 0xE317
        out     dx, ax
        mov     di, 20000
        jmp     planes

show_split:
        mov     dx, 0x3D4
        mov     ax, 0x110C      ; start address 1140h
        out     dx, ax
        mov     ax, 0x400D
        out     dx, ax
        mov     ax, 0x2C18      ; line compare 12Ch: bit 8 in Overflow stays 1, bit 9 goes
        out     dx, ax
        mov     ax, 0x0009
        out     dx, ax
fill_planes:
        mov     di, 40000
planes: mov     [length], di
        mov     ax, 0xA000
        mov     es, ax
        xor     bl, bl
.plane: mov     dx, 0x3C4
        mov     cl, bl
        mov     ax, 0x0102
        shl     ah, cl
        out     dx, ax
        mov     cx, [length]
        call    fill
        inc     bl
        cmp     bl, 4
        jb      .plane
        mov     ax, 0x0F02
        out     dx, ax
        ret

fill_text:
        mov     cx, 4000
        jmp     fill_b800
fill_cga:
        mov     cx, 16384
fill_b800:
        mov     ax, 0xB800
        jmp     fill_at
fill_linear:
        mov     cx, 64000
fill_a000:
        mov     ax, 0xA000
fill_at:
        mov     es, ax
        xor     bl, bl

; CX bytes at ES:0: each is its low address byte x 7 + high address byte x 13 + BL x 35h
fill:   xor     di, di
.byte:  mov     ax, di
        mov     al, ah
        mov     ah, 13
        mul     ah
        mov     bh, al
        mov     ax, di
        mov     ah, 7
        mul     ah
        add     bh, al
        mov     al, bl
        mov     ah, 0x35
        mul     ah
        add     al, bh
        stosb
        loop    .byte
        ret

show_dispi:
        mov     ax, 4
        xor     bx, bx
        call    dispi
        mov     ax, 1
        mov     bx, 640
        call    dispi
        mov     ax, 2
        mov     bx, 480
        call    dispi
        mov     ax, 3
        movzx   bx, byte [mode]
        call    dispi
        mov     ax, 4
        mov     bx, 1
        call    dispi
        mov     ax, 5
        xor     bx, bx
        call    dispi
        mov     cx, 65535
        jmp     fill_a000

; DISPI register AX = BX
dispi:  mov     dx, 0x1CE
        out     dx, ax
        inc     dx
        mov     ax, bx
        out     dx, ax
        ret

        times   510 - ($ - $$) db 0
        dw      0xAA55

; ---- sends a record
report: mov     si, head
        mov     cx, 4
.head:  lodsb
        out     0xE9, al
        loop    .head
        mov     dx, 0x3CC
        in      al, dx
        out     0xE9, al
        mov     dx, 0x3C4
        mov     cx, 5
        call    bank
        mov     dx, 0x3D4
        mov     cx, 25
        call    bank
        mov     dx, 0x3CE
        mov     cx, 9
        call    bank
        xor     bl, bl
.attr:  mov     dx, 0x3DA
        in      al, dx
        mov     dx, 0x3C0
        mov     al, bl
        out     dx, al
        inc     dx
        in      al, dx
        out     0xE9, al
        inc     bl
        cmp     bl, 21
        jb      .attr
        mov     dx, 0x3DA
        in      al, dx
        mov     dx, 0x3C0
        mov     al, 0x20
        out     dx, al
        mov     dx, 0x3C7
        xor     al, al
        out     dx, al
        mov     dx, 0x3C9
        mov     cx, 768
.dac:   in      al, dx
        out     0xE9, al
        loop    .dac
        ; plane 2 of a text mode, sequential for the moment
        cmp     byte [kind], TEXT
        jne     .nofont
        mov     dx, 0x3C4
        mov     ax, 0x0604
        out     dx, ax
        mov     dx, 0x3CE
        mov     ax, 0x0204
        out     dx, ax
        mov     ax, 0x0005
        out     dx, ax
        mov     ax, 0x0506
        out     dx, ax
        push    ds
        mov     ax, 0xA000
        mov     ds, ax
        xor     si, si
        mov     cx, 8192
.font:  lodsb
        out     0xE9, al
        loop    .font
        pop     ds
        mov     dx, 0x3CE
        mov     ax, 0x0004
        out     dx, ax
        mov     ax, 0x1005
        out     dx, ax
        mov     ax, 0x0E06
        out     dx, ax
        mov     dx, 0x3C4
        mov     ax, 0x0204
        out     dx, ax
        ret
.nofont:
        mov     cx, 8192
        xor     al, al
.zero:  out     0xE9, al
        loop    .zero
        ret

; CX registers of the index/data pair at DX
bank:   xor     bl, bl
.one:   mov     al, bl
        out     dx, al
        inc     dx
        in      al, dx
        dec     dx
        out     0xE9, al
        inc     bl
        loop    .one
        ret

table:  db      0x03, TEXT, 0x04, CGA, 0x06, CGA, 0x0D, PLANES, 0x0E, PLANES, 0x10, PLANES
        db      0x11, PLANES, 0x12, PLANES, 0x13, LINEAR, 0x13, MODEX, 0x12, SPLIT
        db      8, DISPI, 15, DISPI, 16, DISPI, 24, DISPI, 32, DISPI
        dw      -1
end_mark:
        db      "END"
head:   db      "VG"
mode:   db      0
kind:   db      0
length: dw      0
        times   2048 - ($ - $$) db 0
