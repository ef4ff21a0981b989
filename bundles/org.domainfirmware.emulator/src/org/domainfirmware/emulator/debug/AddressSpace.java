package org.domainfirmware.emulator.debug;

/** Where a debugger's address points. */
public enum AddressSpace {
    /** After segmentation, before paging: 32 bits. */
    LINEAR,
    /** On the bus, A20 applied by the caller if at all: 32 bits. */
    PHYSICAL,
    /** I/O ports, 0 to FFFFh, by peek. */
    PORT,
    /** CMOS registers, 0 to 127. */
    CMOS,
    /** Video memory by planes: plane n at n x 10000h. */
    VGA_PLANE,
    /** All of video memory in order, as the linear frame buffer has it: plane p, offset o is byte 4o + p. 0 to 16 Mi - 1. */
    VGA_MEMORY
}
