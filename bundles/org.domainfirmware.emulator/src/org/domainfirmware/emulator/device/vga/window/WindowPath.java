package org.domainfirmware.emulator.device.vga.window;

/**
 * How the window at A0000h to BFFFFh reaches display memory with the present register settings.
 * Addresses are offsets into the window as it is mapped, already checked against its length.
 */
abstract class WindowPath {
    /** Reads a byte; loads the latches where the hardware does. */
    abstract int read(int at);

    /** What {@link #read} would return. */
    abstract int peek(int at);

    /** Writes a byte, the low 8 bits of {@code value}. */
    abstract void write(int at, int value);

    /** Writes 2 bytes, low byte first. */
    void write16(int at, int value) {
        write(at, value);
        write(at + 1, value >>> 8);
    }

    /** Writes 4 bytes, low byte first. */
    void write32(int at, int value) {
        write16(at, value);
        write16(at + 2, value >>> 16);
    }

    /** Reads 2 bytes, low address first. */
    int read16(int at) {
        int low = read(at);
        return low | read(at + 1) << 8;
    }

    /** Reads 4 bytes, lowest address first. */
    int read32(int at) {
        int low = read16(at);
        return low | read16(at + 2) << 16;
    }

    /** Writes bytes at ascending addresses. */
    void writeRun(int at, byte[] from, int offset, int count) {
        for (int i = 0; i < count; i++) {
            write(at + i, from[offset + i]);
        }
    }

    /** Reads bytes at ascending addresses. */
    void readRun(int at, byte[] to, int offset, int count) {
        for (int i = 0; i < count; i++) {
            to[offset + i] = (byte) read(at + i);
        }
    }

    /** Copies bytes one by one within the window, each read before it is written, as REP MOVSB does. */
    void copyBytes(int from, int to, int count) {
        for (int i = 0; i < count; i++) {
            write(to + i, read(from + i));
        }
    }
}
