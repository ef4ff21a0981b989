package org.domainfirmware.emulator.bus;

/**
 * The device side of I/O ports. Sizes are 1, 2 or 4 bytes; values are in the low bits, zero
 * extended. A handler registered as byte-wide only sees size 1: the bus splits wider accesses into
 * consecutive ports, low byte first, as an 8-bit ISA device sees them.
 */
public interface PortHandler {
    /** Reads a port, with the side effects the hardware has. */
    int read(int port, int size);

    /** Writes a port. */
    void write(int port, int size, int value);

    /** What {@link #read} would return now, without any side effect. */
    int peek(int port, int size);

    /**
     * REP INS: reads the same port {@code count} times into {@code to}. Devices with a data FIFO
     * override it with an array copy.
     */
    default void readBlock(int port, int size, byte[] to, int offset, int count) {
        for (int i = 0, at = offset; i < count; i++, at += size) {
            int value = read(port, size);
            for (int b = 0; b < size; b++) {
                to[at + b] = (byte) (value >>> (8 * b));
            }
        }
    }

    /** REP OUTS: writes the same port {@code count} times from {@code from}. */
    default void writeBlock(int port, int size, byte[] from, int offset, int count) {
        for (int i = 0, at = offset; i < count; i++, at += size) {
            int value = 0;
            for (int b = 0; b < size; b++) {
                value |= (from[at + b] & 0xFF) << (8 * b);
            }
            write(port, size, value);
        }
    }
}
