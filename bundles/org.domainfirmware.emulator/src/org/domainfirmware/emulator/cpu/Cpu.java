package org.domainfirmware.emulator.cpu;

import org.domainfirmware.emulator.bus.InterruptController;
import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.cpu.fault.CpuFault;
import org.domainfirmware.emulator.cpu.mmu.DataAccess;
import org.domainfirmware.emulator.cpu.mmu.DeviceSync;
import org.domainfirmware.emulator.cpu.mmu.LinearAccess;
import org.domainfirmware.emulator.cpu.mmu.Paging;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.x87.Fpu;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;

/**
 * One processor: its registers, its ways to memory and ports, and where it stands in the running
 * block. The executor drives it; semantics take it as their first argument.
 */
public final class Cpu implements DeviceSync {
    /** Bits of {@link #mode}, which with the store offset make the key of a block. */
    public static final int MODE_CODE32 = 1;
    public static final int MODE_STACK32 = 2;
    public static final int MODE_VM86 = 4;
    public static final int MODE_PROTECTED = 8;
    public static final int MODE_PAGING = 16;
    public static final int MODE_USER = 32;
    /** The number of mode bits above. */
    public static final int MODE_BITS = 6;

    public final CpuState s;
    public final CpuFault fault = new CpuFault();
    public final Paging paging;
    public final LinearAccess linear;
    public final DataAccess mem;
    public final PhysicalMemory memory;
    public final PortBus ports;
    public final EventQueue events;
    public final VirtualClock clock;
    public final Fpu fpu;
    private InterruptController interrupts;
    /** FERR#, which the board turns into IRQ 13. */
    private IrqLine floatingPointError = IrqLine.UNCONNECTED;

    /** EIP of the running block's first instruction. */
    public int blockEip;
    /** Index in the block of the instruction being executed. */
    public int opIndex;
    /** The block's loop leaves at this index; set to 0 to leave after the present instruction. */
    public int blockEnd;
    /** Instructions retired before the block's first one (moved on by REP iterations beyond the first). */
    public long blockBase;
    /** Instruction count at which the budget ends. */
    public long budgetEnd;
    /** What blocks depend on beside their bytes: see the MODE constants. */
    public int mode;
    /** EXT bit for error codes: 1 while an external event or exception is being delivered. */
    public int ext;
    /** TF was set when the present instruction began; cleared by whatever makes its trap not happen. */
    public boolean singleStep;
    /** Sees interrupts and returns go by; null when nobody looks. */
    public TransferHook hook;
    /** Sees port accesses for the guest's debug registers; null while they watch none. */
    public PortAccessWatch portWatch;
    /** Owns bits of CR0 in the guest's place; null for a processor of its own. */
    public ControlOwner control;
    /** Set by a triple fault; the board resets or stops. */
    public boolean shutdown;
    /** Local APIC base, feature and other model-specific registers. */
    public final ModelSpecific msr = new ModelSpecific();

    public Cpu(CpuState state, PhysicalMemory memory, PortBus ports, EventQueue events) {
        s = state;
        this.memory = memory;
        this.ports = ports;
        this.events = events;
        clock = events.clock();
        paging = new Paging(state, memory, fault);
        linear = new LinearAccess(state, memory, paging, fault, this);
        mem = linear.data();
        fpu = new Fpu(state.model.atLeast(CpuModel.PPRO), new X87Link(state));
        events.onEarlier(this::leaveBlock);
    }

    /** Connects INTR; once, when the machine is built. */
    public void connect(InterruptController controller) {
        interrupts = controller;
    }

    public InterruptController interrupts() {
        return interrupts;
    }

    /** Connects FERR#; once, when the machine is built. */
    public void connectFloatingPointError(IrqLine line) {
        floatingPointError = line;
    }

    /**
     * What a waiting x87 instruction does while an unmasked exception is pending: #MF with CR0.NE, else FERR#
     * goes out and the instruction waits, by being tried again, for the interrupt that the board makes of it.
     *
     * @return what to throw
     */
    public CpuFault reportX87() {
        if ((s.cr0 & Cr.CR0_NE) != 0) {
            return fault.of(Vector.MF);
        }
        syncTime();
        floatingPointError.set(true);
        floatingPointError.set(false);
        return fault.of(CpuFault.RETRY);
    }

    /** RESET. */
    public void reset() {
        s.reset();
        fpu.reset();
        msr.reset();
        shutdown = false;
        ext = 0;
        linear.flush();
        modeChanged();
        leaveBlock();
    }

    /** INIT: as RESET, but model-specific registers, caches and the x87 stay. */
    public void init() {
        s.reset();
        shutdown = false;
        linear.flush();
        modeChanged();
        leaveBlock();
    }

    /** The A20 gate: open lets address bit 20 through. */
    public void setA20(boolean open) {
        int mask = open ? -1 : ~(1 << 20);
        if (mask != paging.a20Mask()) {
            paging.a20Mask(mask);
            linear.flush();
            leaveBlock();
        }
    }

    /** Call after anything that changes CS.D, SS.B, VM, PE, PG, CPL, AC or AM. */
    public void modeChanged() {
        int m = s.cs.isBig() ? MODE_CODE32 : 0;
        m |= s.ss.isBig() ? MODE_STACK32 : 0;
        m |= (s.systemFlags & Flag.VM) != 0 ? MODE_VM86 : 0;
        m |= (s.cr0 & Cr.CR0_PE) != 0 ? MODE_PROTECTED : 0;
        m |= (s.cr0 & Cr.CR0_PG) != 0 ? MODE_PAGING : 0;
        m |= s.cpl == 3 ? MODE_USER : 0;
        int before = mode;
        mode = m;
        mem.privilegeChanged();
        if (hook != null && m != before) {
            hook.modeChanged(before, m);
        }
    }

    /** Leaves the running block behind the present instruction. */
    public void leaveBlock() {
        blockEnd = 0;
    }

    @Override
    public void syncTime() {
        clock.retireTo(blockBase + opIndex);
    }

    @Override
    public void afterDevice() {
        if (interrupts != null && interrupts.interruptPending()) {
            leaveBlock();
        }
    }

    /** Leaves the chain of blocks when the flags there are now let a trap or an interrupt happen. */
    public void flagsChanged() {
        if ((s.systemFlags & (Flag.TF | Flag.RF)) != 0) {
            leaveBlock();
        } else if ((s.systemFlags & Flag.IF) != 0) {
            afterDevice();
        }
    }

    /** Bytes pushed and popped are addressed by ESP or SP as SS.B says. */
    public int stackMask() {
        return s.ss.isBig() ? -1 : 0xFFFF;
    }
}
