package org.domainfirmware.emulator.device.kbc;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** A bounded queue of bytes; what does not fit is dropped and counted. */
final class ByteFifo {
    private final byte[] bytes;
    private int head;
    private int size;
    private long dropped;

    ByteFifo(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    int free() {
        return bytes.length - size;
    }

    long dropped() {
        return dropped;
    }

    void clear() {
        head = 0;
        size = 0;
    }

    void add(int value) {
        if (size == bytes.length) {
            dropped++;
            return;
        }
        bytes[(head + size) % bytes.length] = (byte) value;
        size++;
    }

    /** Adds all or, when they do not fit, none: a half sent packet would confuse its reader for ever. */
    void addAll(int... values) {
        if (values.length > free()) {
            dropped += values.length;
            return;
        }
        for (int value : values) {
            add(value);
        }
    }

    int peek() {
        return bytes[head] & 0xFF;
    }

    int take() {
        int value = peek();
        head = (head + 1) % bytes.length;
        size--;
        return value;
    }

    void writeState(StateWriter to) {
        to.writeInt(size);
        to.writeLong(dropped);
        for (int i = 0; i < size; i++) {
            to.writeInt(bytes[(head + i) % bytes.length]);
        }
    }

    void readState(StateReader from) throws CorruptSnapshot {
        int count = from.readInt();
        if (count < 0 || count > bytes.length) {
            throw new CorruptSnapshot("kbc: a queue of " + count + " bytes, at most " + bytes.length);
        }
        clear();
        dropped = from.readLong();
        for (int i = 0; i < count; i++) {
            add(from.readInt());
        }
    }
}
