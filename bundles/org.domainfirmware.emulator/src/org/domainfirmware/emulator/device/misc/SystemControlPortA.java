package org.domainfirmware.emulator.device.misc;

import java.util.List;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.BooleanConsumer;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** Port 92h: bit 0 going to 1 resets the processor, bit 1 opens the A20 gate. */
public final class SystemControlPortA implements Device, PortHandler {
    private static final int PORT = 0x92;

    private final BooleanConsumer a20;
    private final Runnable fastReset;
    private final List<Register> registers;
    private int value;

    public SystemControlPortA(PortBus ports, BooleanConsumer a20, Runnable fastReset) {
        this.a20 = a20;
        this.fastReset = fastReset;
        ports.register(PORT, 1, 1, this);
        registers = List.of(Register.of("system control A", "92h", 8, Access.READ_WRITE, () -> value)
                .field("fast reset", 0, 1).field("fast A20", 1, 1)
                .sideEffect("bit 0 going to 1 resets the processor"));
    }

    @Override
    public int read(int port, int size) {
        return value;
    }

    @Override
    public int peek(int port, int size) {
        return value;
    }

    @Override
    public void write(int port, int size, int newValue) {
        boolean resets = (newValue & ~value & 1) != 0;
        value = newValue & 3;
        a20.accept((value & 2) != 0);
        if (resets) {
            fastReset.run();
        }
    }

    @Override
    public void reset() {
        value = 0;
        a20.accept(false);
    }

    @Override
    public List<Register> registers() {
        return registers;
    }

    @Override
    public String name() {
        return "port92";
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeInt(value);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        value = from.readInt() & 3;
        a20.accept((value & 2) != 0);
    }
}
