package org.domainfirmware.emulator.device.apic;

import org.domainfirmware.emulator.device.EventState;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.TimedEvent;

/**
 * The local APIC's timer, computed from time. It is an event only while its interrupt is unmasked;
 * expiries closer than a microsecond raise one interrupt together, so that no guest can make the event
 * queue its whole occupation.
 */
final class ApicTimer {
    private static final long CLOSEST_NANOS = 1_000;

    private final EventQueue queue;
    private final long busPeriod;
    private final TimedEvent expiry;
    private long initial;
    private int divide;
    private boolean periodic;
    private boolean unmasked;
    /** The count was {@link #startCount} at {@link #startNanos}. */
    private long startNanos;
    private long startCount;

    /** {@code busPeriod}: nanoseconds of the undivided clock. */
    ApicTimer(EventQueue queue, int busPeriod, Runnable onExpiry) {
        this.queue = queue;
        this.busPeriod = busPeriod;
        expiry = new TimedEvent("apic.timer") {
            @Override
            protected void fire(long dueNanos) {
                onExpiry.run();
                schedule();
            }
        };
    }

    void reset() {
        initial = 0;
        divide = 0;
        periodic = false;
        unmasked = false;
        startNanos = 0;
        startCount = 0;
        queue.cancel(expiry);
    }

    int initial() {
        return (int) initial;
    }

    int divide() {
        return divide;
    }

    /** Nanoseconds of one count: the divide configuration's bits 3, 1 and 0 choose 2 to 128, or 1. */
    private long tick() {
        int select = divide >> 1 & 4 | divide & 3;
        return busPeriod << (select == 7 ? 0 : select + 1);
    }

    /** The current count register. */
    int current() {
        return (int) currentCount(queue.clock().nanos());
    }

    private long currentCount(long now) {
        long ticks = (now - startNanos) / tick();
        if (ticks < startCount) {
            return startCount - ticks;
        }
        if (!periodic || initial == 0) {
            return 0;
        }
        return initial - (ticks - startCount) % initial;
    }

    void writeInitial(int value) {
        initial = value & 0xFFFF_FFFFL;
        startNanos = queue.clock().nanos();
        startCount = initial;
        schedule();
    }

    void writeDivide(int value) {
        rebase();
        divide = value & 0x0B;
        schedule();
    }

    /** The timer's entry of the local vector table changed. */
    void configure(boolean newPeriodic, boolean newUnmasked) {
        if (newPeriodic != periodic) {
            rebase();
            periodic = newPeriodic;
        }
        if (newUnmasked != unmasked || !expiry.isScheduled()) {
            unmasked = newUnmasked;
            schedule();
        }
    }

    private void rebase() {
        long now = queue.clock().nanos();
        startCount = currentCount(now);
        startNanos = now;
    }

    private void schedule() {
        long now = queue.clock().nanos();
        long ticks = (now - startNanos) / tick();
        long next;
        if (!unmasked || startCount == 0) {
            next = EventQueue.NEVER;
        } else if (ticks < startCount) {
            next = startNanos + startCount * tick();
        } else if (periodic && initial != 0) {
            long periods = (ticks - startCount) / initial + 1;
            next = startNanos + (startCount + periods * initial) * tick();
            if (next < now + CLOSEST_NANOS && initial * tick() < CLOSEST_NANOS) {
                next = now + CLOSEST_NANOS;
            }
        } else {
            next = EventQueue.NEVER;
        }
        if (next == EventQueue.NEVER) {
            queue.cancel(expiry);
        } else {
            queue.scheduleAt(expiry, next);
        }
    }

    void writeState(StateWriter to) {
        to.writeLong(initial);
        to.writeInt(divide);
        to.writeInt((periodic ? 1 : 0) | (unmasked ? 2 : 0));
        to.writeLong(startNanos);
        to.writeLong(startCount);
        EventState.write(to, expiry);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        initial = from.readLong() & 0xFFFF_FFFFL;
        divide = from.readInt() & 0x0B;
        int bits = from.readInt();
        periodic = (bits & 1) != 0;
        unmasked = (bits & 2) != 0;
        startNanos = from.readLong();
        startCount = from.readLong() & 0xFFFF_FFFFL;
        EventState.read(from, queue, expiry);
    }
}
