package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.cpu.state.Segment;

/**
 * The stack of a more privileged level while a gate builds its frame there: nothing of the
 * processor's state changes until {@link #commit}. Source: SDM volume 3, 5.8.5 and 6.12.1.
 */
final class NewStack {
    private final Cpu c;
    private final Segment segment = new Segment(Reg.SS);
    private final int mask;
    private int esp;

    private NewStack(Cpu c, int selector, Descriptor d, int esp) {
        this.c = c;
        Descriptor marked = DescriptorTables.markAccessed(c, selector, d);
        segment.set(selector, marked.base(), marked.limit(), marked.access());
        mask = segment.isBig() ? -1 : 0xFFFF;
        this.esp = esp;
    }

    /** The stack the TSS names for a privilege level, 0 to 2, checked. */
    static NewStack fromTss(Cpu c, int level) {
        boolean wide = (c.s.tr.access & 8) != 0;
        int at = wide ? 4 + 8 * level : 2 + 4 * level;
        int size = wide ? 6 : 4;
        if (Integer.compareUnsigned(at + size - 1, c.s.tr.limit) > 0) {
            throw c.fault.ts(DescriptorTables.error(c, c.s.tr.selector));
        }
        int linear = c.s.tr.base + at;
        int esp = wide ? c.linear.readSystem(linear, 4) : c.linear.readSystem(linear, 2);
        int selector = c.linear.readSystem(linear + (wide ? 4 : 2), 2);
        return new NewStack(c, selector, SegmentLoads.checkStack(c, selector, level, Vector.TS), esp);
    }

    /** Pushes an item of 2 or 4 bytes with supervisor privilege. */
    void push(int size, int value) {
        int at = esp - size & mask;
        if (!segment.permits(at, size, true)) {
            throw c.fault.ss(DescriptorTables.error(c, segment.selector));
        }
        c.linear.writeSystem(segment.base + at, size, value);
        esp = esp & ~mask | at;
    }

    /** Makes it the processor's stack. The caller has set CPL. */
    void commit() {
        c.s.ss.copyFrom(segment);
        c.s.gpr[Reg.ESP] = mask == -1 ? esp : c.s.gpr[Reg.ESP] & 0xFFFF0000 | esp & 0xFFFF;
    }
}
