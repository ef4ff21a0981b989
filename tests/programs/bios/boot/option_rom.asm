; An option ROM with a PnP header that says on port E9h when its initialisation, its bootstrap connection vector and its
; bootstrap entry vector are called (BIOS Boot Specification 1.01, 3.3). BAD_SUM spoils its checksum.
        bits 16
        cpu 386
        org 0
        db 0x55, 0xAA, 1
        jmp near initialize
        times 0x1A - ($ - $$) db 0
        dw pnp
pnp:    db '$PnP', 1, 2
        dw 0                            ; no further header
        db 0, 0                         ; checksum: made below
        dd 0
        dw 0, name                      ; manufacturer, product
        db 1, 0x80, 0                   ; mass storage
        db 0x64                         ; initial program load, supports the model
        dw connect, 0, start, 0, 0

initialize:
        mov si, init_text
        call print
        mov ax, 0x0020                  ; an IPL device is attached
        retf
connect:
        mov si, connect_text
        call print
        retf
start:  mov si, start_text
        call print
        mov al, 0
        out 0xF4, al
        retf
print:  cs lodsb
        test al, al
        jz .end
        out 0xE9, al
        jmp print
.end:   ret
name    db 'Test ROM', 0
init_text db 'rom initialised', 10, 0
connect_text db 'rom connected', 10, 0
start_text db 'rom started', 10, 0
        times 512 - ($ - $$) db 0
