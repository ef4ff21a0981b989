package org.domainfirmware.emulator.vmx;

import java.io.IOException;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.cpu.state.Segment;
import org.domainfirmware.emulator.exec.Executor;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;

/** A bare processor as a partition, with the built monitor in its memory, waiting in real mode at F000:FFF1. */
public final class MonitorBench {
    /** Order of the monitor's segment registers. */
    public static final int ES = 0;
    public static final int CS = 1;
    public static final int SS = 2;
    public static final int DS = 3;
    public static final int GS = 5;

    private static final int MEMORY = 0x200000;
    private static final int MONITOR_SIZE = 0x10000;
    private static final int ENTRY = 0xFFFF0;
    private static final int HLT = 0xF4;
    private static final int FLAT = Segment.GRANULAR | Segment.BIG | Segment.PRESENT | Segment.S | 3;
    private static final int SEGMENT = 16;
    private static final int GUEST_SIZE = 76;
    private static final int PROCESSOR_SIZE = 176;
    private static final int STRICT = 164;
    private static final int EIP = 40;
    private static final int EFLAGS = 48;
    private static final int ESP = 52;
    /** GPRs lie in PUSHA's order. */
    private static final int LAST_GPR = 28;

    private final MonitorImage image = new MonitorImage();
    private final Cpu cpu;
    private final Executor executor;
    private final int guest = image.address("guest");
    private final int processor = image.address("processor");
    private final byte[] rested = new byte[MONITOR_SIZE];
    private final CpuState s;
    private final Segment[] restedSegments = new Segment[8];
    private int[] restedRegisters;
    private String stopped;

    public MonitorBench() throws IOException {
        PhysicalMemory memory = new PhysicalMemory(MEMORY, 0);
        memory.mapRead(0, MEMORY, 0);
        memory.mapWrite(0, MEMORY, 0);
        cpu = new Cpu(new CpuState(CpuModel.PPRO), memory, new PortBus(), new EventQueue(new VirtualClock(1)));
        s = cpu.s;
        executor = new Executor(cpu);
        cpu.reset();
        byte[] bytes = image.bytes();
        for (int i = 0; i < bytes.length; i++) {
            memory.write(Partition.MONITOR + i, 1, bytes[i] & 0xFF);
        }
        memory.write(ENTRY, 1, HLT);
        startAsKernel();
        int[] bases = {8, 0x70};
        new Partition(cpu, new VectorBases() {
            @Override
            public int get(int controller) {
                return bases[controller];
            }

            @Override
            public void set(int controller, int base) {
                bases[controller] = base;
            }
        }, executor::currentEip, why -> stopped = why).begin();
        if (!run(100_000)) {
            throw new IllegalStateException("the monitor does not start: " + stopped);
        }
        memory.write(ENTRY, 1, 0);
        for (int i = 0; i < MONITOR_SIZE; i++) {
            rested[i] = (byte) memory.peek(Partition.MONITOR + i, 1);
        }
        restedRegisters = new int[] {s.cr0, s.cr4, s.gdtBase, s.gdtLimit, s.idtBase, s.idtLimit};
        for (int i = 0; i < restedSegments.length; i++) {
            restedSegments[i] = new Segment(i);
            restedSegments[i].copyFrom(segmentRegister(i));
        }
    }

    private Segment segmentRegister(int i) {
        return i < 6 ? s.seg[i] : i == 6 ? s.ldtr : s.tr;
    }

    private void startAsKernel() {
        s.cr0 |= Cr.CR0_PE;
        s.cs.set(0x10, 0, -1, FLAT | Segment.CODE);
        for (int i : new int[] {Reg.ES, Reg.SS, Reg.DS, Reg.FS, Reg.GS}) {
            s.seg[i].set(0x18, 0, -1, FLAT);
        }
        s.setEflags(Flag.RESERVED_ONE);
        s.eip = Partition.MONITOR;
        cpu.modeChanged();
    }

    public Cpu cpu() {
        return cpu;
    }

    /** Puts the monitor back to where it waited; general registers and flags of the guest are to be set then. */
    public void rest() {
        cpu.fpu.reset();
        restore(guest, GUEST_SIZE);
        restore(processor, PROCESSOR_SIZE);
    }

    private void restore(int from, int size) {
        for (int i = from; i < from + size; i++) {
            cpu.memory.write(i, 1, rested[i - Partition.MONITOR] & 0xFF);
        }
    }

    /** Lets the guest go on from its registers. @return whether it came to a HLT */
    public boolean go(int mostInstructions) {
        s.halted = false;
        cpu.shutdown = false;
        s.cr0 = restedRegisters[0];
        s.cr4 = restedRegisters[1];
        s.gdtBase = restedRegisters[2];
        s.gdtLimit = restedRegisters[3];
        s.idtBase = restedRegisters[4];
        s.idtLimit = restedRegisters[5];
        for (int i = 0; i < restedSegments.length; i++) {
            segmentRegister(i).copyFrom(restedSegments[i]);
        }
        s.cpl = 0;
        s.eip = image.address("run_guest");
        s.gpr[Reg.ESP] = image.address("stack_top");
        s.setEflags(Flag.RESERVED_ONE);
        s.interruptShadow = 0;
        cpu.modeChanged();
        return run(mostInstructions);
    }

    private boolean run(int mostInstructions) {
        executor.run(cpu.clock.instructions() + mostInstructions);
        return s.halted && stopped == null;
    }

    /** Makes the monitor emulate every instruction: GS is one that native code cannot have. */
    public void emulateAll() {
        cpu.memory.write(processor + GS * SEGMENT + 4, 4, 0);
        cpu.memory.write(processor + STRICT, 4, Integer.MAX_VALUE);
    }

    public void register(int n, int value) {
        cpu.memory.write(gpr(n), 4, value);
    }

    public int register(int n) {
        return cpu.memory.peek(gpr(n), 4);
    }

    private int gpr(int n) {
        return guest + (n == Reg.ESP ? ESP : LAST_GPR - 4 * n);
    }

    /** A real-mode load of a segment register, in the monitor's order. */
    public void segment(int n, int selector) {
        cpu.memory.write(processor + n * SEGMENT, 4, selector);
        cpu.memory.write(processor + n * SEGMENT + 8, 4, selector << 4);
    }

    public int segment(int n) {
        return cpu.memory.peek(processor + n * SEGMENT, 4);
    }

    public void eip(int value) {
        cpu.memory.write(guest + EIP, 4, value);
    }

    public int eip() {
        return cpu.memory.peek(guest + EIP, 4);
    }

    public void flags(int value) {
        cpu.memory.write(guest + EFLAGS, 4, value);
    }

    public int flags() {
        return cpu.memory.peek(guest + EFLAGS, 4);
    }
}
