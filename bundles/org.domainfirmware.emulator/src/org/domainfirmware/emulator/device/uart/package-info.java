/**
 * The 16550A serial port.
 *
 * <p>Source: National Semiconductor PC16550D datasheet. Wiring of the PC: COM1 at 3F8h with IRQ4, COM2 at
 * 2F8h with IRQ3, COM3 at 3E8h with IRQ4, COM4 at 2E8h with IRQ3; the interrupt passes only while MCR's OUT2
 * is set. The clock is 1.8432 MHz.
 */
package org.domainfirmware.emulator.device.uart;
