/**
 * The 8042 keyboard controller, a PS/2 keyboard, a PS/2 mouse, and typing.
 *
 * <p>Source: IBM PS/2 Hardware Interface Technical Reference (keyboard and auxiliary device controller,
 * keyboard, mouse); Intel 8042 datasheet. Wiring: data at port 60h, status and command at 64h; output
 * buffer full raises IRQ1 (keyboard) or IRQ12 (mouse); output port bit 0 low resets the processor, bit 1
 * opens the A20 gate.
 */
package org.domainfirmware.emulator.device.kbc;
