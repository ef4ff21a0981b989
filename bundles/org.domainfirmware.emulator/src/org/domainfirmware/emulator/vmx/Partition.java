package org.domainfirmware.emulator.vmx;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.domainfirmware.emulator.cpu.ControlOwner;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.debug.EntryCheck;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.snapshot.Stateful;

/**
 * The hypervisor's side of a partition: keeps CR0.PE and NE set, shows the guest a shadow, and switches
 * worlds when the shadow's PE changes. The monitor at D0000h says where the contexts are.
 */
public final class Partition implements ControlOwner, Stateful {
    /** Where the monitor is, and its header. */
    public static final int MONITOR = 0xD0000;
    private static final int MAGIC_AT = MONITOR + 8;
    private static final int NEW_CONTEXT_AT = MONITOR + 0xC;
    private static final int OLD_CONTEXT_AT = MONITOR + 0x10;
    private static final int MAGIC = 0x17101966;
    /** Vector bases while the monitor is active: behind the 32 exceptions. */
    private static final int MASTER_BASE = 0x20;
    private static final int SLAVE_BASE = 0x28;
    private static final int OWNED = Cr.CR0_PE | Cr.CR0_NE;

    private final Cpu cpu;
    private final VectorBases bases;
    private final IntSupplier currentEip;
    private final Consumer<String> stop;
    private int shadow;
    private boolean monitorActive;
    private final int[] remembered = new int[2];
    private long switches;
    /** For debuggers; no part of the state. */
    private int leftAt;
    private WorldSwitchListener listener;
    private EntryChecks lastChecks;

    /**
     * @param currentEip EIP of the instruction being executed
     * @param stop ends the domain with a sentence that says why
     */
    public Partition(Cpu cpu, VectorBases bases, IntSupplier currentEip, Consumer<String> stop) {
        this.cpu = cpu;
        this.bases = bases;
        this.currentEip = currentEip;
        this.stop = stop;
        cpu.control = this;
    }

    /** Call whenever the domain builder has set the first state: protected mode, the monitor not active. */
    public void begin() {
        shadow = cpu.s.cr0;
        monitorActive = false;
        switches = 0;
        if (listener != null) {
            listener.begun();
        }
        cpu.s.cr0 |= OWNED;
        cpu.modeChanged();
        enter("the domain's first instruction", cpu.s.eflags());
    }

    /** True while the monitor stands in for real mode. */
    public boolean isMonitorActive() {
        return monitorActive;
    }

    /** Linear address of the instruction that last switched to the monitor. */
    public int leftAt() {
        return leftAt;
    }

    /** World switches since the domain began. */
    public long switches() {
        return switches;
    }

    /** Tells who watches the switches, or null. */
    public void listener(WorldSwitchListener watcher) {
        listener = watcher;
    }

    /** The checks made at the last VM entry, with the values of then. */
    public List<EntryCheck> lastChecks() {
        return lastChecks == null ? List.of() : lastChecks.all();
    }

    @Override
    public int readCr0() {
        return cpu.s.cr0 & ~OWNED | shadow & OWNED;
    }

    @Override
    public long writeCr0(int value) {
        boolean clears = (shadow & ~value & Cr.CR0_PE) != 0;
        boolean sets = (value & ~shadow & Cr.CR0_PE) != 0;
        if (clears && !monitorActive) {
            toMonitor();
            return -1;
        }
        if (sets && monitorActive) {
            toGuest();
            return -1;
        }
        shadow = value;
        return (value | OWNED) & 0xFFFFFFFFL;
    }

    private void toMonitor() {
        WorldContext oldWorld = context(OLD_CONTEXT_AT, "old");
        WorldContext newWorld = context(NEW_CONTEXT_AT, "new");
        if (oldWorld == null || newWorld == null) {
            return;
        }
        if (listener != null) {
            listener.beforeSwitch(true, currentEip.getAsInt());
        }
        leftAt = cpu.s.cs.base + currentEip.getAsInt();
        oldWorld.save(cpu.s, currentEip.getAsInt(), readCr0());
        for (int i = 0; i < 2; i++) {
            remembered[i] = bases.get(i);
        }
        bases.set(0, MASTER_BASE);
        bases.set(1, SLAVE_BASE);
        monitorActive = true;
        load(newWorld, "entry into the monitor");
    }

    private void toGuest() {
        WorldContext oldWorld = context(OLD_CONTEXT_AT, "old");
        if (oldWorld == null) {
            return;
        }
        if (listener != null) {
            listener.beforeSwitch(false, currentEip.getAsInt());
        }
        for (int i = 0; i < 2; i++) {
            int given = oldWorld.irqBase(i) & 0xF8;
            bases.set(i, oldWorld.irqBase(i) != 0 ? given : remembered[i]);
        }
        monitorActive = false;
        load(oldWorld, "return to protected mode");
    }

    /** The context a header field points to; ends the domain and gives null when it cannot be used. */
    private WorldContext context(int field, String name) {
        if (cpu.memory.read(MAGIC_AT, 4) != MAGIC) {
            stop.accept(String.format("the guest left protected mode, but there is no monitor at %05Xh (magic %08X, not %08X)",
                    MONITOR, cpu.memory.read(MAGIC_AT, 4), MAGIC));
            return null;
        }
        int address = cpu.memory.read(field, 4);
        long end = (address & 0xFFFFFFFFL) + WorldContext.SIZE;
        if (address == 0 || end > cpu.memory.ramSize()) {
            stop.accept(String.format("the monitor's %s context is at %08Xh, where no context can be", name, address));
            return null;
        }
        return new WorldContext(cpu.memory, address);
    }

    private void load(WorldContext world, String why) {
        switches++;
        shadow = world.load(cpu.s);
        cpu.s.cr0 = shadow | OWNED | Cr.CR0_ET;
        if ((cpu.s.cr0 & Cr.CR0_PG) != 0 && (cpu.s.cr4 & Cr.CR4_PAE) != 0) {
            // Entries with reserved bits are not taken; the check of them that follows ends the domain.
            cpu.paging.loadPdptes();
        }
        cpu.linear.flush();
        cpu.modeChanged();
        cpu.leaveBlock();
        if (listener != null) {
            listener.afterSwitch(monitorActive);
        }
        enter(why, world.eflags());
    }

    /** The checks of VM entry; a failing one ends the domain with its name. */
    private void enter(String why, int eflags) {
        lastChecks = EntryChecks.make(cpu, eflags);
        EntryCheck failed = lastChecks.failed();
        if (failed != null) {
            stop.accept("VM entry failed at " + why + ": " + failed.rule() + " (" + failed.values() + ")");
        }
    }

    @Override
    public String name() {
        return "partition";
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeInt(shadow);
        to.writeBoolean(monitorActive);
        to.writeInts(remembered);
        to.writeLong(switches);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        shadow = from.readInt();
        monitorActive = from.readBoolean();
        from.readInts(remembered);
        switches = from.readLong();
    }
}
