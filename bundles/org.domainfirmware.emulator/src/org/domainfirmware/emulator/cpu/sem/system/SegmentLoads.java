package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.cpu.state.Segment;

/** MOV, POP and LxS to data and stack segment registers. Source: SDM volume 2 MOV; volume 3, 5.6 and 5.7. */
public final class SegmentLoads {
    private SegmentLoads() {
    }

    /**
     * Loads ES, SS, DS, FS or GS.
     *
     * @param number one of {@link Reg}'s segment numbers, not CS
     */
    public static void load(Cpu c, int number, int selector) {
        Segment segment = c.s.seg[number];
        if (!c.s.isProtected()) {
            segment.setReal(selector);
        } else if (c.s.isVm86()) {
            segment.setVm86(selector);
        } else if (number == Reg.SS) {
            loadStack(c, selector);
        } else {
            loadData(c, segment, selector);
        }
        if (number == Reg.SS) {
            c.modeChanged();
        }
    }

    private static void loadStack(Cpu c, int selector) {
        if (DescriptorTables.isNull(selector)) {
            throw c.fault.gp(c.ext);
        }
        Descriptor d = DescriptorTables.fetch(c, selector, Vector.GP);
        int error = DescriptorTables.error(c, selector);
        if ((selector & 3) != c.s.cpl || !d.isWritableData() || d.dpl() != c.s.cpl) {
            throw c.fault.gp(error);
        }
        if (!d.isPresent()) {
            throw c.fault.ss(error);
        }
        put(c, c.s.ss, selector, d);
    }

    private static void loadData(Cpu c, Segment segment, int selector) {
        if (DescriptorTables.isNull(selector)) {
            segment.setNull(selector);
            return;
        }
        Descriptor d = DescriptorTables.fetch(c, selector, Vector.GP);
        boolean privileged = !d.isConforming() && Math.max(selector & 3, c.s.cpl) > d.dpl();
        if (!d.isReadable() || privileged) {
            throw c.fault.gp(DescriptorTables.error(c, selector));
        }
        DescriptorTables.requirePresent(c, selector, d);
        put(c, segment, selector, d);
    }

    /** Fills a segment register from a checked descriptor, marking it accessed. */
    static void put(Cpu c, Segment segment, int selector, Descriptor d) {
        Descriptor marked = DescriptorTables.markAccessed(c, selector, d);
        if (c.hook != null) {
            c.hook.descriptorLoad(segment.number());
        }
        segment.set(selector, marked.base(), marked.limit(), marked.access());
    }

    /** Fills CS from a checked code descriptor with a new privilege level. */
    static void putCode(Cpu c, int selector, Descriptor d, int cpl) {
        put(c, c.s.cs, selector & 0xFFFC | cpl, d);
        c.s.cpl = cpl;
    }

    /** After a return to less privilege: data segments the new level may not use become null. */
    static void dropPrivilegedData(Cpu c) {
        for (int number : new int[] {Reg.ES, Reg.DS, Reg.FS, Reg.GS}) {
            Segment segment = c.s.seg[number];
            boolean conforming = (segment.access & (Segment.CODE | Segment.EXPAND_DOWN_OR_CONFORMING))
                    == (Segment.CODE | Segment.EXPAND_DOWN_OR_CONFORMING);
            if (!segment.isNull() && !conforming && segment.dpl() < c.s.cpl) {
                segment.setNull(0);
            }
        }
    }

    /**
     * Checks a stack selector for an inner or outer level and gives its descriptor.
     *
     * @param vector #TS for a stack from a TSS, #GP for one popped by a return
     */
    static Descriptor checkStack(Cpu c, int selector, int cpl, int vector) {
        if (DescriptorTables.isNull(selector)) {
            throw c.fault.of(vector, vector == Vector.TS ? DescriptorTables.error(c, selector) : c.ext);
        }
        Descriptor d = DescriptorTables.fetch(c, selector, vector);
        int error = DescriptorTables.error(c, selector);
        if ((selector & 3) != cpl || d.dpl() != cpl || !d.isWritableData()) {
            throw c.fault.of(vector, error);
        }
        if (!d.isPresent()) {
            throw c.fault.ss(error);
        }
        return d;
    }
}
