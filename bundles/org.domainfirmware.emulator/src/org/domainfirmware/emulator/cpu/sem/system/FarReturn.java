package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.sem.Stack;
import org.domainfirmware.emulator.cpu.state.Reg;

/** RET far, with or without popping parameters. Source: SDM volume 2 RET. */
public final class FarReturn {
    private FarReturn() {
    }

    /**
     * Returns.
     *
     * @param size operand size in bytes, 2 or 4
     * @param parameters bytes of parameters to drop
     */
    public static void execute(Cpu c, int size, int parameters) {
        transfer(c, size, parameters);
        if (c.hook != null) {
            c.hook.afterReturn();
        }
    }

    private static void transfer(Cpu c, int size, int parameters) {
        int offset = Stack.peek(c, size, 0);
        int selector = Stack.peek(c, size, 1) & 0xFFFF;
        if (c.s.isRealLike()) {
            FarJump.realJump(c, selector, offset);
            Stack.move(c, 2 * size + parameters);
            return;
        }
        Descriptor d = checkReturn(c, selector);
        if (Integer.compareUnsigned(offset, d.limit()) > 0) {
            throw c.fault.gp(0);
        }
        if ((selector & 3) == c.s.cpl) {
            SegmentLoads.putCode(c, selector, d, c.s.cpl);
            Stack.move(c, 2 * size + parameters);
        } else {
            int from = c.s.gpr[Reg.ESP] + 2 * size + parameters & c.stackMask();
            int esp = size == 2 ? c.mem.read16(c.s.ss, from) : c.mem.read32(c.s.ss, from);
            int ss = c.mem.read16(c.s.ss, from + size & c.stackMask());
            toOuter(c, selector, d, ss, esp);
            Stack.move(c, parameters);
        }
        c.s.eip = offset;
        c.modeChanged();
    }

    /** Checks the code selector of a far return or IRET and gives its descriptor. */
    static Descriptor checkReturn(Cpu c, int selector) {
        if (DescriptorTables.isNull(selector)) {
            throw c.fault.gp(0);
        }
        Descriptor d = DescriptorTables.fetch(c, selector, Vector.GP);
        int rpl = selector & 3;
        boolean level = d.isConforming() ? d.dpl() <= rpl : d.dpl() == rpl;
        if (!d.isCode() || rpl < c.s.cpl || !level) {
            throw c.fault.gp(DescriptorTables.error(c, selector));
        }
        DescriptorTables.requirePresent(c, selector, d);
        return d;
    }

    /** Moves to a less privileged level: checks its stack, loads CS, SS and ESP, drops privileged data segments. */
    static void toOuter(Cpu c, int selector, Descriptor code, int ss, int esp) {
        int level = selector & 3;
        Descriptor stack = SegmentLoads.checkStack(c, ss, level, Vector.GP);
        SegmentLoads.putCode(c, selector, code, level);
        SegmentLoads.put(c, c.s.ss, ss, stack);
        int mask = c.stackMask();
        c.s.gpr[Reg.ESP] = mask == -1 ? esp : c.s.gpr[Reg.ESP] & ~mask | esp & mask;
        SegmentLoads.dropPrivilegedData(c);
    }
}
