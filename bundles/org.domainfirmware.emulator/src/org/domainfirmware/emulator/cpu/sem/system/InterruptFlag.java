package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.sem.Stack;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.Flag;

/** CLI, STI, PUSHF, POPF under IOPL, VME and PVI rules. Source: SDM volume 2; volume 3, 20.3 and 20.4. */
public final class InterruptFlag {
    private static final int ALWAYS = Flag.ARITHMETIC | Flag.TF | Flag.DF | Flag.NT;

    private InterruptFlag() {
    }

    /** True when the present level may change IF itself. */
    private static boolean mayChange(Cpu c) {
        return !c.s.isProtected() || c.s.cpl <= c.s.iopl();
    }

    /** True when IF is virtual here: VIF stands in (VME in virtual-8086 mode, PVI at level 3). */
    private static boolean isVirtual(Cpu c) {
        return (c.s.cr4 & (c.s.isVm86() ? Cr.CR4_VME : Cr.CR4_PVI)) != 0 && c.s.cpl == 3;
    }

    public static void cli(Cpu c) {
        if (mayChange(c)) {
            c.s.systemFlags &= ~Flag.IF;
        } else if (isVirtual(c)) {
            c.s.systemFlags &= ~Flag.VIF;
        } else {
            throw c.fault.gp(0);
        }
    }

    /** STI; the caller makes the shadow of one instruction when IF went from 0 to 1 (true is given then). */
    public static boolean sti(Cpu c) {
        if (mayChange(c)) {
            boolean was = (c.s.systemFlags & Flag.IF) != 0;
            c.s.systemFlags |= Flag.IF;
            return !was;
        }
        if (isVirtual(c) && (c.s.systemFlags & Flag.VIP) == 0) {
            c.s.systemFlags |= Flag.VIF;
            return false;
        }
        throw c.fault.gp(0);
    }

    /** @param size operand size in bytes, 2 or 4 */
    public static void pushf(Cpu c, int size) {
        int flags = c.s.eflags() & ~(Flag.VM | Flag.RF);
        if (c.s.isVm86() && c.s.iopl() != 3) {
            if (size == 4 || (c.s.cr4 & Cr.CR4_VME) == 0) {
                throw c.fault.gp(0);
            }
            int vif = (flags & Flag.VIF) != 0 ? Flag.IF : 0;
            flags = flags & ~Flag.IF | vif | Flag.IOPL;
        }
        Stack.push(c, size, flags);
    }

    /** @param size operand size in bytes, 2 or 4 */
    public static void popf(Cpu c, int size) {
        int changeable = size == 4 ? ALWAYS | Flag.AC | Flag.ID : ALWAYS;
        if (c.s.isVm86() && c.s.iopl() != 3) {
            popfVirtual(c, size);
            return;
        }
        if (!c.s.isProtected() || c.s.cpl == 0) {
            changeable |= Flag.IF | Flag.IOPL;
        } else if (c.s.cpl <= c.s.iopl()) {
            changeable |= Flag.IF;
        }
        int flags = Stack.pop(c, size);
        int old = c.s.eflags() & (size == 4 ? ~Flag.RF : -1);
        c.s.setEflags(old & ~changeable | flags & changeable);
        c.modeChanged();
    }

    private static void popfVirtual(Cpu c, int size) {
        if (size == 4 || (c.s.cr4 & Cr.CR4_VME) == 0) {
            throw c.fault.gp(0);
        }
        int flags = Stack.peek(c, 2, 0);
        boolean enables = (flags & Flag.IF) != 0;
        if ((flags & Flag.TF) != 0 || enables && (c.s.systemFlags & Flag.VIP) != 0) {
            throw c.fault.gp(0);
        }
        Stack.move(c, 2);
        int old = c.s.eflags() & ~(ALWAYS | Flag.VIF);
        c.s.setEflags(old | flags & ALWAYS | (enables ? Flag.VIF : 0));
    }
}
