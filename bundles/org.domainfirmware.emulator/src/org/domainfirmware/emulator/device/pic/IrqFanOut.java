package org.domainfirmware.emulator.device.pic;

import java.util.List;
import org.domainfirmware.emulator.bus.IrqLine;

/** One source that drives several wires: an ISA interrupt reaches both the 8259 pair and the I/O APIC. */
public final class IrqFanOut implements IrqLine {
    private final IrqLine[] sinks;

    public IrqFanOut(List<IrqLine> sinks) {
        this.sinks = sinks.toArray(new IrqLine[0]);
    }

    @Override
    public void set(boolean level) {
        for (IrqLine sink : sinks) {
            sink.set(level);
        }
    }

    @Override
    public void pulse() {
        for (IrqLine sink : sinks) {
            sink.pulse();
        }
    }
}
