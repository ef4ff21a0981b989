package org.domainfirmware.emulator.device.apic;

import java.util.Arrays;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** The local vector table: timer, performance counter, LINT0, LINT1 and error entries. */
final class LocalVectorTable {
    static final int TIMER = 0;
    static final int PERFORMANCE = 1;
    static final int LINT0 = 2;
    static final int LINT1 = 3;
    static final int ERROR = 4;
    static final int ENTRIES = 5;
    static final int MASKED = 0x1_0000;
    private static final int PERIODIC = 0x2_0000;
    /** Writable bits of each entry (SDM volume 3, "Local Vector Table"). */
    private static final int[] WRITABLE = {0x300FF, 0x107FF, 0x1A7FF, 0x1A7FF, 0x100FF};

    private final int[] entries = new int[ENTRIES];

    LocalVectorTable() {
        reset();
    }

    /**
     * All masked, except LINT0, which passes the 8259's interrupts on: firmware that knows no APIC must
     * get them, as it does on a board whose own set-up has chosen virtual wire mode.
     */
    void reset() {
        Arrays.fill(entries, MASKED);
        entries[LINT0] = ApicBus.EXT_INT << 8;
    }

    int get(int entry) {
        return entries[entry];
    }

    void write(int entry, int value, boolean softwareEnabled) {
        entries[entry] = value & WRITABLE[entry] | (softwareEnabled ? 0 : MASKED);
    }

    /** Software disabled: every entry is masked (SDM volume 3, "Local APIC State After It Has Been Software Disabled"). */
    void maskAll() {
        for (int i = 0; i < ENTRIES; i++) {
            entries[i] |= MASKED;
        }
    }

    boolean masked(int entry) {
        return (entries[entry] & MASKED) != 0;
    }

    boolean periodic() {
        return (entries[TIMER] & PERIODIC) != 0;
    }

    int vector(int entry) {
        return entries[entry] & 0xFF;
    }

    int mode(int entry) {
        return entries[entry] >> 8 & 7;
    }

    void writeState(StateWriter to) {
        to.writeInts(entries);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        from.readInts(entries);
    }
}
