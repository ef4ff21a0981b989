package org.domainfirmware.emulator.debug;

/** What a condition's names and dereferences mean. Looking has no effect on the guest. */
interface GuestValues {
    /**
     * A register.
     *
     * @return its value, zero extended
     * @throws DebugException when there is none of that name
     */
    long register(String name);

    /** Memory at segment:offset in the present mode, {@code size} 1, 2 or 4 bytes, zero extended. */
    long memory(long segmentSelector, long offset, int size);

    /** Memory at a linear address. */
    long linear(long address, int size);
}
