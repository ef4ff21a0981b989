package org.domainfirmware.emulator.vmx;

import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.Executor;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;

/**
 * A partition on bare memory, with a monitor of two instructions: it is entered, and leaves by MOV CR0 with the old context
 * as a test has edited it. Layout of the contexts: the domain firmware interface.
 */
final class EntryBench {
    private static final int HEADER = 0xD0000;
    private static final int NEW = 0x8000;
    private static final int OLD = 0x8800;
    private static final int CODE = 0x5000;
    private static final int MONITOR_CODE = 0x6000;
    private static final int BAD_PDPTES = 0x3000;
    private static final int GOOD_PDPTES = 0x3020;
    private static final int FLAT_CODE = 0xC09B;
    private static final int FLAT_DATA = 0xC093;

    private final PhysicalMemory memory = new PhysicalMemory(0x200000, 0);
    private final Cpu cpu;
    private final Executor executor;
    private final Partition partition;
    private String stopped;

    EntryBench() {
        memory.mapRead(0, 0x200000, 0);
        memory.mapWrite(0, 0x200000, 0);
        cpu = new Cpu(new CpuState(CpuModel.PPRO), memory, new PortBus(), new EventQueue(new VirtualClock(1)));
        executor = new Executor(cpu);
        cpu.reset();
        CpuState s = cpu.s;
        s.cr0 = 0x11;
        s.cs.set(0x10, 0, -1, FLAT_CODE);
        for (int i : new int[] {Reg.ES, Reg.SS, Reg.DS, Reg.FS, Reg.GS}) {
            s.seg[i].set(0x18, 0, -1, FLAT_DATA);
        }
        s.tr.set(0x28, 0x3000, 0x67, 0x8B);
        s.ldtr.set(0, 0, 0, 0x10000);
        s.eip = CODE;
        s.setEflags(2);
        s.gpr[Reg.EAX] = 0x10;
        s.gpr[Reg.ECX] = 0x11;
        cpu.modeChanged();
        words(HEADER + 8, 0x17101966, NEW, OLD);
        words(NEW, MONITOR_CODE, 0x9000, 2, 0x10, 0, 1, 0xFF, 0xAAA0, 0x2F, 0xBBB0);
        segment(0, 0x08, -1, 0, FLAT_CODE);
        for (int n = 1; n < 6; n++) {
            segment(n, 0x10, -1, 0, FLAT_DATA);
        }
        segment(6, 0x28, 0x67, 0xCCC0, 0x8B);
        segment(7, 0, 0, 0, 0x10000);
        words(BAD_PDPTES, 0x3003, 0);
        words(GOOD_PDPTES, 0x4001, 0, -2, -1, 0, 0, 0x5001, 0);
        bytes(CODE, 0x0F, 0x22, 0xC0);
        bytes(MONITOR_CODE, 0x0F, 0x22, 0xC1);
        partition = new Partition(cpu, new NoControllers(), executor::currentEip, why -> {
            stopped = stopped == null ? why : stopped;
            executor.requestStop();
            cpu.leaveBlock();
        });
        partition.begin();
    }

    /** The bases matter to no check. */
    private static final class NoControllers implements VectorBases {
        @Override
        public int get(int controller) {
            return 8;
        }

        @Override
        public void set(int controller, int base) {
            // There is nothing to set.
        }
    }

    private void words(int at, int... values) {
        for (int i = 0; i < values.length; i++) {
            memory.write(at + 4 * i, 4, values[i]);
        }
    }

    private void segment(int n, int selector, int limit, int base, int access) {
        words(NEW + 40 + 16 * n, selector, limit, base, access);
    }

    private void bytes(int at, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            memory.write(at + i, 1, bytes[i]);
        }
    }

    /** Into the monitor and back, with words of the old context (place and value by turns) changed meanwhile. */
    void enterGuest(int... words) {
        executor.run(cpu.clock.instructions() + 1);
        if (!partition.isMonitorActive() || stopped != null) {
            throw new AssertionError("the good state does not get into the monitor: " + stopped);
        }
        // CR0 as the guest is to see it, PE set.
        words(OLD + 12, 0x11);
        for (int i = 0; i < words.length; i += 2) {
            words(OLD + words[i], words[i + 1]);
        }
        executor.run(cpu.clock.instructions() + 1);
    }

    Cpu cpu() {
        return cpu;
    }

    Partition partition() {
        return partition;
    }

    /** Why the domain was stopped, or null. */
    String stopped() {
        return stopped;
    }
}
