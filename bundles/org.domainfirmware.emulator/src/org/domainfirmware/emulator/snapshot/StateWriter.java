package org.domainfirmware.emulator.snapshot;

/**
 * Takes a component's state, in a fixed order, big or small. One implementation makes snapshot
 * lumps, another the state hash, so that both cover the same fields by construction.
 */
public interface StateWriter {
    void writeInt(int value);

    void writeLong(long value);

    void writeBytes(byte[] data, int offset, int length);

    default void writeBoolean(boolean value) {
        writeInt(value ? 1 : 0);
    }

    default void writeInts(int[] values) {
        for (int value : values) {
            writeInt(value);
        }
    }

    default void writeBytes(byte[] data) {
        writeBytes(data, 0, data.length);
    }
}
