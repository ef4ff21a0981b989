/**
 * Single ports of the board: POST codes, the debug console, system control port A, the exit port of
 * automated tests, and power-off.
 *
 * <p>Source: IBM PC/AT Technical Reference (port 80h), IBM PS/2 Hardware Interface Technical Reference (port
 * 92h), the documentation of Bochs (E9h, 8900h) and QEMU (isa-debug-exit, ports 604h and B004h). None
 * has an interrupt.
 */
package org.domainfirmware.emulator.device.misc;
