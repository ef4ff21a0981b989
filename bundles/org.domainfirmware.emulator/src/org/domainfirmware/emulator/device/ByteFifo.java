package org.domainfirmware.emulator.device;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** A bounded queue of bytes; what does not fit is dropped and counted. */
public final class ByteFifo {
    private final byte[] bytes;
    private int head;
    private int size;
    private long dropped;

    /** A queue of up to {@code capacity} bytes. */
    public ByteFifo(int capacity) {
        bytes = new byte[capacity];
    }

    /** Bytes that wait. */
    public int size() {
        return size;
    }

    /** Bytes that still fit. */
    public int free() {
        return bytes.length - size;
    }

    /** Bytes that did not fit since power-on. */
    public long dropped() {
        return dropped;
    }

    /** Forgets what waits. */
    public void clear() {
        head = 0;
        size = 0;
    }

    /** Adds a byte, or drops and counts it when the queue is full. */
    public void add(int value) {
        if (size == bytes.length) {
            dropped++;
            return;
        }
        bytes[(head + size) % bytes.length] = (byte) value;
        size++;
    }

    /** Adds all or, when they do not fit, none: a half sent packet would confuse its reader for ever. */
    public void addAll(int... values) {
        if (values.length > free()) {
            dropped += values.length;
            return;
        }
        for (int value : values) {
            add(value);
        }
    }

    /** The oldest byte, 0 to 255; only when {@link #size} is not 0. */
    public int peek() {
        return bytes[head] & 0xFF;
    }

    /** Removes and returns the oldest byte, 0 to 255; only when {@link #size} is not 0. */
    public int take() {
        int value = peek();
        head = (head + 1) % bytes.length;
        size--;
        return value;
    }

    /** Writes the bytes that wait, in order. */
    public void writeState(StateWriter to) {
        to.writeInt(size);
        to.writeLong(dropped);
        for (int i = 0; i < size; i++) {
            to.writeInt(bytes[(head + i) % bytes.length]);
        }
    }

    /** Reads what {@link #writeState} wrote. */
    public void readState(StateReader from) throws CorruptSnapshot {
        int count = from.readInt();
        if (count < 0 || count > bytes.length) {
            throw new CorruptSnapshot("a queue of " + count + " bytes, at most " + bytes.length);
        }
        clear();
        dropped = from.readLong();
        for (int i = 0; i < count; i++) {
            add(from.readInt());
        }
    }
}
