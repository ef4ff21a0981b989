/**
 * The local APIC of a P6 processor and the 82093AA I/O APIC.
 *
 * <p>Source: Intel SDM volume 3, chapter "Advanced Programmable Interrupt Controller (APIC)"; Intel 82093AA
 * datasheet (order number 290566). Wiring: the local APIC at FEE00000h (movable by IA32_APIC_BASE) stands
 * between the 8259 pair (LINT0) and the processor; the I/O APIC at FEC00000h takes ISA IRQ n at input n,
 * except IRQ0 at input 2, and PCI interrupts at 16 to 23 where the board has them.
 */
package org.domainfirmware.emulator.device.apic;
