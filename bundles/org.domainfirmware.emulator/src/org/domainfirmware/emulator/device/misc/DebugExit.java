package org.domainfirmware.emulator.device.misc;

import java.util.List;
import java.util.function.IntConsumer;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** A port that ends the run: writing V means exit status V * 2 + 1, as QEMU's isa-debug-exit. */
public final class DebugExit implements Device, PortHandler {
    private final IntConsumer exit;
    private final List<Register> registers;
    private int last;

    /**
     * @param port first of four ports, 0 to FFFCh
     * @param exit told the exit status, (V * 2 + 1) in 32 bits
     */
    public DebugExit(PortBus ports, int port, IntConsumer exit) {
        if (port < 0 || port > 0xFFFC) {
            throw new IllegalArgumentException(String.format("exit port %Xh is not in 0 to FFFCh", port));
        }
        this.exit = exit;
        ports.register(port, 4, 4, this);
        registers = List.of(Register.of("exit", String.format("%02Xh", port), 32, Access.READ_WRITE, () -> last)
                .sideEffect("write ends the run"));
    }

    @Override
    public int read(int port, int size) {
        return 0;
    }

    @Override
    public int peek(int port, int size) {
        return 0;
    }

    @Override
    public void write(int port, int size, int value) {
        last = value;
        exit.accept(value << 1 | 1);
    }

    @Override
    public void reset() {
        last = 0;
    }

    @Override
    public List<Register> registers() {
        return registers;
    }

    @Override
    public String name() {
        return "debugexit";
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeInt(last);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        last = from.readInt();
    }
}
