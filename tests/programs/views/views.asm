; A floppy for tests of the workbench's views. It waits for a key and brings the machine into a state that manuals describe;
; then the byte at 40:F0 (the BIOS data area's inter-application area) is the key.
;   t text mode 3, a character and a colour of its own     p mode 12h, another byte in each plane
;   m mode 13h, bytes in order                             v VBE mode 101h, bytes in order, a colour of 18 bits
;   s asks INT 12h, INT 15h AH=88h and AX=E801h            e asks the whole E820 map
;   u unreal mode: FS gets a limit of 4 GiB                x protected mode with paging, LDT and TSS; it stays there
%define SECTORS 6
%include "start.inc"
.key:
	mov ah, 0
	int 0x16
	push ax
	mov si, keys
.find:
	lodsb
	test al, al
	jz .none
	add si, 2
	pop dx
	push dx
	cmp al, dl
	jne .find
	call [si - 2]
.none:
	pop ax
	mov [0x4F0], al
	jmp .key

ready:	db "views ready", 13, 10, 0
keys:	db 't'
	dw text
	db 'p'
	dw planes
	db 'm'
	dw mode13
	db 'v'
	dw vbe
	db 's'
	dw sizes
	db 'e'
	dw e820
	db 'u'
	dw unreal
	db 'x'
	dw protected
	db 0

text:	mov ax, 0x0003
	int 0x10
	push es
	mov ax, 0xB800
	mov es, ax
	mov word [es:0], 0x1E41
	mov word [es:2], 0x2F42
	pop es
	mov ax, 0x1100			; loads characters: BH bytes of CX characters from DX on, to block BL
	mov bx, 0x1000
	mov cx, 1
	mov dx, 0x41
	mov bp, glyph
	int 0x10
	mov ax, 0x1010			; DAC entry BX = DH, CH, CL
	mov bx, 0x3F
	mov dh, 0x3F
	mov cx, 0x2A15
	int 0x10
	ret
glyph:	db 0x81, 0x42, 0x24, 0x18, 0x18, 0x24, 0x42, 0x81, 1, 2, 3, 4, 5, 6, 7, 8

planes:	mov ax, 0x0012
	int 0x10
	push es
	mov ax, 0xA000
	mov es, ax
	mov bx, 0x0111			; map mask in BH, byte in BL
.plane:	mov dx, 0x3C4
	mov al, 2
	mov ah, bh
	out dx, ax
	mov al, bl
	xor di, di
	mov cx, 8
	rep stosb
	add bl, 0x11
	shl bh, 1
	cmp bh, 0x10
	jb .plane
	mov ax, 0x0F02
	out dx, ax
	pop es
	ret

mode13:	mov ax, 0x0013
	int 0x10
	push es
	mov ax, 0xA000
	mov es, ax
	xor di, di
	mov al, 0x10
	call count
	pop es
	ret

vbe:	mov ax, 0x4F02
	mov bx, 0x0101
	int 0x10
	push es
	mov ax, 0xA000
	mov es, ax
	xor di, di
	mov al, 0x80
	call count
	pop es
	ret

; 32 bytes from AL on to ES:DI
count:	mov cx, 32
.next:	stosb
	inc al
	loop .next
	ret

sizes:	int 0x12
	mov ah, 0x88
	int 0x15
	mov ax, 0xE801
	int 0x15
	ret

e820:	xor ebx, ebx
.next:	mov eax, 0xE820
	mov edx, 0x534D4150
	mov ecx, 20
	mov di, 0x0600
	int 0x15
	jc .end
	test ebx, ebx
	jnz .next
.end:	ret

unreal:	cli
	lgdt [gdtr]
	mov eax, cr0
	or al, 1
	mov cr0, eax
	mov bx, 0x10
load_fs:
	mov fs, bx
	and al, 0xFE
	mov cr0, eax
	xor ax, ax
	mov fs, ax
	sti
	ret

protected:
	cli
	mov byte [0x4F0], 'x'
	push es
	mov ax, 0x1000			; page directory at 10000h, tables at 11000h and 12000h
	mov es, ax
	xor di, di
	xor eax, eax
	mov cx, 0x3000 / 4
	rep stosd
	mov dword [es:0], 0x11003
	mov dword [es:4], 0x12003
	mov di, 0x1000
	mov eax, 3
	mov cx, 1024
.page:	stosd
	add eax, 0x1000
	loop .page
	mov dword [es:0x2000 + 4 * 5], 0x7003	; linear 00405000h is physical 00007000h
	pop es
	lgdt [gdtr]
	lidt [idtr]
	mov eax, 0x10000
	mov cr3, eax
	mov eax, cr0
	or eax, 0x80000001
	mov cr0, eax
	jmp dword 8:flat
	bits 32
flat:	mov ax, 0x10
	mov ds, ax
	mov es, ax
	mov ss, ax
	mov esp, 0x7C00
	mov ax, 0x18
	lldt ax
	mov ax, 0x20
	ltr ax
	mov ax, 0x07			; the LDT's first descriptor
	mov gs, ax
stay:	inc ecx
	jmp stay

handler:
	iretd

	align 8
gdt:	dq 0
	dq 0x00CF9A000000FFFF		; 08 code, 32 bits, 4 GiB
	dq 0x00CF92000000FFFF		; 10 data, 4 GiB
	dw 7, ldt			; 18 LDT
	db 0, 0x82, 0, 0
	dw tss_end - tss - 1, tss	; 20 TSS, 32 bits
	db 0, 0x89, 0, 0
gdt_end:
gdtr:	dw gdt_end - gdt - 1
	dd gdt
ldt:	dw 0xFFFF, 0x1234		; 07: data at 561234h, 64 KiB, DPL 3
	db 0x56, 0xF2, 0, 0
idt:	times 0x21 dq 0
	dw handler, 8, 0x8E00, 0	; 21 interrupt gate
idt_end:
idtr:	dw idt_end - idt - 1
	dd idt
tss:	times 102 db 0
	dw 104				; where the bitmap is
	times 0x80 / 8 db 0xFF
	db 0xFE				; port 80h
	times (0x3F8 - 0x88) / 8 db 0xFF
	db 0x00				; ports 3F8h to 3FFh
	db 0xFF
tss_end:
	times 7 * 512 - ($ - $$) db 0
