package org.domainfirmware.emulator.device.kbc;

import java.util.List;
import org.domainfirmware.emulator.device.EventState;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.TimedEvent;

/**
 * Presses keys at a human pace in guest time: a stroke is delivered no sooner than {@link #PACE_NANOS}
 * after the one before, and not before the guest has read that one's codes. A firmware that is slow, or
 * has not switched the keyboard on yet, loses none.
 */
final class Typist {
    /** Between two strokes, guest nanoseconds. */
    static final long PACE_NANOS = 10_000_000L;
    /** Strokes that can wait. */
    static final int CAPACITY = 8192;

    private final EventQueue queue;
    private final Kbc8042 controller;
    private final int[] strokes = new int[CAPACITY];
    private int head;
    private int size;
    private long dropped;
    private long notBefore;

    private final TimedEvent next = new TimedEvent("kbc.typist") {
        @Override
        protected void fire(long dueNanos) {
            deliver(dueNanos);
        }
    };

    Typist(EventQueue queue, Kbc8042 controller) {
        this.queue = queue;
        this.controller = controller;
    }

    void press(Key key, boolean down) {
        if (size == CAPACITY) {
            dropped++;
            return;
        }
        strokes[(head + size) % CAPACITY] = key.ordinal() << 1 | (down ? 1 : 0);
        size++;
        if (!next.isScheduled()) {
            queue.scheduleAt(next, Math.max(notBefore, queue.clock().nanos()));
        }
    }

    void press(List<KeyStroke> keys) {
        for (KeyStroke stroke : keys) {
            press(stroke.key(), stroke.down());
        }
    }

    int waiting() {
        return size;
    }

    long dropped() {
        return dropped;
    }

    private void deliver(long now) {
        if (controller.keyboardIdle()) {
            int stroke = strokes[head];
            head = (head + 1) % CAPACITY;
            size--;
            controller.keyboard().key(Key.values()[stroke >> 1], (stroke & 1) != 0);
        }
        notBefore = now + PACE_NANOS;
        if (size > 0) {
            queue.scheduleAt(next, notBefore);
        }
    }

    void writeState(StateWriter to) {
        to.writeInt(size);
        for (int i = 0; i < size; i++) {
            to.writeInt(strokes[(head + i) % CAPACITY]);
        }
        to.writeLong(dropped);
        to.writeLong(notBefore);
        EventState.write(to, next);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        int count = from.readInt();
        if (count < 0 || count > CAPACITY) {
            throw new CorruptSnapshot("kbc: " + count + " strokes waiting, at most " + CAPACITY);
        }
        head = 0;
        size = count;
        for (int i = 0; i < count; i++) {
            strokes[i] = from.readInt();
            if (strokes[i] < 0 || strokes[i] >> 1 >= Key.values().length) {
                throw new CorruptSnapshot("kbc: no key has number " + (strokes[i] >> 1));
            }
        }
        dropped = from.readLong();
        notBefore = from.readLong();
        EventState.read(from, queue, next);
    }
}
