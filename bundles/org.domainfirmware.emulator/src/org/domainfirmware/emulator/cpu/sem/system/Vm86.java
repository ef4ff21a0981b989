package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.CpuFault;
import org.domainfirmware.emulator.cpu.sem.Stack;
import org.domainfirmware.emulator.cpu.state.Cr;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Reg;

/** Virtual-8086 mode extensions: redirection of INT n to the guest's own vector table. Source: SDM volume 3, 20.3. */
final class Vm86 {
    private Vm86() {
    }

    /** True when CR4.VME is set and the TSS's redirection bit of the vector is clear. */
    static boolean redirects(Cpu c, int vector) {
        if ((c.s.cr4 & Cr.CR4_VME) == 0) {
            return false;
        }
        if ((c.s.tr.access & 8) == 0 || Integer.compareUnsigned(c.s.tr.limit, 103) < 0) {
            throw c.fault.gp(0);
        }
        int ioMap = c.linear.readSystem(c.s.tr.base + 102, 2);
        int at = ioMap - 32 + (vector >>> 3);
        if (at < 0 || Integer.compareUnsigned(at, c.s.tr.limit) > 0) {
            throw c.fault.gp(0);
        }
        return (c.linear.readSystem(c.s.tr.base + at, 1) >>> (vector & 7) & 1) == 0;
    }

    /** Enters the handler in the vector table at linear address 0, staying in virtual-8086 mode. */
    static void deliverRedirected(Cpu c, int vector) {
        int flags = c.s.eflags();
        boolean virtual = c.s.iopl() != 3;
        if (virtual) {
            // The handler sees IOPL 3 and its own virtual interrupt flag as IF.
            int vif = (flags & Flag.VIF) != 0 ? Flag.IF : 0;
            flags = flags & ~Flag.IF | vif | Flag.IOPL;
        }
        int entry = c.linear.readSystem(vector * 4, 4);
        int esp = c.s.gpr[Reg.ESP];
        try {
            Stack.push16(c, flags);
            Stack.push16(c, c.s.cs.selector);
            Stack.push16(c, c.s.eip);
        } catch (CpuFault f) {
            c.s.gpr[Reg.ESP] = esp;
            throw f;
        }
        c.s.systemFlags &= ~(Flag.TF | Flag.NT | (virtual ? Flag.VIF : Flag.IF));
        c.s.cs.setVm86(entry >>> 16);
        c.s.eip = entry & 0xFFFF;
        c.modeChanged();
    }
}
