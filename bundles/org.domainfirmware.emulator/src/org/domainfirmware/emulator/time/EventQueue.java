package org.domainfirmware.emulator.time;

import java.util.Arrays;

/** Events ordered by guest time; a binary heap that can also move and remove entries. */
public final class EventQueue {
    /** {@link #nextDue} when nothing is scheduled. */
    public static final long NEVER = Long.MAX_VALUE;

    private final VirtualClock clock;
    private TimedEvent[] heap = new TimedEvent[32];
    private int size;
    private long nextSequence;
    private Runnable onEarlier = () -> { };

    public EventQueue(VirtualClock clock) {
        this.clock = clock;
    }

    public VirtualClock clock() {
        return clock;
    }

    /** Called when an event becomes due earlier than all others: the executor shortens its budget. */
    public void onEarlier(Runnable action) {
        onEarlier = action;
    }

    /** Schedules (or moves) an event to an absolute guest time in nanoseconds. */
    public void scheduleAt(TimedEvent event, long dueNanos) {
        cancel(event);
        event.due = dueNanos;
        event.sequence = nextSequence++;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        heap[size] = event;
        event.heapIndex = size;
        size++;
        siftUp(event.heapIndex);
        if (heap[0] == event) {
            onEarlier.run();
        }
    }

    /** Schedules (or moves) an event {@code delayNanos} from now. */
    public void scheduleIn(TimedEvent event, long delayNanos) {
        scheduleAt(event, clock.nanos() + delayNanos);
    }

    /** Removes an event; does nothing when it is not scheduled. */
    public void cancel(TimedEvent event) {
        int at = event.heapIndex;
        if (at < 0) {
            return;
        }
        size--;
        TimedEvent last = heap[size];
        heap[size] = null;
        event.heapIndex = -1;
        if (last != event) {
            heap[at] = last;
            last.heapIndex = at;
            siftUp(at);
            siftDown(last.heapIndex);
        }
    }

    /** Guest time of the first event, nanoseconds, or {@link #NEVER}. */
    public long nextDue() {
        return size == 0 ? NEVER : heap[0].due;
    }

    /** Fires, in order, everything due at or before the present guest time. */
    public void fireDue() {
        long now = clock.nanos();
        while (size > 0 && heap[0].due <= now) {
            TimedEvent event = heap[0];
            cancel(event);
            event.fire(event.due);
        }
    }

    private static boolean before(TimedEvent a, TimedEvent b) {
        return a.due != b.due ? a.due < b.due : a.sequence < b.sequence;
    }

    private void siftUp(int from) {
        int at = from;
        TimedEvent event = heap[at];
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!before(event, heap[parent])) {
                break;
            }
            put(at, heap[parent]);
            at = parent;
        }
        put(at, event);
    }

    private void siftDown(int from) {
        int at = from;
        TimedEvent event = heap[at];
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], event)) {
                break;
            }
            put(at, heap[child]);
            at = child;
        }
        put(at, event);
    }

    private void put(int at, TimedEvent event) {
        heap[at] = event;
        event.heapIndex = at;
    }
}
