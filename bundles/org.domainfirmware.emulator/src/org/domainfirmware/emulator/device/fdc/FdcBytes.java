package org.domainfirmware.emulator.device.fdc;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** The bytes of a command or of a result as they pass the FIFO, at most sixteen. */
final class FdcBytes {
    private final int[] bytes = new int[16];
    private int length;
    private int next;

    void clear() {
        length = 0;
        next = 0;
    }

    void add(int value) {
        bytes[length++] = value & 0xFF;
    }

    void set(int... values) {
        clear();
        for (int value : values) {
            add(value);
        }
    }

    int get(int index) {
        return bytes[index];
    }

    int length() {
        return length;
    }

    /** The byte that {@link #take} would give. */
    int peek() {
        return next < length ? bytes[next] : 0;
    }

    int take() {
        return next < length ? bytes[next++] : 0;
    }

    boolean allTaken() {
        return next >= length;
    }

    void writeState(StateWriter to) {
        to.writeInts(bytes);
        to.writeInt(length);
        to.writeInt(next);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        from.readInts(bytes);
        length = from.readInt();
        next = from.readInt();
        if (length < 0 || length > bytes.length || next < 0 || next > length) {
            throw new CorruptSnapshot("fdc: a FIFO of " + length + " bytes at " + next);
        }
    }
}
