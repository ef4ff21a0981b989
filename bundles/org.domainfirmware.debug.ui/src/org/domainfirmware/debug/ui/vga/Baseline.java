package org.domainfirmware.debug.ui.vga;

/**
 * What something was at the stop before the present one, or, while the guest runs, at its last stop.
 *
 * @param <T> an immutable value
 */
final class Baseline<T> {
    private T before;
    private T latest;
    private long stop = Long.MIN_VALUE;

    /** Takes the present value and gives what to hold it against; null when there is nothing yet. */
    synchronized T against(Moment moment, T now) {
        if (moment.running()) {
            return latest;
        }
        if (moment.stop() != stop) {
            stop = moment.stop();
            before = latest;
        }
        latest = now;
        return before;
    }

    synchronized void forget() {
        before = null;
        latest = null;
        stop = Long.MIN_VALUE;
    }
}
