/**
 * The 8254 programmable interval timer and the system control port B that gates its third counter.
 *
 * <p>Source: Intel 8254 datasheet (order number 231164); IBM PC/AT Technical Reference, port 61h. Wiring:
 * counters at ports 40h to 42h, control word 43h; counter 0 drives IRQ0, counter 1 requests refresh
 * (port 61h bit 4 toggles with it), counter 2 is gated by port 61h bit 0 and read at bit 5.
 * The clock is 1.193182 MHz.
 */
package org.domainfirmware.emulator.device.pit;
