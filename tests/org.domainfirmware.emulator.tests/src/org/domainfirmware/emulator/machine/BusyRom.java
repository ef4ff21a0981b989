package org.domainfirmware.emulator.machine;

/**
 * A guest that keeps many parts of the machine in motion: the 8254 interrupts by IRQ 0, the handler counts in memory,
 * the main loop writes to text memory, COM1, the CRTC and CMOS index, and patches its own code.
 */
public final class BusyRom {
    private static final int[] CODE = {
        0xFA,                               // cli
        0x31, 0xC0, 0x8E, 0xD8, 0x8E, 0xD0, // xor ax,ax; mov ds,ax; mov ss,ax
        0xBC, 0x00, 0x70,                   // mov sp,7000h
        0xC7, 0x06, 0x20, 0x00, 0x80, 0x01, // mov word [20h],0180h      vector 8: F000:0180
        0xC7, 0x06, 0x22, 0x00, 0x00, 0xF0, // mov word [22h],0F000h
        0xB0, 0x11, 0xE6, 0x20,             // ICW1: edge triggered, cascade, ICW4
        0xB0, 0x08, 0xE6, 0x21,             // ICW2: vectors from 8
        0xB0, 0x04, 0xE6, 0x21,             // ICW3: slave on line 2
        0xB0, 0x01, 0xE6, 0x21,             // ICW4: 8086 mode
        0xB0, 0xFE, 0xE6, 0x21,             // OCW1: all but IRQ 0 masked
        0xB0, 0x34, 0xE6, 0x43,             // counter 0: low and high byte, mode 2, binary
        0xB0, 0x00, 0xE6, 0x40,             // 0400h clocks
        0xB0, 0x04, 0xE6, 0x40,
        0xB8, 0x00, 0xB8, 0x8E, 0xC0,       // mov ax,0B800h; mov es,ax
        0xBE, 0x00, 0x60,                   // mov si,6000h
        0xC7, 0x04, 0x83, 0xC3,             // mov word [si],0C383h
        0xC7, 0x44, 0x02, 0x01, 0xCB,       // mov word [si+2],0CB01h    at [si]: add bx,1; retf
        0xFB,                               // sti
        0x9A, 0x00, 0x60, 0x00, 0x00,       // loop: call 0000h:6000h
        0xFE, 0x44, 0x02,                   // inc byte [si+2]           the immediate operand just used
        0x41,                               // inc cx
        0x89, 0xCF,                         // mov di,cx
        0x81, 0xE7, 0xFE, 0x0F,             // and di,0FFEh
        0xAB,                               // stosw
        0xBA, 0xF8, 0x03, 0x88, 0xC8, 0xEE, // mov dx,3F8h; mov al,cl; out dx,al
        0xBA, 0xD4, 0x03, 0xEE,             // mov dx,3D4h; out dx,al
        0xE6, 0x70,                         // out 70h,al
        0xF6, 0xC1, 0x7F,                   // test cl,7Fh
        0x75, 0xDF,                         // jnz loop
        0xF4,                               // hlt
        0xEB, 0xDC,                         // jmp loop
    };
    private static final int HANDLER_AT = 0x80;
    private static final int[] HANDLER = {
        0x50,                               // push ax
        0xFF, 0x06, 0x00, 0x50,             // inc word [5000h]
        0xB0, 0x20, 0xE6, 0x20,             // mov al,20h; out 20h,al    end of interrupt
        0x58, 0xCF,                         // pop ax; iret
    };

    private BusyRom() {
    }

    /** The machine that runs it. */
    public static MachineConfig machine() {
        int[] all = new int[HANDLER_AT + HANDLER.length];
        System.arraycopy(CODE, 0, all, 0, CODE.length);
        System.arraycopy(HANDLER, 0, all, HANDLER_AT, HANDLER.length);
        return TestRom.machine(all);
    }
}
