/**
 * Starts a kernel instead of the boot devices. A 32-bit ELF and a Multiboot 1 image begin at once, in flat
 * protected mode, as a domain builder or boot loader would hand over; a Linux bzImage needs the BIOS and
 * begins, by its real-mode entry, where the BIOS would have booted (INT 19h).
 *
 * <p>Sources: System V ABI i386; Multiboot Specification 0.6.96; Linux x86 boot protocol 2.15; the load map
 * of a domain.
 */
package org.domainfirmware.emulator.loader;
