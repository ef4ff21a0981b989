package org.domainfirmware.emulator.machine;

/**
 * An option ROM.
 *
 * @param address physical address below 1 MiB, a multiple of 2048; 0 for "the next free place from C8000h on"
 * @param image its bytes, not to be changed afterwards
 */
public record OptionRom(int address, byte[] image) { }
