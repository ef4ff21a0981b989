package org.domainfirmware.emulator.device;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.TimedEvent;

/**
 * A device's timed event in its lump: whether it is scheduled and for when. Each device saves its own
 * events, so that the queue itself needs no lump.
 */
public final class EventState {
    private EventState() {
    }

    /** Writes whether {@code event} is scheduled, and its due time in nanoseconds (0 when it is not). */
    public static void write(StateWriter to, TimedEvent event) {
        to.writeBoolean(event.isScheduled());
        to.writeLong(event.isScheduled() ? event.dueNanos() : 0);
    }

    /** Schedules or cancels {@code event} as {@link #write} found it. */
    public static void read(StateReader from, EventQueue queue, TimedEvent event) throws CorruptSnapshot {
        boolean scheduled = from.readBoolean();
        long due = from.readLong();
        if (scheduled) {
            queue.scheduleAt(event, due);
        } else {
            queue.cancel(event);
        }
    }
}
