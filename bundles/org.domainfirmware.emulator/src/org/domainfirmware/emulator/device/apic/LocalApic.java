package org.domainfirmware.emulator.device.apic;

import java.util.List;
import java.util.function.IntConsumer;
import org.domainfirmware.emulator.bus.InterruptController;
import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.memory.MmioHandler;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;

/** The local APIC of the only processor, identification 0; it hands the 8259's interrupts through LINT0. */
public final class LocalApic implements Device, InterruptController, MmioHandler, ApicBus {
    /** Undivided timer clock, nanoseconds: a 100 MHz bus. */
    public static final int BUS_PERIOD_NANOS = 10;
    /** IA32_APIC_BASE after reset: at FEE00000h, enabled, bootstrap processor. */
    public static final long BASE_AFTER_RESET = 0xFEE0_0900L;

    private static final long BASE_ENABLE = 0x800;
    private static final long BASE_WRITABLE = 0xF_FFFF_F800L;
    /** Version 11h with five entries in the local vector table. */
    static final int VERSION = 0x0004_0011;
    private static final int SVR_ENABLE = 0x100;
    private static final int ESR_SEND_ACCEPT = 0x04;
    private static final int ESR_SEND_VECTOR = 0x20;
    private static final int ESR_RECEIVE_VECTOR = 0x40;
    private static final int ESR_REGISTER = 0x80;

    private final InterruptController pic;
    private final ProcessorPins pins;
    private final ApicTimer timer;
    private final ApicPage page;
    private final LocalVectorTable lvt = new LocalVectorTable();
    private final VectorSet irr = new VectorSet();
    private final VectorSet isr = new VectorSet();
    private final VectorSet tmr = new VectorSet();
    private final List<Register> registers;
    private IntConsumer eoiListener = vector -> { };
    private long base = BASE_AFTER_RESET;
    private int id;
    private int tpr;
    private int ldr;
    private int dfr;
    private int svr;
    private int icrLow;
    private int icrHigh;
    private int esr;
    private int newErrors;
    private boolean lint1;
    /** A vector above the processor's priority waits. */
    private boolean pending;
    /** The 8259's INTR reaches the processor. */
    private boolean externalOpen;

    /** Stands before {@code pic}; shows its registers in {@code memory} where IA32_APIC_BASE says. */
    public LocalApic(EventQueue queue, PhysicalMemory memory, InterruptController pic, ProcessorPins pins) {
        this.pic = pic;
        this.pins = pins;
        timer = new ApicTimer(queue, BUS_PERIOD_NANOS, this::timerExpired);
        page = new ApicPage(memory, this);
        registers = LocalApicRegisters.declare(this);
        reset();
    }

    /** Told the vector of each level-triggered interrupt that ends: the I/O APIC's broadcast. */
    public void onEoi(IntConsumer listener) {
        eoiListener = listener;
    }

    /** IA32_APIC_BASE (MSR 1Bh). */
    public long baseMsr() {
        return base;
    }

    /**
     * Writes IA32_APIC_BASE: moves the page, and enables or disables the APIC (disabling resets it).
     *
     * @return false, and nothing changed, when a reserved bit is set: the processor raises #GP
     */
    public boolean writeBaseMsr(long value) {
        if ((value & ~(BASE_WRITABLE | 0x100)) != 0) {
            return false;
        }
        boolean wasEnabled = enabled();
        base = value & BASE_WRITABLE | 0x100;
        if (wasEnabled && !enabled()) {
            init();
        }
        page.show((int) (base & ~0xFFFL), enabled());
        refresh();
        return true;
    }

    /** True while IA32_APIC_BASE enables it: CPUID shows the APIC feature then. */
    public boolean enabled() {
        return (base & BASE_ENABLE) != 0;
    }

    private boolean softwareEnabled() {
        return (svr & SVR_ENABLE) != 0;
    }

    /** The board's NMI line. */
    public IrqLine lint1() {
        return level -> {
            boolean rises = level && !lint1;
            lint1 = level;
            if (rises && (!enabled() || !lvt.masked(LocalVectorTable.LINT1))) {
                deliver(enabled() ? lvt.mode(LocalVectorTable.LINT1) : NMI, lvt.vector(LocalVectorTable.LINT1), false);
            }
        };
    }

