package org.domainfirmware.emulator.cli.bench;

/**
 * What one run of a benchmark took between its marks.
 *
 * @param seconds host time; NaN when it did not finish
 * @param instructions retired ones, -1 when nobody counted
 */
record Timing(double seconds, long instructions) {
    static final Timing UNFINISHED = new Timing(Double.NaN, -1);

    boolean finished() {
        return !Double.isNaN(seconds);
    }

    /** The shorter of two runs of one program; an unfinished one only if the other is too. */
    Timing best(Timing other) {
        return other == null || !other.finished() || seconds < other.seconds ? this : other;
    }
}
