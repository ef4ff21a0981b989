package org.domainfirmware.emulator.device.pci;

/** The ACPI power management timer: 24 bits at 3.579545 MHz, here derived from guest time. */
final class PmTimer {
    private static final long HERTZ = 3_579_545;
    private static final long NANOS = 1_000_000_000;
    private static final int BITS = 24;
    /** The status bit is set whenever the highest bit changes: every 2^23 ticks. */
    private static final long HALF = 1L << BITS - 1;

    private PmTimer() {
    }

    private static long ticks(long nanos) {
        return nanos / NANOS * HERTZ + nanos % NANOS * HERTZ / NANOS;
    }

    /** What PMTMR reads at a guest time. */
    static int value(long nanos) {
        return (int) (ticks(nanos) & (1 << BITS) - 1);
    }

    /** The guest time after {@code nanos} at which the highest bit changes next. */
    static long nextOverflow(long nanos) {
        long halves = ticks(nanos) / HALF + 1;
        long at = halves * HALF;
        return at / HERTZ * NANOS + (at % HERTZ * NANOS + HERTZ - 1) / HERTZ;
    }
}