    /** INTR of the 8259 pair changed: matters when LINT0 is programmed as a local interrupt. */
    public void picIntr(boolean level) {
        int mode = lvt.mode(LocalVectorTable.LINT0);
        if (level && enabled() && !lvt.masked(LocalVectorTable.LINT0) && mode != EXT_INT) {
            deliver(mode, lvt.vector(LocalVectorTable.LINT0), false);
        }
    }

    @Override
    public boolean interruptPending() {
        return pending || externalOpen && pic.interruptPending();
    }

    @Override
    public int acknowledge() {
        if (pending) {
            int vector = irr.highest();
            irr.set(vector, false);
            isr.set(vector, true);
            refresh();
            return vector;
        }
        return externalOpen && pic.interruptPending() ? pic.acknowledge() : svr & 0xFF;
    }

    /** Recomputes what {@link #interruptPending} answers. */
    private void refresh() {
        int requested = irr.highest();
        pending = enabled() && requested >> 4 > ppr() >> 4;
        externalOpen = !enabled()
                || !lvt.masked(LocalVectorTable.LINT0) && lvt.mode(LocalVectorTable.LINT0) == EXT_INT;
    }

    private int ppr() {
        int served = Math.max(0, isr.highest());
        return tpr >> 4 >= served >> 4 ? tpr : served & 0xF0;
    }

    @Override
    public boolean send(int destination, boolean logical, int mode, int vector, boolean level) {
        if (!enabled() || !(logical ? matchesLogical(destination) : destination == 0xFF || destination == id >>> 24)) {
            return false;
        }
        deliver(mode, vector, level);
        return true;
    }

    private boolean matchesLogical(int destination) {
        int own = ldr >>> 24;
        if (destination == 0xFF) {
            return true;
        }
        if (dfr >>> 28 == 0xF) {
            return (destination & own) != 0;
        }
        // Cluster model: same cluster, and one of its members.
        return destination >> 4 == own >> 4 && (destination & own & 0x0F) != 0;
    }

    private void deliver(int mode, int vector, boolean level) {
        switch (mode) {
            case FIXED, LOWEST_PRIORITY -> accept(vector, level);
            case SMI -> pins.smi();
            case NMI -> pins.nmi();
            case INIT -> {
                init();
                pins.init();
            }
            case STARTUP -> pins.startup(vector);
            default -> {
                // ExtINT comes through the 8259's own INTR; mode 3 is reserved.
            }
        }
    }

    private void accept(int vector, boolean level) {
        if (!softwareEnabled()) {
            return;
        }
        if (vector < 16) {
            error(ESR_RECEIVE_VECTOR);
            return;
        }
        irr.set(vector, true);
        tmr.set(vector, level);
        refresh();
    }

    private void error(int bit) {
        newErrors |= bit;
        int vector = lvt.vector(LocalVectorTable.ERROR);
        if (!lvt.masked(LocalVectorTable.ERROR) && vector >= 16) {
            accept(vector, false);
        }
    }

    private void timerExpired() {
        if (!lvt.masked(LocalVectorTable.TIMER)) {
            accept(lvt.vector(LocalVectorTable.TIMER), false);
        }
    }

    @Override
    public int peek(int address, int size) {
        int offset = address & 0xFFF;
        int value = register(offset >> 4);
        int shift = (offset & 15) * 8;
        int shifted = shift > 24 ? 0 : value >>> shift;
        return size == 4 ? shifted : shifted & (1 << 8 * size) - 1;
    }

    /** A register by its offset divided by 16. */
    int register(int number) {
        if (number >= 0x10 && number < 0x28) {
            return (number < 0x18 ? isr : number < 0x20 ? tmr : irr).word(number & 7);
        }
        return switch (number) {
            case 0x02 -> id;
            case 0x03 -> VERSION;
            case 0x08 -> tpr;
            case 0x09, 0x0A -> ppr();
            case 0x0D -> ldr;
            case 0x0E -> dfr;
            case 0x0F -> svr;
            case 0x28 -> esr;
            case 0x30 -> icrLow;
            case 0x31 -> icrHigh;
            case 0x32 -> lvt.get(LocalVectorTable.TIMER);
            case 0x34, 0x35, 0x36, 0x37 -> lvt.get(number - 0x33);
            case 0x38 -> timer.initial();
            case 0x39 -> timer.current();
            case 0x3E -> timer.divide();
            default -> 0;
        };
    }

    @Override
    public int read(int address, int size) {
        return peek(address, size);
    }

