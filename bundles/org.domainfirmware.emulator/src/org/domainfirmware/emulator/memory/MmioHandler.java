package org.domainfirmware.emulator.memory;

/** The device side of memory-mapped I/O. Addresses are physical, sizes 1, 2 or 4 bytes, aligned or not. */
public interface MmioHandler {
    int read(int address, int size);

    void write(int address, int size, int value);

    /** What {@link #read} would return, without side effects. */
    int peek(int address, int size);

    /** A run of bytes written by a REP MOVS or STOS of {@code size}-byte units at ascending addresses. */
    default void writeRun(int address, int size, byte[] from, int offset, int units) {
        for (int i = 0; i < units; i++) {
            int value = 0;
            for (int b = 0; b < size; b++) {
                value |= (from[offset + i * size + b] & 0xFF) << (8 * b);
            }
            write(address + i * size, size, value);
        }
    }

    /** A run of bytes read by a REP MOVS of {@code size}-byte units at ascending addresses. */
    default void readRun(int address, int size, byte[] to, int offset, int units) {
        for (int i = 0; i < units; i++) {
            int value = read(address + i * size, size);
            for (int b = 0; b < size; b++) {
                to[offset + i * size + b] = (byte) (value >>> (8 * b));
            }
        }
    }
}
