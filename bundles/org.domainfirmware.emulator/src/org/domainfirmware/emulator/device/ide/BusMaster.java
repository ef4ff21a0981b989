package org.domainfirmware.emulator.device.ide;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * One channel's half of the PIIX3's IDE bus master: eight ports, and memory described by physical
 * region descriptors (Programming Interface for Bus Master IDE Controller, revision 1.0).
 */
public final class BusMaster implements PortHandler, DmaMover {
    private static final int START = 0x01;
    private static final int DIRECTION = 0x08;
    private static final int ACTIVE = 0x01;
    private static final int ERROR = 0x02;
    private static final int INTERRUPT = 0x04;
    private static final int DRIVE_BITS = 0x60;
    private static final int LAST_DESCRIPTOR = 0x8000_0000;
    /** Regions a table can have: it may not cross 64 KiB. More means a table without an end. */
    private static final int MOST_REGIONS = 8192;

    private final PhysicalMemory memory;
    private final String prefix;
    private BooleanSupplier enabled = () -> false;
    private Runnable onStart = () -> { };

    private int command;
    private int status;
    private int table;
    /** Where the walk through the table is. */
    private int nextDescriptor;
    private int address;
    private int left;
    private boolean lastRegion;
    private int regions;

    /** @param prefix of its register's names: "PRIMARY_" or "SECONDARY_" */
    public BusMaster(PhysicalMemory memory, String prefix) {
        this.memory = memory;
        this.prefix = prefix;
    }

    /** Says when the PCI function may master the bus. */
    void enabledBy(BooleanSupplier busMasterEnable) {
        enabled = busMasterEnable;
    }

    void onStart(Runnable action) {
        onStart = action;
    }

    /** The channel's interrupt rose. */
    void interrupted() {
        status |= INTERRUPT;
    }

    @Override
    public boolean running() {
        return (status & ACTIVE) != 0 && enabled.getAsBoolean();
    }

    @Override
    public int move(byte[] data, int offset, int length, boolean toMemory) {
        int done = 0;
        while (done < length) {
            if (left == 0 && !fetch()) {
                break;
            }
            int run = Math.min(left, length - done);
            if (toMemory) {
                memory.writeBytes(address, data, offset + done, run);
            } else {
                memory.readBytes(address, data, offset + done, run);
            }
            address += run;
            left -= run;
            done += run;
        }
        return done;
    }

    private boolean fetch() {
        if (lastRegion || regions >= MOST_REGIONS) {
            return false;
        }
        address = memory.read(nextDescriptor, 4) & ~1;
        int count = memory.read(nextDescriptor + 4, 4);
        lastRegion = (count & LAST_DESCRIPTOR) != 0;
        left = count & 0xFFFE;
        if (left == 0) {
            left = 0x10000;
        }
        nextDescriptor += 8;
        regions++;
        return true;
    }

    /** Active stays set when the table describes more than the drive had (table of section 3.2 there). */
    @Override
    public void transferEnded() {
        if (left == 0 && lastRegion) {
            status &= ~ACTIVE;
        }
    }

    @Override
    public int read(int port, int size) {
        return peek(port, size);
    }

    @Override
    public int peek(int port, int size) {
        int value = 0;
        for (int i = 0; i < size; i++) {
            value |= peekByte((port & 7) + i) << 8 * i;
        }
        return value;
    }

    private int peekByte(int offset) {
        return switch (offset) {
            case 0 -> command;
            case 2 -> status;
            case 4, 5, 6, 7 -> table >>> 8 * (offset - 4) & 0xFF;
            default -> 0;
        };
    }

    @Override
    public void write(int port, int size, int value) {
        for (int i = 0; i < size; i++) {
            writeByte((port & 7) + i, value >>> 8 * i & 0xFF);
        }
    }

    private void writeByte(int offset, int value) {
        switch (offset) {
            case 0 -> writeCommand(value & (START | DIRECTION));
            case 2 -> status = status & ~DRIVE_BITS & ~(value & (ERROR | INTERRUPT)) | value & DRIVE_BITS;
            case 4, 5, 6, 7 -> {
                int shift = 8 * (offset - 4);
                table = (table & ~(0xFF << shift) | value << shift) & ~3;
            }
            default -> {
                // Reserved.
            }
        }
    }

    private void writeCommand(int value) {
        boolean starts = (value & START) != 0 && (command & START) == 0;
        command = value;
        if ((value & START) == 0) {
            status &= ~ACTIVE;
        } else if (starts) {
            status |= ACTIVE;
            nextDescriptor = table;
            left = 0;
            lastRegion = false;
            regions = 0;
            if (running()) {
                onStart.run();
            }
        }
    }

    void reset() {
        command = 0;
        status = 0;
        table = 0;
        nextDescriptor = 0;
        address = 0;
        left = 0;
        lastRegion = false;
        regions = 0;
    }

    List<Register> registers(int offset) {
        return List.of(
                Register.of(prefix + "BMICX", String.format("BMIBA+%02Xh", offset), 8, Access.READ_WRITE, () -> command)
                        .field("SSBM", 0, 1, "stop", "start").field("RWCON", 3, 1, "from memory", "to memory")
                        .sideEffect("SSBM starts the transfer"),
                Register.of(prefix + "BMISX", String.format("BMIBA+%02Xh", offset + 2), 8, Access.READ_WRITE, () -> status)
                        .field("BMIDEA", 0, 1).field("ERROR", 1, 1).field("INTERRUPT", 2, 1).field("DMA0CAP", 5, 1)
                        .field("DMA1CAP", 6, 1).sideEffect("ones clear ERROR and INTERRUPT"),
                Register.of(prefix + "BMIDTPX", String.format("BMIBA+%02Xh", offset + 4), 32, Access.READ_WRITE, () -> table));
    }

    void writeState(StateWriter to) {
        to.writeInt(command);
        to.writeInt(status);
        to.writeInt(table);
        to.writeInt(nextDescriptor);
        to.writeInt(address);
        to.writeInt(left);
        to.writeBoolean(lastRegion);
        to.writeInt(regions);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        command = from.readInt() & 0xFF;
        status = from.readInt() & 0xFF;
        table = from.readInt();
        nextDescriptor = from.readInt();
        address = from.readInt();
        left = from.readInt();
        lastRegion = from.readBoolean();
        regions = from.readInt();
        if (left < 0 || left > 0x10000) {
            throw new CorruptSnapshot("ide: a bus master region of " + left + " bytes");
        }
    }
}
