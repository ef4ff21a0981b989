package org.domainfirmware.emulator.cpu.mmu;

import java.util.Arrays;

/**
 * Direct-mapped translations from linear pages straight to the memory store, one set of arrays for a
 * privilege (supervisor, user). A page has an entry only if it is plain memory that nobody watches;
 * for writing, only if it is dirty already and holds no decoded code; pages that do hold code have an
 * entry of their own kind, whose writes must be reported.
 *
 * <p>An entry has the page number in its upper half and in its lower what makes a linear address an index of
 * the store. An access of n bytes at {@code lin} hits when {@code (int) (reads[index(lin)] >>> 32) == lin + n - 1 >>> 12};
 * one that crosses into the next page never does. The store index is {@code lin + (int) reads[index(lin)]}.
 */
public final class Tlb {
    static final int ENTRIES = 4096;
    static final int NO_PAGE = -1;
    private static final long NO_ENTRY = -1;

    final long[] reads = new long[ENTRIES];
    final long[] writes = new long[ENTRIES];
    final long[] codes = new long[ENTRIES];

    Tlb() {
        flush();
    }

    static int index(int linear) {
        return linear >>> 12 & ENTRIES - 1;
    }

    private static long entry(int linear, int storePage) {
        return (long) (linear >>> 12) << 32 | storePage - (linear & ~0xFFF) & 0xFFFFFFFFL;
    }

    void flush() {
        Arrays.fill(reads, NO_ENTRY);
        Arrays.fill(writes, NO_ENTRY);
        Arrays.fill(codes, NO_ENTRY);
    }

    void flushPage(int linear) {
        reads[index(linear)] = NO_ENTRY;
        writes[index(linear)] = NO_ENTRY;
        codes[index(linear)] = NO_ENTRY;
    }

    void putRead(int linear, int storePage) {
        reads[index(linear)] = entry(linear, storePage);
    }

    void putWrite(int linear, int storePage) {
        writes[index(linear)] = entry(linear, storePage);
    }

    void putCode(int linear, int storePage) {
        codes[index(linear)] = entry(linear, storePage);
    }
}
