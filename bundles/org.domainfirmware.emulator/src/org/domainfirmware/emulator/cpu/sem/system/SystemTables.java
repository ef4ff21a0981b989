package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.state.Segment;

/** LGDT, LIDT, SGDT, SIDT, LLDT, SLDT, LTR, STR. Source: SDM volume 2. */
public final class SystemTables {
    private SystemTables() {
    }

    /** LGDT: 16-bit limit, then a base of 24 bits (operand size 16) or 32. */
    public static void lgdt(Cpu c, Segment segment, int offset, int size) {
        ControlRegisters.requireLevel0(c);
        int limit = c.mem.read16(segment, offset);
        int base = c.mem.read32(segment, offset + 2);
        c.s.gdtLimit = limit;
        c.s.gdtBase = size == 2 ? base & 0xFFFFFF : base;
    }

    /** LIDT. */
    public static void lidt(Cpu c, Segment segment, int offset, int size) {
        ControlRegisters.requireLevel0(c);
        int limit = c.mem.read16(segment, offset);
        int base = c.mem.read32(segment, offset + 2);
        c.s.idtLimit = limit;
        c.s.idtBase = size == 2 ? base & 0xFFFFFF : base;
    }

    /** SGDT: all 32 bits of the base whatever the operand size, as processors from the 386 on do. */
    public static void sgdt(Cpu c, Segment segment, int offset) {
        store(c, segment, offset, c.s.gdtLimit, c.s.gdtBase);
    }

    /** SIDT. */
    public static void sidt(Cpu c, Segment segment, int offset) {
        store(c, segment, offset, c.s.idtLimit, c.s.idtBase);
    }

    private static void store(Cpu c, Segment segment, int offset, int limit, int base) {
        c.mem.check(segment, offset, 6, true);
        c.mem.write16(segment, offset, limit);
        c.mem.write32(segment, offset + 2, base);
    }

    /** These four and LAR, LSL, VERR, VERW, ARPL do not exist in real and virtual-8086 mode. */
    static void requireProtected(Cpu c) {
        if (c.s.isRealLike()) {
            throw c.fault.ud();
        }
    }

    public static void lldt(Cpu c, int selector) {
        requireProtected(c);
        ControlRegisters.requireLevel0(c);
        if (DescriptorTables.isNull(selector)) {
            c.s.ldtr.setNull(selector);
            return;
        }
        int error = DescriptorTables.error(c, selector);
        if ((selector & 4) != 0) {
            throw c.fault.gp(error);
        }
        Descriptor d = DescriptorTables.fetch(c, selector, Vector.GP);
        if (d.isCodeOrData() || d.type() != Descriptor.LDT) {
            throw c.fault.gp(error);
        }
        DescriptorTables.requirePresent(c, selector, d);
        c.s.ldtr.set(selector, d.base(), d.limit(), d.access());
    }

    public static void ltr(Cpu c, int selector) {
        requireProtected(c);
        ControlRegisters.requireLevel0(c);
        if (DescriptorTables.isNull(selector)) {
            throw c.fault.gp(0);
        }
        int error = DescriptorTables.error(c, selector);
        if ((selector & 4) != 0) {
            throw c.fault.gp(error);
        }
        Descriptor d = DescriptorTables.fetch(c, selector, Vector.GP);
        boolean available = !d.isCodeOrData()
                && (d.type() == Descriptor.TSS16_AVAILABLE || d.type() == Descriptor.TSS32_AVAILABLE);
        if (!available) {
            throw c.fault.gp(error);
        }
        DescriptorTables.requirePresent(c, selector, d);
        DescriptorTables.markBusy(c, selector, true);
        c.s.tr.set(selector, d.base(), d.limit(), d.access() | 2);
    }

    public static int sldt(Cpu c) {
        requireProtected(c);
        return c.s.ldtr.selector;
    }

    public static int str(Cpu c) {
        requireProtected(c);
        return c.s.tr.selector;
    }

    /** SMSW: the whole of CR0 for a 32-bit register, its low word otherwise; not privileged. */
    public static int smsw(Cpu c) {
        return ControlRegisters.readCr0(c);
    }
}
