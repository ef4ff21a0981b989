/**
 * The MC146818A real-time clock with 128 bytes of CMOS memory.
 *
 * <p>Source: Motorola MC146818A datasheet; IBM PC/AT Technical Reference for the meaning of the CMOS bytes;
 * the documented CMOS layout of Bochs and QEMU for memory sizes above 16 MiB and the boot order. Wiring:
 * index at port 70h (bit 7 masks NMI), data at 71h, interrupt output to IRQ8.
 */
package org.domainfirmware.emulator.device.rtc;
