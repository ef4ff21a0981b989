package org.domainfirmware.emulator.device.pci;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * A PCI function with a type 0 header. A part declares its own registers and base addresses in its
 * constructor and is told when the guest has written.
 */
public abstract class PciFunction implements Device {
    public static final int COMMAND = 0x04;
    public static final int COMMAND_BUS_MASTER = 0x04;
    private static final int STATUS = 0x06;
    private static final int BAR_0 = 0x10;
    private static final int ROM_BAR = 0x30;
    private static final int INTERRUPT_LINE = 0x3C;

    private final String name;
    private final ConfigSpace config = new ConfigSpace();
    private final List<Register> registers = new ArrayList<>();
    private final List<BaseAddress> bases = new ArrayList<>();

    /**
     * @param name lump name, such as "piix3-isa"
     * @param command value of the command register after reset
     * @param commandMask bits of it that can be written
     * @param status value of the status register after reset
     */
    protected PciFunction(String name, PciIdentity identity, int command, int commandMask, int status) {
        this.name = name;
        declare("VID", 0x00, 16, identity.vendor(), 0);
        declare("DID", 0x02, 16, identity.device(), 0);
        declare("PCICMD", COMMAND, 16, command, commandMask)
                .field("IO", 0, 1).field("MEMORY", 1, 1).field("BUS_MASTER", 2, 1).field("SERR", 8, 1)
                .sideEffect("switches the decoding of base addresses");
        declare("PCISTS", STATUS, 16, status, 0).sideEffect("ones written to bits 11-15 and 8 clear them");
        config.declareClearedByOnes(STATUS, 2, 0xF900);
        declare("RID", 0x08, 8, identity.revision(), 0);
        declareQuiet(0x09, 1, identity.classCode() & 0xFF);
        declareQuiet(0x0A, 2, identity.classCode() >>> 8);
        registers.add(Register.of("CLASSC", "config 09h", 24, Access.READ_ONLY, () -> config.read(0x09, 3)));
        declareQuiet(0x0E, 1, identity.multiFunction() ? 0x80 : 0);
        registers.add(Register.of("HEDT", "config 0Eh", 8, Access.READ_ONLY, () -> config.read(0x0E, 1)));
        if (identity.subsystemVendor() != 0) {
            declare("SVID", 0x2C, 16, identity.subsystemVendor(), 0);
            declare("SID", 0x2E, 16, identity.subsystem(), 0);
        }
        if (identity.interruptPin() != 0) {
            declare("INTLN", INTERRUPT_LINE, 8, 0, 0xFF);
            declare("INTPN", 0x3D, 8, identity.interruptPin(), 0);
        }
    }

    /**
     * Declares a register of the configuration space.
     *
     * @param bits 8, 16 or 32
     * @param reset value after reset
     * @param mask bits that can be written
     */
    protected final Register declare(String register, int offset, int bits, int reset, int mask) {
        config.declare(offset, bits / 8, reset, mask);
        Register declared = Register.of(register, String.format("config %02Xh", offset), bits,
                mask == 0 ? Access.READ_ONLY : Access.READ_WRITE, () -> config.read(offset, bits / 8));
        registers.add(declared);
        return declared;
    }

    private void declareQuiet(int offset, int bytes, int value) {
        config.declare(offset, bytes, value, 0);
    }

    /** Declares bits of a register that are cleared by writing ones to them. */
    protected final void clearedByOnes(int offset, int bits, int mask) {
        config.declareClearedByOnes(offset, bits / 8, mask);
    }

    /** Adds a register outside the configuration space to {@link #registers}. */
    protected final void also(Register register) {
        registers.add(register);
    }

    /**
     * Declares I/O base address {@code index} (0 to 5).
     *
     * @param size ports it decodes, a power of two from 4 to 256
     */
    protected final void ioBase(int index, int size, BarTarget target) {
        base(new BaseAddress(BAR_0 + 4 * index, size, BaseAddress.Kind.IO, target), "BAR" + index);
    }

    /**
     * Declares a 32-bit memory base address.
     *
     * @param size bytes it decodes, a power of two from 4096
     */
    protected final void memoryBase(int index, int size, boolean prefetchable, BarTarget target) {
        base(new BaseAddress(BAR_0 + 4 * index, size,
                prefetchable ? BaseAddress.Kind.PREFETCHABLE : BaseAddress.Kind.MEMORY, target), "BAR" + index);
    }

    /** Declares the expansion ROM base address; {@code size} is a power of two from 4096. */
    protected final void romBase(int size, BarTarget target) {
        base(new BaseAddress(ROM_BAR, size, BaseAddress.Kind.ROM, target), "XROMBAR");
    }

    private void base(BaseAddress base, String register) {
        declare(register, base.offset(), 32, base.typeBits(), base.writable()).sideEffect("moves what it decodes");
        bases.add(base);
    }

    /** The function's configuration space, as it is. */
    public final ConfigSpace config() {
        return config;
    }

    /** Reads configuration space; reading has no side effects. */
    public final int readConfig(int offset, int bytes) {
        return config.read(offset, bytes);
    }

    /** Writes configuration space as the guest does. */
    public final void writeConfig(int offset, int bytes, int value) {
        int[] before = new int[bytes];
        for (int i = 0; i < bytes; i++) {
            before[i] = config.read(offset + i, 1);
        }
        config.write(offset, bytes, value);
        followBases();
        configWritten(offset, bytes);
        for (int i = 0; i < bytes; i++) {
            configByteWritten(offset + i, before[i], config.read(offset + i, 1));
        }
    }

    /** Called after a write of the guest to {@code bytes} bytes at {@code offset}. */
    protected void configWritten(int offset, int bytes) {
        // Most registers need no action.
    }

    /** Called after a write for each byte, with its value before and after. */
    protected void configByteWritten(int offset, int before, int after) {
        // Most registers need no action.
    }

    private void followBases() {
        int command = config.read(COMMAND, 2);
        for (BaseAddress base : bases) {
            base.follow(config.read(base.offset(), 4), command);
        }
    }

    protected final boolean isBusMaster() {
        return (config.read(COMMAND, 2) & COMMAND_BUS_MASTER) != 0;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<Register> registers() {
        return List.copyOf(registers);
    }

    @Override
    public void reset() {
        config.reset();
        followBases();
    }

    @Override
    public void writeState(StateWriter to) {
        config.writeState(to);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        config.readState(from);
        followBases();
    }
}
