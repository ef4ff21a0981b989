package org.domainfirmware.firmware.core.symbols;

/** What location expressions ask of a stopped guest's frame. */
public interface FrameContext {
    /**
     * A register by its number in DWARF for i386: 0-7 EAX ECX EDX EBX ESP EBP ESI EDI, 8 EIP.
     *
     * @throws CorruptFile when the frame does not know it
     */
    long register(int number) throws CorruptFile;

    /** Canonical frame address: the value of ESP before the call that made the frame. */
    long canonicalFrameAddress() throws CorruptFile;

    /** Reads {@code size} (1, 2, 4) bytes in the frame's stack segment. */
    long readMemory(long address, int size) throws CorruptFile;
}
