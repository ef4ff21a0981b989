package org.domainfirmware.emulator.device.ide;

import static org.domainfirmware.emulator.device.ide.AtaBits.CONTROL_HOB;
import static org.domainfirmware.emulator.device.ide.AtaBits.CONTROL_NIEN;
import static org.domainfirmware.emulator.device.ide.AtaBits.CONTROL_SRST;
import static org.domainfirmware.emulator.device.ide.AtaBits.DEVICE_DEV;
import static org.domainfirmware.emulator.device.ide.AtaBits.DEVICE_OBSOLETE;

import java.util.List;
import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * One IDE channel with up to two drives: the command block (1F0h or 170h, eight ports) and the control
 * block's one port (3F6h or 376h); ATA/ATAPI-6, clause 7. A channel without drives floats.
 */
public final class IdeChannel implements Device, PortHandler {
    /** The command for all drives whichever is selected. */
    private static final int EXECUTE_DIAGNOSTIC = 0x90;

    private final String name;
    private final int base;
    private final int controlPort;
    private final IrqLine irq;
    private final IdeDrive[] drives;
    private final BusMaster busMaster;
    private final ChannelRegisters registers;
    private int selected;
    private int control;
    private boolean asserted;

    /**
     * @param name lump name: "ide0" or "ide1"
     * @param base first port of the command block
     * @param controlPort the control block's port
     * @param busMaster this channel's half of the bus master
     * @param master device 0, or null
     * @param slave device 1, or null
     */
    public IdeChannel(String name, PortBus ports, int base, int controlPort, IrqLine irq, BusMaster busMaster,
            IdeDrive master, IdeDrive slave) {
        this.name = name;
        this.base = base;
        this.controlPort = controlPort;
        this.irq = irq;
        this.busMaster = busMaster;
        drives = new IdeDrive[] {master, slave};
        registers = new ChannelRegisters(this, base, controlPort);
        for (int i = 0; i < drives.length; i++) {
            if (drives[i] != null) {
                drives[i].attach(i, this::drive, busMaster);
            }
        }
        busMaster.onStart(this::busMasterStarted);
        ports.register(base, 1, 4, this);
        ports.register(base + 1, 7, 1, this);
        ports.register(controlPort, 1, 1, this);
        reset();
    }

