package org.domainfirmware.firmware.core.symbols;

/** Addresses from {@code start} up to, not including, {@code end}, as linked. */
public record AddressRange(long start, long end) {
    public boolean contains(long address) {
        return address >= start && address < end;
    }
}
