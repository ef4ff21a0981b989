package org.domainfirmware.emulator.time;

/**
 * Something a device wants done at a guest time. A device creates its events once and schedules the
 * same objects again and again, so that running costs no allocation.
 */
public abstract class TimedEvent {
    /** Name for diagnostics, such as "pit.channel0". */
    private final String name;
    /** Guest time it is due, nanoseconds; valid while scheduled. */
    long due;
    /** Breaks ties: of two events due together the one scheduled first fires first. */
    long sequence;
    /** Place in the queue's heap, -1 when not scheduled. */
    int heapIndex = -1;

    protected TimedEvent(String name) {
        this.name = name;
    }

    /**
     * Does the work.
     *
     * @param dueNanos the time it was scheduled for (the present guest time is that or slightly
     *     later, by less than an instruction's period)
     */
    protected abstract void fire(long dueNanos);

    public final String name() {
        return name;
    }

    public final boolean isScheduled() {
        return heapIndex >= 0;
    }

    /** Guest time it is due, nanoseconds; meaningless when not scheduled. */
    public final long dueNanos() {
        return due;
    }
}