    /** A drive: 0 or 1; null where there is none. */
    public IdeDrive drive(int index) {
        return drives[index];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Register> registers() {
        return registers.all();
    }

    @Override
    public void reset() {
        selected = 0;
        control = 0;
        asserted = false;
        irq.set(false);
        for (IdeDrive drive : drives) {
            if (drive != null) {
                drive.enterReset(true);
                drive.leaveReset();
            }
        }
    }

    private boolean empty() {
        return drives[0] == null && drives[1] == null;
    }

    int selected() {
        return selected;
    }

    /** The drive whose registers answer: the selected one, or the only one there is. */
    IdeDrive answering() {
        IdeDrive drive = drives[selected];
        return drive != null ? drive : drives[1 - selected];
    }

    private void drive() {
        IdeDrive drive = drives[selected];
        boolean level = drive != null && drive.interrupt() && (control & CONTROL_NIEN) == 0;
        if (level == asserted) {
            return;
        }
        asserted = level;
        if (level) {
            busMaster.interrupted();
        }
        irq.set(level);
    }

    private void busMasterStarted() {
        if (drives[selected] != null) {
            drives[selected].busMasterStarted();
        }
    }

    @Override
    public int read(int port, int size) {
        int value = peek(port, size);
        IdeDrive drive = drives[selected];
        if (drive != null) {
            if (port == base) {
                drive.dataTaken(size);
            } else if (port == base + 7) {
                drive.readStatus();
            }
        }
        return value;
    }

    @Override
    public int peek(int port, int size) {
        if (empty()) {
            return size == 4 ? -1 : (1 << 8 * size) - 1;
        }
        if (port == controlPort) {
            return status();
        }
        IdeDrive drive = answering();
        return switch (port - base) {
            case 0 -> drives[selected] == null ? 0 : drive.peekData(size);
            case 1 -> drive.error();
            case 6 -> drive.regs.device & ~DEVICE_DEV | DEVICE_OBSOLETE | selected << 4;
            case 7 -> status();
            // Device 0 must not lend an absent device 1 its signature: firmware would wait for a CD-ROM drive that is not there.
            case 4, 5 -> drives[selected] == null ? 0xFF : register(drive, port - base);
            default -> register(drive, port - base);
        };
    }

    private int register(IdeDrive drive, int number) {
        return (control & CONTROL_HOB) != 0 ? drive.regs.previous(number) : drive.regs.get(number);
    }

    /** An absent device 1 shows status 00h, by device 0 (ATA/ATAPI-6, clause 9.16.1). */
    int status() {
        IdeDrive drive = drives[selected];
        return drive == null ? 0 : drive.status();
    }

    int control() {
        return control;
    }

    @Override
    public void write(int port, int size, int value) {
        if (port == controlPort) {
            writeControl(value);
            return;
        }
        switch (port - base) {
            case 0 -> {
                if (drives[selected] != null) {
                    drives[selected].writeData(size, value);
                }
            }
            case 6 -> writeDevice(value);
            case 7 -> writeCommand(value);
            default -> writeParameter(port - base, value);
        }
    }

    private void writeParameter(int register, int value) {
        control &= ~CONTROL_HOB;
        // Both devices take parameters; a busy one refuses them.
        for (IdeDrive drive : drives) {
            if (drive != null && drive.accepts()) {
                drive.regs.write(register, value);
            }
        }
    }

    private void writeDevice(int value) {
        control &= ~CONTROL_HOB;
        selected = value >> 4 & 1;
        for (IdeDrive drive : drives) {
            if (drive != null && drive.accepts()) {
                drive.regs.device = value;
            }
        }
        drive();
    }

    private void writeCommand(int value) {
        control &= ~CONTROL_HOB;
        if (value == EXECUTE_DIAGNOSTIC) {
            selected = 0;
            for (IdeDrive drive : drives) {
                if (drive != null) {
                    drive.writeCommand(value);
                }
            }
        } else if (drives[selected] != null) {
            drives[selected].writeCommand(value);
        }
    }

    private void writeControl(int value) {
        int before = control;
        control = value & (CONTROL_HOB | CONTROL_SRST | CONTROL_NIEN);
        boolean rises = (value & CONTROL_SRST) != 0 && (before & CONTROL_SRST) == 0;
        boolean falls = (value & CONTROL_SRST) == 0 && (before & CONTROL_SRST) != 0;
        for (IdeDrive drive : drives) {
            if (drive != null && rises) {
                drive.enterReset(false);
            } else if (drive != null && falls) {
                drive.leaveReset();
            }
        }
        if (rises) {
            selected = 0;
        }
        drive();
    }

    @Override
    public void readBlock(int port, int size, byte[] to, int offset, int count) {
        IdeDrive drive = drives[selected];
        int bytes = count * size;
        int done = 0;
        if (port == base && drive != null) {
            // Whole units only: an odd last byte takes the slow way, which pads it.
            done = drive.takeRun(to, offset, bytes);
            done -= done % size;
            drive.dataTaken(done);
        }
        if (done < bytes) {
            PortHandler.super.readBlock(port, size, to, offset + done, (bytes - done) / size);
        }
    }

    @Override
    public void writeBlock(int port, int size, byte[] from, int offset, int count) {
        IdeDrive drive = drives[selected];
        int bytes = count * size;
        int done = 0;
        if (port == base && drive != null) {
            done = drive.putRun(from, offset, bytes);
            done -= done % size;
            drive.dataPut(done);
        }
        if (done < bytes) {
            PortHandler.super.writeBlock(port, size, from, offset + done, (bytes - done) / size);
        }
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeInt(selected);
        to.writeInt(control);
        to.writeBoolean(asserted);
        busMaster.writeState(to);
        for (IdeDrive drive : drives) {
            if (drive != null) {
                drive.writeState(to);
            }
        }
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        selected = from.readInt() & 1;
        control = from.readInt() & 0xFF;
        asserted = from.readBoolean();
        busMaster.readState(from);
        for (IdeDrive drive : drives) {
            if (drive != null) {
                drive.readState(from);
            }
        }
    }
}
