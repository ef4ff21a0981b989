package org.domainfirmware.emulator.device.vga;

/**
 * What changed since an observer last looked. Time is cut into epochs; a change is marked with the
 * present epoch and an observer's question begins a new one, so that any number of observers share
 * one mark a page and a write costs two stores. Nothing here is guest state.
 */
public final class Changes {
    private static final int PAGE_BITS = 12;

    private final int[] pages;
    private int epoch = 1;
    private int last;
    private int lastRegisters;

    /** @param bytes size of the memory that is watched, a multiple of 4096 */
    public Changes(int bytes) {
        pages = new int[bytes >>> PAGE_BITS];
    }

    /** Notes a write to the byte at {@code index} of display memory. */
    public void memory(int index) {
        pages[index >>> PAGE_BITS] = epoch;
        last = epoch;
    }

    /** Notes writes to {@code length} bytes, at least 1, from {@code index} on. */
    public void memory(int index, int length) {
        for (int page = index >>> PAGE_BITS; page <= index + length - 1 >>> PAGE_BITS; page++) {
            pages[page] = epoch;
        }
        last = epoch;
    }

    /** Notes a change of a register or of the palette: the whole picture may look different. */
    public void registers() {
        lastRegisters = epoch;
        last = epoch;
    }

    /**
     * A number that differs from an earlier answer exactly when something was written in between.
     * Pass it later to the questions below.
     */
    public int count() {
        if (last == epoch) {
            epoch++;
        }
        return epoch;
    }

    /** Whether a register changed since {@link #count} answered {@code since}. */
    public boolean registersSince(int since) {
        return lastRegisters >= since;
    }

    /** Whether any of the bytes {@code from} to {@code to}, both included, changed since then. */
    public boolean memorySince(int since, int from, int to) {
        for (int page = from >>> PAGE_BITS; page <= to >>> PAGE_BITS; page++) {
            if (pages[page] >= since) {
                return true;
            }
        }
        return false;
    }
}
