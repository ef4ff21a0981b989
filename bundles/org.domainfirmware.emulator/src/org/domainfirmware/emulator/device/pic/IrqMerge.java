package org.domainfirmware.emulator.device.pic;

import org.domainfirmware.emulator.bus.IrqLine;

/**
 * Several sources on one ISA wire (COM1 and COM3): it is high while any of them drives it. It has no
 * state of its own: sources drive their lines again after a restore.
 */
public final class IrqMerge {
    private final IrqLine sink;
    private int sources;
    private int asserted;

    public IrqMerge(IrqLine sink) {
        this.sink = sink;
    }

    /** A line for one more source; at most 32. */
    public IrqLine source() {
        if (sources == 32) {
            throw new IllegalStateException("an interrupt line has at most 32 sources");
        }
        int bit = 1 << sources++;
        return level -> {
            asserted = level ? asserted | bit : asserted & ~bit;
            sink.set(asserted != 0);
        };
    }
}
