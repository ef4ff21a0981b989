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

/** A port whose bytes are text for the developer. A read gives E9h, so that a guest can tell it is there. */
public final class DebugConsole implements Device, PortHandler {
    /** Where Bochs has it. */
    public static final int BOCHS_PORT = 0xE9;
    /** Where SeaBIOS and OVMF write under QEMU. */
    public static final int QEMU_PORT = 0x402;
    private static final int PRESENT = 0xE9;

    private final String name;
    private final List<Register> registers;
    private IntConsumer listener = character -> { };
    private int last;

    /** A console at {@code port}, named for instance "debugcon". */
    public DebugConsole(String name, PortBus ports, int port) {
        this.name = name;
        ports.register(port, 1, 1, this);
        registers = List.of(Register.of("console", String.format("%02Xh", port), 8, Access.READ_WRITE, () -> PRESENT)
                .sideEffect("write prints a character"),
                Register.of("last character", "", 8, Access.INTERNAL, () -> last));
    }

    /** Called with each byte, 0 to 255, as it is written. */
    public void onByte(IntConsumer byteListener) {
        listener = byteListener;
    }

    @Override
    public int read(int port, int size) {
        return PRESENT;
    }

    @Override
    public int peek(int port, int size) {
        return PRESENT;
    }

    @Override
    public void write(int port, int size, int value) {
        last = value;
        listener.accept(value);
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
        return name;
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeInt(last);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        last = from.readInt() & 0xFF;
    }
}
