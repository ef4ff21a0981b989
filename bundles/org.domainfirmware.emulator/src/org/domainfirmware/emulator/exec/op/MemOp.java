package org.domainfirmware.emulator.exec.op;

import org.domainfirmware.emulator.cpu.state.Segment;

/** An op with a memory operand, its address unpacked into fields for the sake of speed. */
public abstract class MemOp extends Op {
    protected final Segment segment;
    private final int base;
    private final int index;
    private final int scale;
    private final int displacement;
    private final int mask;

    protected MemOp(Address at) {
        segment = at.segment;
        base = at.base;
        index = at.index;
        scale = at.scale;
        displacement = at.displacement;
        mask = at.mask;
    }

    protected final int offset(int[] gpr) {
        return gpr[base] + (gpr[index] << scale) + displacement & mask;
    }
}
