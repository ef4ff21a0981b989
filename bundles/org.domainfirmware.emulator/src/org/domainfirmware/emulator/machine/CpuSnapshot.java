package org.domainfirmware.emulator.machine;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Segment;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.snapshot.Stateful;

/** The processor's lump: registers with hidden parts, time, model-specific registers. */
final class CpuSnapshot implements Stateful {
    private final Cpu cpu;

    CpuSnapshot(Cpu cpu) {
        this.cpu = cpu;
    }

    @Override
    public String name() {
        return "cpu";
    }

    @Override
    public void writeState(StateWriter to) {
        CpuState s = cpu.s;
        to.writeLong(cpu.clock.instructions());
        to.writeLong(cpu.clock.haltedNanos());
        to.writeInts(s.gpr);
        to.writeInt(s.eip);
        to.writeInt(s.eflags());
        for (Segment segment : s.seg) {
            writeSegment(to, segment);
        }
        writeSegment(to, s.ldtr);
        writeSegment(to, s.tr);
        to.writeInts(new int[] {s.gdtBase, s.gdtLimit, s.idtBase, s.idtLimit, s.cr0, s.cr2, s.cr3, s.cr4});
        to.writeInts(s.dr);
        to.writeInt(s.cpl);
        to.writeInt(s.interruptShadow);
        to.writeBoolean(s.nonMaskablePending);
        to.writeBoolean(s.halted);
        to.writeBoolean(cpu.shutdown);
        to.writeInt(cpu.paging.a20Mask());
        for (long entry : cpu.paging.pdptes()) {
            to.writeLong(entry);
        }
        cpu.fpu.writeState(to);
        to.writeLong(cpu.msr.tscOffset);
        for (long value : cpu.msr.held()) {
            to.writeLong(value);
        }
    }

    private static void writeSegment(StateWriter to, Segment segment) {
        to.writeInt(segment.selector);
        to.writeInt(segment.base);
        to.writeInt(segment.limit);
        to.writeInt(segment.access);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        CpuState s = cpu.s;
        cpu.clock.restore(from.readLong(), from.readLong());
        from.readInts(s.gpr);
        s.eip = from.readInt();
        s.setEflags(from.readInt());
        for (Segment segment : s.seg) {
            readSegment(from, segment);
        }
        readSegment(from, s.ldtr);
        readSegment(from, s.tr);
        int[] system = new int[8];
        from.readInts(system);
        s.gdtBase = system[0];
        s.gdtLimit = system[1];
        s.idtBase = system[2];
        s.idtLimit = system[3];
        s.cr0 = system[4];
        s.cr2 = system[5];
        s.cr3 = system[6];
        s.cr4 = system[7];
        from.readInts(s.dr);
        s.cpl = from.readInt();
        s.interruptShadow = from.readInt();
        s.nonMaskablePending = from.readBoolean();
        s.halted = from.readBoolean();
        cpu.shutdown = from.readBoolean();
        cpu.paging.a20Mask(from.readInt());
        for (int i = 0; i < 4; i++) {
            cpu.paging.pdptes()[i] = from.readLong();
        }
        cpu.fpu.readState(from);
        cpu.msr.tscOffset = from.readLong();
        for (int i = 0; i < cpu.msr.held().length; i++) {
            cpu.msr.held()[i] = from.readLong();
        }
        cpu.linear.flush();
        cpu.modeChanged();
    }

    private static void readSegment(StateReader from, Segment segment) throws CorruptSnapshot {
        segment.set(from.readInt(), from.readInt(), from.readInt(), from.readInt());
    }
}
