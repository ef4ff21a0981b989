package org.domainfirmware.emulator.exec.op;

import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Segment;

/** A memory operand's address: segment and (base + index * 2^scale + displacement), wrapped to the address size. */
public final class Address {
    /** The register that is always 0. */
    private static final int ZERO = 8;

    public final Segment segment;
    final int base;
    final int index;
    final int scale;
    final int displacement;
    final int mask;

    private Address(Segment segment, int base, int index, int scale, int displacement, int mask) {
        this.segment = segment;
        this.base = base;
        this.index = index;
        this.scale = scale;
        this.displacement = displacement;
        this.mask = mask;
    }

    /** The r/m or absolute operand of an instruction. */
    public static Address of(Instruction in, CpuState s) {
        return new Address(s.seg[in.segment], in.base < 0 ? ZERO : in.base, in.index < 0 ? ZERO : in.index,
                in.scale, in.displacement, in.addr32 ? -1 : 0xFFFF);
    }

    /** The offset for the present register values. */
    public int offset(int[] gpr) {
        return gpr[base] + (gpr[index] << scale) + displacement & mask;
    }

    /** The offset {@code bytes} behind it, wrapped to the address size. */
    public int offset(int[] gpr, int bytes) {
        return gpr[base] + (gpr[index] << scale) + displacement + bytes & mask;
    }

    /** The same with the stack pointer moved: POP to memory addresses with ESP already raised. */
    public int offsetAfterPop(int[] gpr, int bytes) {
        return base == 4 ? offset(gpr, bytes) : offset(gpr);
    }

    public int wrap(int offset) {
        return offset & mask;
    }
}
