package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.sem.Stack;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Reg;

/** IRET and IRETD. Source: SDM volume 2 IRET. */
public final class InterruptReturn {
    private static final int ALWAYS = Flag.ARITHMETIC | Flag.TF | Flag.DF | Flag.NT;
    private static final int ALWAYS32 = ALWAYS | Flag.RF | Flag.AC | Flag.ID;

    private InterruptReturn() {
    }

    /** @param size operand size in bytes, 2 or 4 */
    public static void execute(Cpu c, int size) {
        if (!c.s.isProtected()) {
            returnReal(c, size);
        } else if (c.s.isVm86()) {
            returnVm86(c, size);
        } else if ((c.s.systemFlags & Flag.NT) != 0) {
            TaskSwitch.returnToPrevious(c);
        } else {
            returnProtected(c, size);
        }
        if (c.hook != null) {
            c.hook.afterReturn();
        }
    }

    private static void returnReal(Cpu c, int size) {
        int offset = Stack.peek(c, size, 0);
        int selector = Stack.peek(c, size, 1) & 0xFFFF;
        int flags = Stack.peek(c, size, 2);
        FarJump.realJump(c, selector, offset);
        Stack.move(c, 3 * size);
        setFlags(c, flags, size == 4 ? ALWAYS32 | Flag.IF | Flag.IOPL : ALWAYS | Flag.IF | Flag.IOPL);
    }

    private static void returnVm86(Cpu c, int size) {
        boolean extended = (c.s.cr4 & Cr.CR4_VME) != 0;
        if (c.s.iopl() != 3 && (!extended || size == 4)) {
            throw c.fault.gp(0);
        }
        int offset = Stack.peek(c, size, 0);
        int selector = Stack.peek(c, size, 1) & 0xFFFF;
        int flags = Stack.peek(c, size, 2);
        if (c.s.iopl() != 3) {
            boolean enables = (flags & Flag.IF) != 0;
            if ((flags & Flag.TF) != 0 || enables && (c.s.systemFlags & Flag.VIP) != 0) {
                throw c.fault.gp(0);
            }
            FarJump.realJump(c, selector, offset);
            Stack.move(c, 3 * size);
            setFlags(c, flags, ALWAYS);
            c.s.systemFlags = c.s.systemFlags & ~Flag.VIF | (enables ? Flag.VIF : 0);
            return;
        }
        FarJump.realJump(c, selector, offset);
        Stack.move(c, 3 * size);
        setFlags(c, flags, size == 4 ? ALWAYS32 | Flag.IF : ALWAYS | Flag.IF);
    }

    private static void returnProtected(Cpu c, int size) {
        int offset = Stack.peek(c, size, 0);
        int selector = Stack.peek(c, size, 1) & 0xFFFF;
        int flags = Stack.peek(c, size, 2);
        if (size == 4 && (flags & Flag.VM) != 0 && c.s.cpl == 0) {
            enterVm86(c, offset, selector, flags);
            return;
        }
        Descriptor d = FarReturn.checkReturn(c, selector);
        if (Integer.compareUnsigned(offset, d.limit()) > 0) {
            throw c.fault.gp(0);
        }
        int changeable = size == 4 ? ALWAYS32 : ALWAYS;
        if (c.s.cpl <= c.s.iopl()) {
            changeable |= Flag.IF;
        }
        if (c.s.cpl == 0) {
            changeable |= Flag.IOPL | (size == 4 ? Flag.VIF | Flag.VIP : 0);
        }
        if ((selector & 3) == c.s.cpl) {
            SegmentLoads.putCode(c, selector, d, c.s.cpl);
            Stack.move(c, 3 * size);
        } else {
            int esp = Stack.peek(c, size, 3);
            int ss = Stack.peek(c, size, 4) & 0xFFFF;
            FarReturn.toOuter(c, selector, d, ss, esp);
        }
        c.s.eip = offset;
        setFlags(c, flags, changeable);
        c.modeChanged();
    }

    private static void enterVm86(Cpu c, int offset, int selector, int flags) {
        int esp = Stack.peek(c, 4, 3);
        int ss = Stack.peek(c, 4, 4);
        int es = Stack.peek(c, 4, 5);
        int ds = Stack.peek(c, 4, 6);
        int fs = Stack.peek(c, 4, 7);
        int gs = Stack.peek(c, 4, 8);
        c.s.setEflags(flags);
        c.s.cpl = 3;
        c.s.gpr[Reg.ESP] = esp;
        c.s.cs.setVm86(selector);
        c.s.ss.setVm86(ss);
        c.s.es.setVm86(es);
        c.s.ds.setVm86(ds);
        c.s.fs.setVm86(fs);
        c.s.gs.setVm86(gs);
        c.s.eip = offset & 0xFFFF;
        c.modeChanged();
    }

    private static void setFlags(Cpu c, int flags, int changeable) {
        c.s.setArithmetic(flags);
        int system = changeable & ~Flag.ARITHMETIC;
        c.s.systemFlags = c.s.systemFlags & ~system | flags & system;
        if (c.s.isProtected()) {
            c.modeChanged();
        }
    }
}
