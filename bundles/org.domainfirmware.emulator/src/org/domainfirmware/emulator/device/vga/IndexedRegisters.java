package org.domainfirmware.emulator.device.vga;

import java.util.function.IntSupplier;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** The bank of byte registers behind an index/data port pair. Unimplemented bits and indexes read 0. */
final class IndexedRegisters {
    private final String chip;
    private final String dataPort;
    private final int[] implemented;
    private final int[] values;

    /** @param implemented for each index, the bits that exist */
    IndexedRegisters(String chip, String dataPort, int... implemented) {
        this.chip = chip;
        this.dataPort = dataPort;
        this.implemented = implemented;
        values = new int[implemented.length];
    }

    int get(int index) {
        return index < values.length ? values[index] : 0;
    }

    /** Stores a byte; tells whether the register has a new value. */
    boolean set(int index, int value) {
        if (index >= values.length) {
            return false;
        }
        int kept = value & implemented[index];
        boolean changed = kept != values[index];
        values[index] = kept;
        return changed;
    }

    void clear() {
        java.util.Arrays.fill(values, 0);
    }

    /** Declares one of them. */
    Register declare(String name, int index) {
        IntSupplier value = () -> values[index];
        return Register.of(name, "%s.%02Xh".formatted(dataPort, index), 8, Access.READ_WRITE, value);
    }

    void writeState(StateWriter to) {
        to.writeInts(values);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        from.readInts(values);
        for (int i = 0; i < values.length; i++) {
            if ((values[i] & ~implemented[i]) != 0) {
                throw new CorruptSnapshot("vga: %s register %02Xh has bits that do not exist".formatted(chip, i));
            }
        }
    }
}
