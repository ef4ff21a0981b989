package org.domainfirmware.emulator.cli.bench;

/**
 * What one run of a benchmark took between its marks.
 *
 * @param seconds host time; NaN when it did not finish
 * @param instructions retired ones, -1 when nobody counted
 */
record Timing(double seconds, long instructions) {
    static final Timing UNFINISHED = new Timing(Double.NaN, -1);
}
