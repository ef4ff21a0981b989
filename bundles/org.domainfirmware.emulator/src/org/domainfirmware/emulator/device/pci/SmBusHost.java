package org.domainfirmware.emulator.device.pci;

import java.util.List;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** The PIIX4's SMBus host controller with nothing on the bus: every transaction ends without acknowledge. */
final class SmBusHost implements PortHandler {
    static final int PORTS = 16;
    private static final int STATUS = 0;
    private static final int CONTROL = 2;
    private static final int START = 0x40;
    private static final int DEVICE_ERROR = 0x04;
    private static final int STATUS_CLEARS = 0x1E;

    private final byte[] registers = new byte[PORTS];

    @Override
    public int read(int port, int size) {
        return peek(port, size);
    }

    @Override
    public int peek(int port, int size) {
        return registers[port & PORTS - 1] & 0xFF;
    }

    @Override
    public void write(int port, int size, int value) {
        int at = port & PORTS - 1;
        if (at == STATUS) {
            registers[STATUS] &= (byte) ~(value & STATUS_CLEARS);
        } else if (at == CONTROL) {
            registers[CONTROL] = (byte) (value & ~START);
            if ((value & START) != 0) {
                registers[STATUS] |= DEVICE_ERROR;
            }
        } else if (at < 8) {
            registers[at] = (byte) value;
        }
    }

    List<Register> registers() {
        return List.of(
                Register.of("SMBHSTSTS", "SMBBA+00h", 8, Access.READ_WRITE, () -> peek(STATUS, 1))
                        .field("DEV_ERR", 2, 1).sideEffect("ones clear"),
                Register.of("SMBHSTCNT", "SMBBA+02h", 8, Access.READ_WRITE, () -> peek(CONTROL, 1))
                        .sideEffect("START begins a transaction, which nobody answers"),
                Register.of("SMBHSTCMD", "SMBBA+03h", 8, Access.READ_WRITE, () -> peek(3, 1)),
                Register.of("SMBHSTADD", "SMBBA+04h", 8, Access.READ_WRITE, () -> peek(4, 1)));
    }

    void reset() {
        java.util.Arrays.fill(registers, (byte) 0);
    }

    void writeState(StateWriter to) {
        to.writeBytes(registers);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        from.readBytes(registers);
    }
}
