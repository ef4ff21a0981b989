package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.Segment;
import org.domainfirmware.emulator.cpu.x87.Fpu;
import org.domainfirmware.emulator.cpu.x87.FpuMemory;
import org.domainfirmware.emulator.exec.op.Address;
import org.domainfirmware.emulator.exec.op.Op;

/** An escape to the x87 unit, and its window on the memory operand. */
final class X87Op extends Op implements FpuMemory {
    private final Cpu cpu;
    private final int opcode;
    private final int modrm;
    private final Address at;
    private final Segment segment;
    private final boolean op32;
    private final boolean waiting;
    private final boolean recorded;
    private int offset;

    X87Op(Instruction in, Cpu cpu) {
        this.cpu = cpu;
        opcode = in.opcode.code();
        modrm = in.modrm;
        at = in.memory ? Address.of(in, cpu.s) : null;
        segment = cpu.s.seg[in.segment];
        op32 = in.op32;
        waiting = Fpu.isWaiting(opcode, modrm);
        recorded = Fpu.changesPointers(opcode, modrm);
    }

    @Override
    public void run(Cpu c) {
        if ((c.s.cr0 & (Cr.CR0_EM | Cr.CR0_TS)) != 0) {
            throw c.fault.of(Vector.NM);
        }
        if (waiting && c.fpu.pendingException()) {
            throw c.reportX87();
        }
        if (at != null) {
            offset = at.offset(c.s.gpr);
        }
        if (recorded) {
            c.fpu.recordInstruction(c.s.cs.selector, c.blockEip + start, opcode, modrm);
            if (at != null) {
                c.fpu.recordOperand(segment.selector, offset);
            }
        }
        c.fpu.execute(opcode, modrm, this);
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
