package org.domainfirmware.emulator.device.pci;

import java.util.ArrayList;
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
 * PCI bus 0 and configuration mechanism 1 at CF8h and CFCh (PCI Local Bus Specification 2.1, section
 * 3.7.4.1). The reset control register shares CF9h: only a dword at CF8h is the address register.
 */
public final class PciBus implements Device, PortHandler {
    private static final int ADDRESS = 0xCF8;
    private static final int RESET_PORT = 0xCF9;
    private static final int DATA = 0xCFC;
    private static final int ENABLE = 0x8000_0000;

    private final PciFunction[] functions = new PciFunction[32 * 8];
    private final ResetControl resetControl;
    private int address;

    public PciBus(PortBus ports, ResetControl resetControl) {
        this.resetControl = resetControl;
        ports.register(ADDRESS, 8, 4, this);
    }

    /**
     * Puts a function on the bus, when the machine is built.
     *
     * @param device 0 to 31
     * @param function 0 to 7
     */
    public void add(int device, int function, PciFunction part) {
        int at = device << 3 | function;
        if (functions[at] != null) {
            throw new IllegalArgumentException("PCI " + device + "." + function + " is already " + functions[at].name());
        }
        functions[at] = part;
    }

    /** The function at a place of bus 0, or null. */
    public PciFunction function(int device, int function) {
        return functions[device << 3 | function];
    }

    /** All functions, in the order of their places. */
    public List<PciFunction> functions() {
        List<PciFunction> present = new ArrayList<>();
        for (PciFunction part : functions) {
            if (part != null) {
                present.add(part);
            }
        }
        return present;
    }

    @Override
    public int read(int port, int size) {
        return peek(port, size);
    }

    @Override
    public int peek(int port, int size) {
        if (port == ADDRESS && size == 4) {
            return address;
        }
        if (port == RESET_PORT && size == 1) {
            return resetControl.read();
        }
        if (port < DATA || port + size > DATA + 4) {
            return size == 4 ? -1 : (1 << 8 * size) - 1;
        }
        PciFunction selected = selected();
        if (selected == null) {
            // A master abort reads all ones.
            return size == 4 ? -1 : (1 << 8 * size) - 1;
        }
        return selected.readConfig(address & 0xFC | port & 3, size);
    }

    @Override
    public void write(int port, int size, int value) {
        if (port == ADDRESS && size == 4) {
            address = value & 0x80FF_FFFC;
        } else if (port == RESET_PORT && size == 1) {
            resetControl.write(value);
        } else if (port >= DATA && port + size <= DATA + 4) {
            PciFunction selected = selected();
            if (selected != null) {
                selected.writeConfig(address & 0xFC | port & 3, size, value);
            }
        }
    }

    private PciFunction selected() {
        boolean bus0 = (address >> 16 & 0xFF) == 0;
        return (address & ENABLE) != 0 && bus0 ? functions[address >> 8 & 0xFF] : null;
    }

    @Override
    public String name() {
        return "pci";
    }

    @Override
    public void reset() {
        address = 0;
        resetControl.reset();
    }

    @Override
    public List<Register> registers() {
        return List.of(
                Register.of("CONFADD", "CF8h", 32, Access.READ_WRITE, () -> address)
                        .field("REGISTER", 2, 6).field("FUNCTION", 8, 3).field("DEVICE", 11, 5).field("BUS", 16, 8)
                        .field("CONE", 31, 1),
                resetControl.register(),
                Register.of("CONFDATA", "CFCh", 32, Access.READ_WRITE, () -> peek(DATA, 4))
                        .sideEffect("reads or writes the register that CONFADD selects"));
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeInt(address);
        to.writeInt(resetControl.read());
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        address = from.readInt() & 0x80FF_FFFC;
        resetControl.restore(from.readInt());
    }
}
