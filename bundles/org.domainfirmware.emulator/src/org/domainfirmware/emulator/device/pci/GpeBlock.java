package org.domainfirmware.emulator.device.pci;

import java.util.List;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * A general purpose event block of 16 events at AFE0h, where the ACPI tables of stock virtual machine
 * firmware say it is. No event ever happens here; without it an ACPI system would read a floating
 * bus, hence sixteen events at once.
 */
public final class GpeBlock implements Device, PortHandler {
    private static final int BASE = 0xAFE0;

    private int status;
    private int enable;

    public GpeBlock(PortBus ports) {
        ports.register(BASE, 4, 1, this);
    }

    @Override
    public int read(int port, int size) {
        return peek(port, size);
    }

    @Override
    public int peek(int port, int size) {
        int value = port < BASE + 2 ? status : enable;
        return value >> 8 * (port & 1) & 0xFF;
    }

    @Override
    public void write(int port, int size, int value) {
        int shift = 8 * (port & 1);
        if (port < BASE + 2) {
            status &= ~(value << shift);
        } else {
            enable = enable & ~(0xFF << shift) | value << shift;
        }
    }

    @Override
    public String name() {
        return "gpe";
    }

    @Override
    public void reset() {
        status = 0;
        enable = 0;
    }

    @Override
    public List<Register> registers() {
        return List.of(
                Register.of("GPE0_STS", "AFE0h", 16, Access.READ_WRITE, () -> status).sideEffect("ones clear"),
                Register.of("GPE0_EN", "AFE2h", 16, Access.READ_WRITE, () -> enable));
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeInt(status);
        to.writeInt(enable);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        status = from.readInt() & 0xFFFF;
        enable = from.readInt() & 0xFFFF;
    }
}