    @Override
    public void write(int address, int size, int value) {
        int offset = address & 0xFFF;
        if (size == 4 && (offset & 15) == 0) {
            writeRegister(offset >> 4, value);
            refresh();
        }
    }

    private void writeRegister(int number, int value) {
        switch (number) {
            case 0x02 -> id = value & 0x0F00_0000;
            case 0x08 -> tpr = value & 0xFF;
            case 0x0B -> endOfInterrupt();
            case 0x0D -> ldr = value & 0xFF00_0000;
            case 0x0E -> dfr = value | 0x0FFF_FFFF;
            case 0x0F -> {
                svr = value & 0x3F0 | 0x0F;
                if (!softwareEnabled()) {
                    lvt.maskAll();
                    configureTimer();
                }
            }
            case 0x28 -> {
                esr = newErrors;
                newErrors = 0;
            }
            case 0x30 -> {
                icrLow = value & 0xCCFFF;
                interprocessor();
            }
            case 0x31 -> icrHigh = value & 0xFF00_0000;
            case 0x32, 0x34, 0x35, 0x36, 0x37 -> {
                lvt.write(number == 0x32 ? LocalVectorTable.TIMER : number - 0x33, value, softwareEnabled());
                configureTimer();
            }
            case 0x38 -> timer.writeInitial(value);
            case 0x3E -> timer.writeDivide(value);
            case 0x03, 0x09, 0x0A, 0x39 -> {
                // Read only.
            }
            default -> error(ESR_REGISTER);
        }
    }

    private void configureTimer() {
        timer.configure(lvt.periodic(), !lvt.masked(LocalVectorTable.TIMER));
    }

    private void endOfInterrupt() {
        int vector = isr.highest();
        if (vector < 0) {
            return;
        }
        isr.set(vector, false);
        refresh();
        if (tmr.get(vector)) {
            eoiListener.accept(vector);
        }
    }

    /** ICR low was written: a message to this processor, or to others that do not exist. */
    private void interprocessor() {
        int mode = icrLow >> 8 & 7;
        int vector = icrLow & 0xFF;
        boolean deassert = mode == INIT && (icrLow & 0x4000) == 0;
        if (deassert) {
            return;
        }
        if (mode <= LOWEST_PRIORITY && vector < 16) {
            error(ESR_SEND_VECTOR);
            return;
        }
        boolean taken = switch (icrLow >> 18 & 3) {
            case 1, 2 -> {
                deliver(mode, vector, false);
                yield true;
            }
            case 3 -> false;
            default -> send(icrHigh >>> 24, (icrLow & 0x800) != 0, mode, vector, false);
        };
        if (!taken) {
            error(ESR_SEND_ACCEPT);
        }
    }

    /** INIT: everything but identification and base (SDM volume 3, "Local APIC State After an INIT Reset"). */
    public void init() {
        tpr = 0;
        ldr = 0;
        dfr = -1;
        svr = 0xFF;
        icrLow = 0;
        icrHigh = 0;
        esr = 0;
        newErrors = 0;
        irr.clear();
        isr.clear();
        tmr.clear();
        lvt.reset();
        timer.reset();
        refresh();
    }

    @Override
    public void reset() {
        id = 0;
        base = BASE_AFTER_RESET;
        init();
        page.show((int) (base & ~0xFFFL), true);
    }

    @Override
    public List<Register> registers() {
        return registers;
    }

    @Override
    public String name() {
        return "apic";
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeLong(base);
        to.writeInts(new int[] {id, tpr, ldr, dfr, svr, icrLow, icrHigh, esr, newErrors, lint1 ? 1 : 0});
        irr.writeState(to);
        isr.writeState(to);
        tmr.writeState(to);
        lvt.writeState(to);
        timer.writeState(to);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        base = from.readLong() & (BASE_WRITABLE | 0x100);
        int[] saved = new int[10];
        from.readInts(saved);
        id = saved[0];
        tpr = saved[1] & 0xFF;
        ldr = saved[2];
        dfr = saved[3];
        svr = saved[4];
        icrLow = saved[5];
        icrHigh = saved[6];
        esr = saved[7];
        newErrors = saved[8];
        lint1 = saved[9] != 0;
        irr.readState(from);
        isr.readState(from);
        tmr.readState(from);
        lvt.readState(from);
        timer.readState(from);
        page.show((int) (base & ~0xFFFL), enabled());
        refresh();
    }
}
