package org.domainfirmware.emulator.device.pci;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * The 256 bytes of a function's configuration space: what each bit is after reset and how writing
 * changes it (PCI Local Bus Specification 2.1, chapter 6). Little-endian.
 */
public final class ConfigSpace {
    public static final int SIZE = 256;

    private final byte[] data = new byte[SIZE];
    private final byte[] afterReset = new byte[SIZE];
    private final byte[] writable = new byte[SIZE];
    private final byte[] clearedByOnes = new byte[SIZE];

    /**
     * Declares a register of {@code bytes} (1, 2, 4) bytes.
     *
     * @param reset its value after reset
     * @param mask bits that take what is written
     */
    void declare(int offset, int bytes, int reset, int mask) {
        for (int i = 0; i < bytes; i++) {
            afterReset[offset + i] = (byte) (reset >>> 8 * i);
            writable[offset + i] = (byte) (mask >>> 8 * i);
            data[offset + i] = afterReset[offset + i];
        }
    }

    /** Declares bits that a written one clears. */
    void declareClearedByOnes(int offset, int bytes, int mask) {
        for (int i = 0; i < bytes; i++) {
            clearedByOnes[offset + i] = (byte) (mask >>> 8 * i);
        }
    }

    void reset() {
        System.arraycopy(afterReset, 0, data, 0, SIZE);
    }

    /** Reads {@code bytes} bytes, zero extended; an offset past the end reads zero. */
    public int read(int offset, int bytes) {
        int value = 0;
        for (int i = 0; i < bytes && offset + i < SIZE; i++) {
            value |= (data[offset + i] & 0xFF) << 8 * i;
        }
        return value;
    }

    /** A write by the guest, through the masks. */
    void write(int offset, int bytes, int value) {
        for (int i = 0; i < bytes && offset + i < SIZE; i++) {
            int at = offset + i;
            int written = value >>> 8 * i & 0xFF;
            int old = data[at] & ~(clearedByOnes[at] & written);
            data[at] = (byte) (old & ~writable[at] | written & writable[at]);
        }
    }

    /** A change by the function itself, masks or not. */
    void set(int offset, int bytes, int value) {
        for (int i = 0; i < bytes; i++) {
            data[offset + i] = (byte) (value >>> 8 * i);
        }
    }

    void writeState(StateWriter to) {
        to.writeBytes(data);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        from.readBytes(data);
    }
}
