package org.domainfirmware.emulator.exec.string;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.cpu.state.Segment;
import org.domainfirmware.emulator.exec.op.Op;

/**
 * A string instruction without repeat prefix, and the base of those with one. {@link #step} does one
 * element and moves the index registers; {@link #bulk} does as many as it can in one go.
 */
abstract class StringOp extends Op {
    /** Element size in bytes. */
    protected final int size;
    /** FFFFh or all ones, by address size. */
    protected final int mask;
    protected final Segment source;

    StringOp(Instruction in, Cpu c, int size) {
        this.size = size;
        mask = in.addr32 ? -1 : 0xFFFF;
        source = c.s.seg[in.segment];
    }

    @Override
    public final void run(Cpu c) {
        step(c);
    }

    /** One element; a fault leaves all registers as they were. */
    abstract void step(Cpu c);

    /**
     * Up to {@code count} elements by array operations, index registers moved; not the counter.
     *
     * @param count at least 1
     * @return elements done: 0 when there is nothing but plain steps
     */
    int bulk(Cpu c, int count) {
        return 0;
    }

    /** True when a repeat ends behind an element for the sake of ZF. */
    boolean ends(Cpu c, boolean whileEqual) {
        return false;
    }

    protected final int delta(Cpu c) {
        return (c.s.systemFlags & Flag.DF) == 0 ? size : -size;
    }

    protected final int si(Cpu c) {
        return c.s.gpr[Reg.ESI] & mask;
    }

    protected final int di(Cpu c) {
        return c.s.gpr[Reg.EDI] & mask;
    }

    protected final void moveSi(Cpu c, int by) {
        int[] g = c.s.gpr;
        g[Reg.ESI] = g[Reg.ESI] & ~mask | g[Reg.ESI] + by & mask;
    }

    protected final void moveDi(Cpu c, int by) {
        int[] g = c.s.gpr;
        g[Reg.EDI] = g[Reg.EDI] & ~mask | g[Reg.EDI] + by & mask;
    }

    protected final int read(Cpu c, Segment s, int offset) {
        return switch (size) {
            case 1 -> c.mem.read8(s, offset);
            case 2 -> c.mem.read16(s, offset);
            default -> c.mem.read32(s, offset);
        };
    }

    protected final void write(Cpu c, Segment s, int offset, int value) {
        switch (size) {
            case 1 -> c.mem.write8(s, offset, value);
            case 2 -> c.mem.write16(s, offset, value);
            default -> c.mem.write32(s, offset, value);
        }
    }

    protected final int accumulator(Cpu c) {
        int eax = c.s.gpr[Reg.EAX];
        return switch (size) {
            case 1 -> eax & 0xFF;
            case 2 -> eax & 0xFFFF;
            default -> eax;
        };
    }

    /**
     * Elements from an offset on, in the direction of DF, that stay within the segment's limit, the address size
     * and the 4 KiB page, at most {@code count}: what one array operation may touch.
     */
    protected final int clip(Cpu c, Segment s, int offset, int count, boolean write) {
        if (s.isExpandDown() || !(write ? s.isWritable() : s.isReadable())) {
            return 0;
        }
        long at = offset & 0xFFFFFFFFL;
        int inPage = s.base + offset & 0xFFF;
        long bytes = Math.min((s.limit & 0xFFFFFFFFL) - at + 1, (mask & 0xFFFFFFFFL) + 1 - at);
        bytes = Math.min(bytes, 0x1000 - inPage);
        if (bytes < size) {
            return 0;
        }
        long elements = forward(c) ? bytes / size : Math.min(at, inPage) / size + 1;
        return (int) Math.min(elements, count);
    }

    /** Bytes from the lowest of {@code n} elements up to the first one: 0 going up. */
    protected final int below(Cpu c, int n) {
        return forward(c) ? 0 : (n - 1) * size;
    }

    protected static boolean forward(Cpu c) {
        return (c.s.systemFlags & Flag.DF) == 0;
    }
}
