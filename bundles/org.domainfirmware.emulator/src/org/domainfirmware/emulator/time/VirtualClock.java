package org.domainfirmware.emulator.time;

/**
 * Guest time. It advances only with retired instructions and, while the processor is halted, by
 * skipping to the next event; the host clock never enters.
 *
 * <p>The executor calls {@link #retireTo} before anything that can observe time (a port or MMIO
 * access, RDTSC, the end of a block), so what a device reads is exact to the instruction whatever
 * the shape of the blocks.
 */
public final class VirtualClock {
    /** Default period of one instruction, nanoseconds. */
    public static final int DEFAULT_PERIOD_NS = 10;

    private final int periodNs;
    private long instructions;
    private long haltedNs;

    /**
     * @param periodNs nanoseconds of guest time an instruction takes, 1 to 1,000,000
     * @throws IllegalArgumentException outside that range
     */
    public VirtualClock(int periodNs) {
        if (periodNs < 1 || periodNs > 1_000_000) {
            throw new IllegalArgumentException("instruction period must be 1 to 1000000 ns: " + periodNs);
        }
        this.periodNs = periodNs;
    }

    /** Nanoseconds of guest time since power-on. */
    public long nanos() {
        return haltedNs + instructions * periodNs;
    }

    /** Instructions retired since power-on; an iteration of a REP counts as one. */
    public long instructions() {
        return instructions;
    }

    /** Nanoseconds an instruction takes. */
    public int periodNanos() {
        return periodNs;
    }

    /** Sets the number of retired instructions; never less than the present one. */
    public void retireTo(long count) {
        instructions = count;
    }

    /** Skips to a later time without retiring instructions (HLT). Earlier times are ignored. */
    public void skipTo(long nanos) {
        long ahead = nanos - nanos();
        if (ahead > 0) {
            haltedNs += ahead;
        }
    }

    /** Instructions that can retire before {@code nanos} is reached, rounded up, at least 0. */
    public long instructionsUntil(long nanos) {
        long ahead = nanos - nanos();
        return ahead <= 0 ? 0 : (ahead + periodNs - 1) / periodNs;
    }

    /** Restores a saved time. */
    public void restore(long savedInstructions, long savedHaltedNs) {
        instructions = savedInstructions;
        haltedNs = savedHaltedNs;
    }

    /** Nanoseconds skipped in HLT since power-on. */
    public long haltedNanos() {
        return haltedNs;
    }
}
