package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.cpu.state.Segment;

/** Hardware task switches. Source: SDM volume 3, 7.3. */
final class TaskSwitch {
    /** What started it. */
    enum Cause { JUMP, CALL, INTERRUPT, RETURN }

    private static final int MIN_LIMIT32 = 103;
    private static final int MIN_LIMIT16 = 43;

    private TaskSwitch() {
    }

    /** Switches to the task of a TSS selector in the GDT. */
    static void execute(Cpu c, int selector, Cause cause) {
        // Errors are #GP for what an instruction names directly, #TS for the way back.
        int vector = cause == Cause.RETURN ? Vector.TS : Vector.GP;
        int error = DescriptorTables.error(c, selector);
        if ((selector & 4) != 0 || DescriptorTables.isNull(selector)) {
            throw c.fault.of(vector, error);
        }
        Descriptor d = DescriptorTables.fetch(c, selector, vector);
        boolean busy = (d.type() & 2) != 0;
        boolean isTss = !d.isCodeOrData() && (d.type() & 5) == 1;
        if (!isTss || busy != (cause == Cause.RETURN)) {
            throw c.fault.of(vector, error);
        }
        DescriptorTables.requirePresent(c, selector, d);
        boolean wide = (d.type() & 8) != 0;
        if (Integer.compareUnsigned(d.limit(), wide ? MIN_LIMIT32 : MIN_LIMIT16) < 0) {
            throw c.fault.ts(error);
        }
        switchTo(c, selector, d, wide, cause);
    }

    /** IRET with NT set: back to the task in the link field. */
    static void returnToPrevious(Cpu c) {
        int link = c.linear.readSystem(c.s.tr.base, 2);
        execute(c, link, Cause.RETURN);
    }

    private static void switchTo(Cpu c, int selector, Descriptor d, boolean wide, Cause cause) {
        CpuState s = c.s;
        // Both TSSs must be accessible before anything changes.
        int newBase = d.base();
        c.linear.probeSystem(newBase, 1, cause != Cause.JUMP && cause != Cause.RETURN);
        c.linear.probeSystem(newBase + (wide ? MIN_LIMIT32 : MIN_LIMIT16), 1, false);
        int flags = s.eflags();
        if (cause == Cause.JUMP || cause == Cause.RETURN) {
            DescriptorTables.markBusy(c, s.tr.selector, false);
        }
        if (cause == Cause.RETURN) {
            flags &= ~Flag.NT;
        }
        TaskState.save(c, flags);
        int oldSelector = s.tr.selector;
        if (cause == Cause.CALL || cause == Cause.INTERRUPT) {
            c.linear.writeSystem(newBase, 2, oldSelector);
        }
        if (cause != Cause.RETURN) {
            DescriptorTables.markBusy(c, selector, true);
        }
        s.tr.set(selector, newBase, d.limit(), d.access() | 2);
        s.cr0 |= Cr.CR0_TS;
        TaskState next = TaskState.load(c, wide);
        int newFlags = next.flags | (cause == Cause.CALL || cause == Cause.INTERRUPT ? Flag.NT : 0);
        enter(c, next, newFlags, wide);
    }

    /** The new task's registers; faults from here on are in the new task's context. */
    private static void enter(Cpu c, TaskState next, int flags, boolean wide) {
        CpuState s = c.s;
        if (wide && (s.cr0 & Cr.CR0_PG) != 0) {
            s.cr3 = next.cr3;
            c.linear.flush();
            if ((s.cr4 & Cr.CR4_PAE) != 0 && !c.paging.loadPdptes()) {
                throw c.fault.ts(DescriptorTables.error(c, s.tr.selector));
            }
        }
        s.eip = next.eip;
        s.setEflags(flags);
        System.arraycopy(next.gpr, 0, s.gpr, 0, 8);
        if (wide && next.trap) {
            s.dr[6] |= 1 << 15;
        }
        boolean vm86 = (flags & Flag.VM) != 0;
        // Selectors first, all unusable: a fault while loading one sees the rest not loaded.
        for (int i = 0; i < 6; i++) {
            s.seg[i].setNull(next.selectors[i]);
        }
        s.ldtr.setNull(next.ldt);
        loadLdt(c, next.ldt);
        if (vm86) {
            s.cpl = 3;
            for (int i = 0; i < 6; i++) {
                s.seg[i].setVm86(next.selectors[i]);
            }
        } else {
            loadSegments(c, next);
        }
        c.modeChanged();
        c.leaveBlock();
        if (Integer.compareUnsigned(s.eip, s.cs.limit) > 0) {
            throw c.fault.gp(0);
        }
        if (wide && next.trap) {
            throw c.fault.of(Vector.DB);
        }
    }

    private static void loadLdt(Cpu c, int selector) {
        if (DescriptorTables.isNull(selector)) {
            return;
        }
        int error = DescriptorTables.error(c, selector);
        if ((selector & 4) != 0) {
            throw c.fault.ts(error);
        }
        Descriptor d = DescriptorTables.fetch(c, selector, Vector.TS);
        if (d.isCodeOrData() || d.type() != Descriptor.LDT || !d.isPresent()) {
            throw c.fault.ts(error);
        }
        c.s.ldtr.set(selector, d.base(), d.limit(), d.access());
    }

    private static void loadSegments(Cpu c, TaskState next) {
        CpuState s = c.s;
        int cs = next.selectors[Reg.CS];
        s.cpl = cs & 3;
        int error = DescriptorTables.error(c, cs);
        if (DescriptorTables.isNull(cs)) {
            throw c.fault.ts(error);
        }
        Descriptor code = DescriptorTables.fetch(c, cs, Vector.TS);
        boolean level = code.isConforming() ? code.dpl() <= s.cpl : code.dpl() == s.cpl;
        if (!code.isCode() || !level) {
            throw c.fault.ts(error);
        }
        DescriptorTables.requirePresent(c, cs, code);
        int ss = next.selectors[Reg.SS];
        Descriptor stack = SegmentLoads.checkStack(c, ss, s.cpl, Vector.TS);
        SegmentLoads.put(c, s.ss, ss, stack);
        SegmentLoads.putCode(c, cs, code, s.cpl);
        c.modeChanged();
        for (int number : new int[] {Reg.ES, Reg.DS, Reg.FS, Reg.GS}) {
            loadData(c, s.seg[number], next.selectors[number]);
        }
    }

    private static void loadData(Cpu c, Segment segment, int selector) {
        if (DescriptorTables.isNull(selector)) {
            segment.setNull(selector);
            return;
        }
        Descriptor d = DescriptorTables.fetch(c, selector, Vector.TS);
        boolean privileged = !d.isConforming() && Math.max(selector & 3, c.s.cpl) > d.dpl();
        if (!d.isReadable() || privileged) {
            throw c.fault.ts(DescriptorTables.error(c, selector));
        }
        DescriptorTables.requirePresent(c, selector, d);
        SegmentLoads.put(c, segment, selector, d);
    }
}
