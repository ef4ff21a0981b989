; Boot sector that starts a domain's loader as any 32-bit kernel is: copies IMAGE, a flat binary, to 1 MiB and jumps to its
; first byte in flat protected mode, paging and interrupts off. With OPEN_SHADOW it first makes C0000-FFFFF RAM, as a
; domain has it (82441FX datasheet: PAM registers 59h-5Fh).
        bits 16
        org 0x7C00
SECTORS_OF_TRACK equ 18
BUFFER  equ 0x1000                      ; segment
        cli
        xor ax, ax
        mov ds, ax
        mov ss, ax
        mov sp, 0x7C00
        jmp 0:start
start:  sti
        cld
        mov ax, BUFFER
        mov es, ax
        mov si, 1                       ; sector, from 0
.sector:
        mov ax, si
        xor dx, dx
        mov bx, SECTORS_OF_TRACK
        div bx
        inc dx
        mov cl, dl                      ; sector of the track
        mov dh, al
        and dh, 1
        shr ax, 1
        mov ch, al
        xor dl, dl
        xor bx, bx
        mov ax, 0x0201
        int 0x13
        jc $
        mov ax, es
        add ax, 32
        mov es, ax
        inc si
        cmp si, 1 + (image_end - image + 511) / 512
        jb .sector
        cli
%ifdef OPEN_SHADOW
        mov ecx, 0x80000058             ; host bridge, registers 58h-5Bh
        mov ebx, 0x33333300
        call pci_or
        mov ecx, 0x8000005C
        mov ebx, 0x33333333
        call pci_or
%endif
        in al, 0x92
        or al, 2
        out 0x92, al
        lgdt [gdtr]
        mov eax, cr0
        or al, 1
        mov cr0, eax
        jmp 8:flat
pci_or: mov dx, 0xCF8
        mov eax, ecx
        out dx, eax
        mov dx, 0xCFC
        in eax, dx
        or eax, ebx
        out dx, eax
        ret
        bits 32
flat:   mov ax, 16
        mov ds, ax
        mov es, ax
        mov ss, ax
        mov esi, BUFFER * 16
        mov edi, 0x100000
        mov ecx, (image_end - image + 3) / 4
        rep movsd
        mov eax, 0x100000
        jmp eax
        align 8
gdt:    dq 0, 0x00CF9B000000FFFF, 0x00CF93000000FFFF
gdtr:   dw 23
        dd gdt
        times 510 - ($ - $$) db 0
        dw 0xAA55
image:  incbin IMAGE
image_end:
        times 1474560 - ($ - $$) db 0
