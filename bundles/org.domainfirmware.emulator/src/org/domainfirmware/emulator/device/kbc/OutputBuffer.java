package org.domainfirmware.emulator.device.kbc;

import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** The byte the host reads at port 60h, with its full flag, its source and the two interrupts it makes. */
final class OutputBuffer {
    private final IrqLine irq1;
    private final IrqLine irq12;
    private int data;
    private boolean full;
    private boolean auxiliary;

    OutputBuffer(IrqLine irq1, IrqLine irq12) {
        this.irq1 = irq1;
        this.irq12 = irq12;
    }

    void clear() {
        data = 0;
        full = false;
        auxiliary = false;
    }

    void load(int value, boolean fromAuxiliary) {
        data = value;
        full = true;
        auxiliary = fromAuxiliary;
    }

    int data() {
        return data;
    }

    boolean full() {
        return full;
    }

    boolean auxiliary() {
        return auxiliary;
    }

    /** The host read port 60h; an empty buffer gives its last byte again. */
    int take() {
        full = false;
        return data;
    }

    /** Drives IRQ1 and IRQ12 as far as bits 0 and 1 of the command byte allow. */
    void driveInterrupts(int commandByte) {
        irq1.set(full && !auxiliary && (commandByte & 1) != 0);
        irq12.set(full && auxiliary && (commandByte & 2) != 0);
    }

    void writeState(StateWriter to) {
        to.writeInts(new int[] {data, full ? 1 : 0, auxiliary ? 1 : 0});
    }

    void readState(StateReader from) throws CorruptSnapshot {
        data = from.readInt() & 0xFF;
        full = from.readBoolean();
        auxiliary = from.readBoolean();
    }
}
