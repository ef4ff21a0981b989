package org.domainfirmware.emulator.device.apic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.memory.MmioHandler;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * The I/O APIC: 24 inputs and their redirection table. Lines say "asserted", so the polarity bits are
 * kept but do not matter.
 */
public final class IoApic implements Device, MmioHandler {
    /** Inputs. */
    public static final int INPUTS = 24;

    private static final int BASE = 0xFEC0_0000;
    private static final int VERSION = INPUTS - 1 << 16 | 0x11;
    private static final int REMOTE_IRR = 0x4000;
    private static final int LEVEL = 0x8000;
    private static final int MASKED = 0x1_0000;
    /** Delivery status and remote IRR are read only. */
    private static final int LOW_WRITABLE = 0x1_AFFF;

    private final ApicBus bus;
    private final int[] low = new int[INPUTS];
    private final int[] high = new int[INPUTS];
    private final IrqLine[] inputs = new IrqLine[INPUTS];
    private final List<Register> registers = new ArrayList<>();
    private int lines;
    private int select;
    private int id;

    /** Shows its page at FEC00000h in {@code memory}; messages go to {@code bus}. */
    public IoApic(PhysicalMemory memory, ApicBus bus) {
        this.bus = bus;
        memory.mapHandler(BASE, PhysicalMemory.PAGE_SIZE, memory.addHandler(this));
        for (int i = 0; i < INPUTS; i++) {
            inputs[i] = new Input(i);
        }
        declareRegisters();
        reset();
    }

    private void declareRegisters() {
        registers.add(Register.of("IOREGSEL", "FEC00000h", 8, Access.READ_WRITE, () -> select));
        registers.add(Register.of("ID", "IOAPIC.00h", 32, Access.READ_WRITE, () -> id).field("ID", 24, 4));
        registers.add(Register.of("version", "IOAPIC.01h", 32, Access.READ_ONLY, () -> VERSION));
        for (int i = 0; i < INPUTS; i++) {
            int at = i;
            registers.add(Register.of("redirection " + i + " low", String.format("IOAPIC.%02Xh", 0x10 + 2 * i), 32,
                    Access.READ_WRITE, () -> low[at]).field("vector", 0, 8).field("mode", 8, 3)
                    .field("logical", 11, 1).field("active low", 13, 1).field("remote IRR", 14, 1)
                    .field("level", 15, 1).field("mask", 16, 1));
            registers.add(Register.of("redirection " + i + " high", String.format("IOAPIC.%02Xh", 0x11 + 2 * i), 32,
                    Access.READ_WRITE, () -> high[at]).field("destination", 24, 8));
        }
        registers.add(Register.of("inputs", "", INPUTS, Access.INTERNAL, () -> lines));
    }

    /** The wire into an input, 0 to 23. */
    public IrqLine input(int number) {
        return inputs[number];
    }

    /** A level-triggered interrupt with this vector has ended at a local APIC. */
    public void endOfInterrupt(int vector) {
        for (int i = 0; i < INPUTS; i++) {
            if ((low[i] & 0xFF) == vector && (low[i] & REMOTE_IRR) != 0) {
                low[i] &= ~REMOTE_IRR;
                serviceLevel(i);
            }
        }
    }

    private void setLine(int input, boolean level) {
        int bit = 1 << input;
        boolean rises = level && (lines & bit) == 0;
        lines = level ? lines | bit : lines & ~bit;
        if ((low[input] & LEVEL) != 0) {
            serviceLevel(input);
        } else if (rises) {
            edge(input);
        }
    }

    /** An edge at a masked input is lost (datasheet, "Interrupt mask"). */
    private void edge(int input) {
        if ((low[input] & MASKED) == 0) {
            send(input, false);
        }
    }

    private void serviceLevel(int input) {
        boolean ready = (low[input] & (MASKED | REMOTE_IRR | LEVEL)) == LEVEL;
        if (ready && (lines & 1 << input) != 0) {
            // Set first: the message may end the interrupt at once.
            low[input] |= REMOTE_IRR;
            if (!send(input, true)) {
                low[input] &= ~REMOTE_IRR;
            }
        }
    }

    private boolean send(int input, boolean level) {
        int entry = low[input];
        return bus.send(high[input] >>> 24, (entry & 0x800) != 0, entry >> 8 & 7, entry & 0xFF, level);
    }

    @Override
    public int peek(int address, int size) {
        int offset = address & 0xFF;
        int value = switch (offset & ~3) {
            case 0x00 -> select;
            case 0x10 -> window();
            default -> 0;
        };
        int shifted = value >>> (offset & 3) * 8;
        return size == 4 ? shifted : shifted & (1 << 8 * size) - 1;
    }

    private int window() {
        int entry = select - 0x10 >> 1;
        if (select >= 0x10 && entry < INPUTS) {
            return (select & 1) == 0 ? low[entry] : high[entry];
        }
        return switch (select) {
            case 0, 2 -> id;
            case 1 -> VERSION;
            default -> 0;
        };
    }

    @Override
    public int read(int address, int size) {
        return peek(address, size);
    }

    @Override
    public void write(int address, int size, int value) {
        switch (address & 0xFF) {
            case 0x00 -> select = value & 0xFF;
            case 0x10 -> {
                if (size == 4) {
                    writeWindow(value);
                }
            }
            default -> {
                // Nothing else is there; the EOI register came with later versions.
            }
        }
    }

    private void writeWindow(int value) {
        int entry = select - 0x10 >> 1;
        if (select == 0) {
            id = value & 0x0F00_0000;
        } else if (select >= 0x10 && entry < INPUTS) {
            if ((select & 1) != 0) {
                high[entry] = value & 0xFF00_0000;
                return;
            }
            low[entry] = value & LOW_WRITABLE | low[entry] & REMOTE_IRR;
            if ((value & LEVEL) == 0) {
                low[entry] &= ~REMOTE_IRR;
            }
            serviceLevel(entry);
        }
    }

    @Override
    public void reset() {
        Arrays.fill(low, MASKED);
        Arrays.fill(high, 0);
        select = 0;
        id = 0;
    }

    @Override
    public List<Register> registers() {
        return List.copyOf(registers);
    }

    @Override
    public String name() {
        return "ioapic";
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeInts(low);
        to.writeInts(high);
        to.writeInts(new int[] {lines, select, id});
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        from.readInts(low);
        from.readInts(high);
        lines = from.readInt();
        select = from.readInt() & 0xFF;
        id = from.readInt();
    }

    private final class Input implements IrqLine {
        private final int number;

        Input(int number) {
            this.number = number;
        }

        @Override
        public void set(boolean level) {
            setLine(number, level);
        }

        @Override
        public void pulse() {
            if ((low[number] & LEVEL) == 0) {
                edge(number);
            } else {
                IrqLine.super.pulse();
            }
        }
    }
}
