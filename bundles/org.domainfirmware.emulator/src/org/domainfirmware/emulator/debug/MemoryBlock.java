package org.domainfirmware.emulator.debug;

import java.util.BitSet;

/**
 * Bytes read for a debugger; they may have holes where nothing is mapped.
 *
 * @param data the bytes; 0 in holes (a copy of its own, not to be written to)
 * @param valid a bit for each byte that could be read
 */
public record MemoryBlock(AddressSpace space, int address, byte[] data, BitSet valid) { }
