package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.sem.Stack;
import org.domainfirmware.emulator.cpu.state.Flag;
import org.domainfirmware.emulator.cpu.state.Reg;

/** Interrupts in real mode: a far call through the vector table. Source: SDM volume 3, 20.1.4. */
final class RealInterrupt {
    private RealInterrupt() {
    }

    static void deliver(Cpu c, int vector) {
        if (vector * 4 + 3 > c.s.idtLimit) {
            throw c.fault.gp(vector * 8 + 2 | c.ext);
        }
        int entry = c.linear.readSystem(c.s.idtBase + vector * 4, 4);
        int esp = c.s.gpr[Reg.ESP];
        try {
            Stack.push16(c, c.s.eflags());
            Stack.push16(c, c.s.cs.selector);
            Stack.push16(c, c.s.eip);
        } catch (org.domainfirmware.emulator.cpu.fault.CpuFault f) {
            c.s.gpr[Reg.ESP] = esp;
            throw f;
        }
        c.s.systemFlags &= ~(Flag.IF | Flag.TF | Flag.AC | Flag.RF);
        c.s.cs.setRealCode(entry >>> 16);
        c.s.eip = entry & 0xFFFF;
    }
}
