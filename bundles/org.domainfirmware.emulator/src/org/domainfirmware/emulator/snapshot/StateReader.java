package org.domainfirmware.emulator.snapshot;

/**
 * Gives back what a {@link StateWriter} took, in the same order. A lump that ends too early or is
 * too long makes it throw {@link CorruptSnapshot}; counts are checked by who allocates for them.
 */
public interface StateReader {
    int readInt() throws CorruptSnapshot;

    long readLong() throws CorruptSnapshot;

    void readBytes(byte[] to, int offset, int length) throws CorruptSnapshot;

    default boolean readBoolean() throws CorruptSnapshot {
        return readInt() != 0;
    }

    default void readInts(int[] to) throws CorruptSnapshot {
        for (int i = 0; i < to.length; i++) {
            to[i] = readInt();
        }
    }

    default void readBytes(byte[] to) throws CorruptSnapshot {
        readBytes(to, 0, to.length);
    }
}
