; A floppy for tests of the workbench's VGA Display. It waits for a key and does what it means; then the byte at 40:F0 (the
; BIOS data area's inter-application area) is the key.
;   c the 256 characters, 64 a row, from the top of the text screen
;   t m p  every frame another picture in text mode 3, mode 13h, mode 12h, until a key is pressed
;   b the mouse through INT 15h AH=C2h    d the mouse through ports 60h and 64h, until a key is pressed
;   k keeps what the keyboard sends: bytes from 0:600h on, their number at 0:500h. It stays there.
; Mouse: packets at 0:500h, sums of movements right and up at 0:502h and 0:504h (words), at 0:506h the buttons of the newest
; packet, at 0:507h those of all packets or'ed.
packets	equ 0x500
right	equ 0x502
up	equ 0x504
buttons	equ 0x506
pressed	equ 0x507
codes	equ 0x600

%define SECTORS 4
%include "start.inc"
next:
	mov ah, 0
	int 0x16
	mov di, packets			; nothing counted yet
	mov cx, 4
	push ax
	xor ax, ax
	mov es, ax
	rep stosw
	pop ax
	mov bx, next
	cmp al, 'c'
	je characters
	cmp al, 't'
	je text
	cmp al, 'm'
	je linear
	cmp al, 'p'
	je planes
	cmp al, 'b'
	je bios_mouse
	cmp al, 'd'
	je port_mouse
	cmp al, 'k'
	je keyboard
	jmp next

done:	mov [0x4F0], al
	ret

characters:
	mov ax, 3
	int 0x10
	mov ax, 0xB800
	mov es, ax
	xor bx, bx
	mov ah, 0x1F
.one:	mov di, bx			; 160 bytes for each 64 characters
	shr di, 6
	imul di, di, 160
	mov cx, bx
	and cx, 63
	add di, cx
	add di, cx
	mov al, bl
	stosw
	inc bx
	cmp bx, 256
	jb .one
	mov al, 'c'
	call done
	jmp next

; ---- another picture 70 times a second, as the adapter shows them in its standard modes; IRQ 0 gives the time, so that the
; processor has rests
text:	mov dx, 0xB800
	mov cx, 2000
	mov bx, 3
	jmp animate
linear:	mov dx, 0xA000
	mov cx, 32000
	mov bx, 0x13
	jmp animate
planes:	mov dx, 0xA000
	mov cx, 19200
	mov bx, 0x12
animate:
	push ax
	mov ax, bx
	int 0x10
	mov es, dx
	pop ax
	call done
	mov al, 0x36
	out 0x43, al
	mov ax, 1193182/70
	out 0x40, al
	mov al, ah
	out 0x40, al
	mov bx, 0x0141
.frame:	hlt
	push cx
	mov ax, bx
	xor di, di
	rep stosw
	pop cx
	add bx, 0x0101
	mov ah, 1
	int 0x16
	jz .frame
	jmp next

; ---- the mouse as programs of the BIOS have it
bios_mouse:
	push ax
	mov ax, 0xC205			; packets of three bytes
	mov bh, 3
	int 0x15
	mov ax, 0xC207
	push cs
	pop es
	mov bx, moved
	int 0x15
	mov ax, 0xC200
	mov bh, 1
	int 0x15
	pop ax
	jc next
	call done
	jmp next

; Called far with status, X, Y and 0 on the stack, a word each.
moved:	push bp
	mov bp, sp
	push ax
	push bx
	push cx
	push ds
	xor ax, ax
	mov ds, ax
	mov al, [bp+12]
	mov bl, [bp+10]
	mov cl, [bp+8]
	call count
	pop ds
	pop cx
	pop bx
	pop ax
	pop bp
	retf

; AL status, BL and CL the low eight bits of the movements
count:	inc word [packets]
	mov bh, 0
	test al, 0x10
	jz .x
	dec bh
.x:	add [right], bx
	mov ch, 0
	test al, 0x20
	jz .y
	dec ch
.y:	add [up], cx
	and al, 7
	mov [buttons], al
	or [pressed], al
	ret

; ---- the mouse as operating systems have it
port_mouse:
	call key_up
	cli
	push ax
	mov al, 0xA8			; auxiliary port on
	call command
	mov al, 0xD4			; for the mouse: report
	call command
	call writable
	mov al, 0xF4
	out 0x60, al
.answer:
	call receive
	jnc .answer			; a byte of the keyboard
	pop ax
	call done
.packet:
	call receive
	jnc .key
	mov dl, al
	call receive
	jnc .key
	mov bl, al
	call receive
	jnc .key
	mov cl, al
	mov al, dl
	call count
	jmp .packet
.key:	sti
	jmp next

; waits for a byte; carry when the mouse sent it
receive:
	in al, 0x64
	test al, 1
	jz receive
	mov ah, al
	in al, 0x60
	test ah, 0x20
	jz .end
	stc
.end:	ret

command:
	call writable
	out 0x64, al
	ret

writable:
	push ax
.full:	in al, 0x64
	test al, 2
	jnz .full
	pop ax
	ret

; lets the key that was pressed go up
key_up:	mov cx, 6
.tick:	hlt
	loop .tick
	ret

; ---- what the keyboard sends
keyboard:
	call key_up
	cli
	call done
	xor di, di
.code:	call receive
	mov [codes+di], al
	inc di
	mov [packets], di
	jmp .code

ready:	db "screen ready", 13, 10, 0
	times 5*512-($-$$) db 0
