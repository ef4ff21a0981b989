package org.domainfirmware.emulator.device.apic;

import java.util.Arrays;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** A 256-bit register: IRR, ISR or TMR, a bit a vector. */
final class VectorSet {
    private final int[] words = new int[8];

    void clear() {
        Arrays.fill(words, 0);
    }

    void set(int vector, boolean value) {
        if (value) {
            words[vector >> 5] |= 1 << (vector & 31);
        } else {
            words[vector >> 5] &= ~(1 << (vector & 31));
        }
    }

    boolean get(int vector) {
        return (words[vector >> 5] >>> (vector & 31) & 1) != 0;
    }

    /** The highest vector in the set, or -1. */
    int highest() {
        for (int i = 7; i >= 0; i--) {
            if (words[i] != 0) {
                return i << 5 | 31 - Integer.numberOfLeadingZeros(words[i]);
            }
        }
        return -1;
    }

    int word(int index) {
        return words[index];
    }

    void writeState(StateWriter to) {
        to.writeInts(words);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        from.readInts(words);
    }
}
