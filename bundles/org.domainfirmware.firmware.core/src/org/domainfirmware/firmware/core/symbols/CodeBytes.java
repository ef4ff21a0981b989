package org.domainfirmware.firmware.core.symbols;

/**
 * Bytes of code as they were linked.
 *
 * @param address of the first one
 */
public record CodeBytes(long address, byte[] bytes) {
    /** True when an address is among them. */
    public boolean contains(long at) {
        return at >= address && at < address + bytes.length;
    }
}
