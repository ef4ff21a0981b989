package org.domainfirmware.emulator.device.fuzz;

import java.util.Random;

/** The sequence of {@link Random} for one thread: without its atomic updates, which cost more than many a device. */
final class UnsharedRandom extends Random {
    private static final long serialVersionUID = 1L;
    private static final long MULTIPLIER = 0x5DEECE66DL;
    private static final long MASK = (1L << 48) - 1;

    private long state;

    UnsharedRandom(long seed) {
        super(seed);
    }

    @Override
    public void setSeed(long seed) {
        state = (seed ^ MULTIPLIER) & MASK;
    }

    @Override
    protected int next(int bits) {
        state = state * MULTIPLIER + 0xB & MASK;
        return (int) (state >>> 48 - bits);
    }
}
