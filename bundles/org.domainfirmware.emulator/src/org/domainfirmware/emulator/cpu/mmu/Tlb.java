package org.domainfirmware.emulator.cpu.mmu;

import java.util.Arrays;

/**
 * Direct-mapped translations from linear pages straight to the memory store, one set of arrays for a
 * privilege (supervisor, user). A page has an entry only if it is plain memory that nobody watches;
 * for writing, only if it is dirty already and holds no decoded code; pages that do hold code have an
 * entry of their own kind, whose writes must be reported.
 *
 * <p>An access of n bytes at {@code lin} hits when {@code readTag[index(lin)] == lin + n - 1 >>> 12};
 * one that crosses into the next page never does. The store index is {@code lin + readDelta[index]}.
 */
public final class Tlb {
    static final int ENTRIES = 4096;
    static final int NO_PAGE = -1;

    final int[] readTag = new int[ENTRIES];
    final int[] readDelta = new int[ENTRIES];
    final int[] writeTag = new int[ENTRIES];
    final int[] writeDelta = new int[ENTRIES];
    final int[] codeTag = new int[ENTRIES];
    final int[] codeDelta = new int[ENTRIES];

    Tlb() {
        flush();
    }

    static int index(int linear) {
        return linear >>> 12 & ENTRIES - 1;
    }

    void flush() {
        Arrays.fill(readTag, NO_PAGE);
        Arrays.fill(writeTag, NO_PAGE);
        Arrays.fill(codeTag, NO_PAGE);
    }

    void flushPage(int linear) {
        readTag[index(linear)] = NO_PAGE;
        writeTag[index(linear)] = NO_PAGE;
        codeTag[index(linear)] = NO_PAGE;
    }

    void putRead(int linear, int storePage) {
        readTag[index(linear)] = linear >>> 12;
        readDelta[index(linear)] = storePage - (linear & ~0xFFF);
    }

    void putWrite(int linear, int storePage) {
        writeTag[index(linear)] = linear >>> 12;
        writeDelta[index(linear)] = storePage - (linear & ~0xFFF);
    }

    void putCode(int linear, int storePage) {
        codeTag[index(linear)] = linear >>> 12;
        codeDelta[index(linear)] = storePage - (linear & ~0xFFF);
    }
}
