/**
 * The VGA with the DISPI interface (IBM Personal System/2 and VGA Technical Reference; Bochs' VBE
 * registers): a class for each part of the chip, {@code Vga} wires them to ports and memory.
 */
package org.domainfirmware.emulator.device.vga;
