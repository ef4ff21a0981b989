package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.state.Segment;
import org.domainfirmware.emulator.cpu.x87.FpuMemory;
import org.domainfirmware.emulator.exec.op.Address;

/** The x87 unit's window on an instruction's memory operand. */
final class X87Operand implements FpuMemory {
    private final Cpu cpu;
    private final Address at;
    private final Segment segment;
    private final boolean op32;
    private int offset;

    X87Operand(Instruction in, Cpu cpu) {
        this.cpu = cpu;
        at = Address.of(in, cpu.s);
        segment = cpu.s.seg[in.segment];
        op32 = in.op32;
    }

    /** Takes the effective address from the registers as they are. */
    void bind() {
        offset = at.offset(cpu.s.gpr);
    }

    int offset() {
        return offset;
    }

    int selector() {
        return segment.selector;
    }

    /** Linear address of the first byte. */
    int linear() {
        return segment.base + offset;
    }

    private int at(int displacement) {
        return at.wrap(offset + displacement);
    }

    @Override
    public int read16(int displacement) {
        return cpu.mem.read16(segment, at(displacement));
    }

    @Override
    public int read32(int displacement) {
        return cpu.mem.read32(segment, at(displacement));
    }

    @Override
    public long read64(int displacement) {
        return cpu.mem.read64(segment, at(displacement));
    }

    @Override
    public void write16(int displacement, int value) {
        cpu.mem.write16(segment, at(displacement), value);
    }

    @Override
    public void write32(int displacement, int value) {
        cpu.mem.write32(segment, at(displacement), value);
    }

    @Override
    public void write64(int displacement, long value) {
        cpu.mem.write64(segment, at(displacement), value);
    }

    @Override
    public void checkWrite(int length) {
        cpu.mem.check(segment, offset, length, true);
        cpu.linear.probe(segment.base + offset, length, true);
    }

    @Override
    public int environmentFormat() {
        return (op32 ? FORMAT_32 : 0) | (cpu.s.isRealLike() ? 0 : FORMAT_PROTECTED);
    }
}
