package org.domainfirmware.emulator.device.pit;

/** Guest nanoseconds to periods of the 8254's clock and back, exactly, without overflow for 240 years. */
final class PitClock {
    /** Hertz. */
    static final long FREQUENCY = 1_193_182;
    private static final long SECOND = 1_000_000_000L;

    private PitClock() {
    }

    /** Whole clock periods since power-on. */
    static long ticksAt(long nanos) {
        return nanos / SECOND * FREQUENCY + nanos % SECOND * FREQUENCY / SECOND;
    }

    /** The first nanosecond at which {@link #ticksAt} gives {@code tick}. */
    static long nanosOf(long tick) {
        return tick / FREQUENCY * SECOND + (tick % FREQUENCY * SECOND + FREQUENCY - 1) / FREQUENCY;
    }
}
