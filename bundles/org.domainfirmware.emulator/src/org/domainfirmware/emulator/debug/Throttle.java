package org.domainfirmware.emulator.debug;

/** Holds guest time back to host time. The host's clock only ever makes the guest wait. */
final class Throttle {
    private static final long LATE = 100_000_000;

    private boolean on;
    private long guestStart;
    private long hostStart;

    void enable(boolean newOn, long guestNanos) {
        on = newOn;
        restart(guestNanos);
    }

    /** Call when the guest begins to run again. */
    void restart(long guestNanos) {
        guestStart = guestNanos;
        hostStart = System.nanoTime();
    }

    /** Nanoseconds to wait before the guest may go on, 0 for none. A guest far behind starts a new count. */
    long ahead(long guestNanos) {
        if (!on) {
            return 0;
        }
        long ahead = guestNanos - guestStart - (System.nanoTime() - hostStart);
        if (ahead < -LATE) {
            restart(guestNanos);
        }
        return Math.max(0, ahead);
    }
}
