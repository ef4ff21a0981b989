package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.mmu.LinearAccess;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Reg;

/** What a TSS holds of a task, in both layouts. Source: SDM volume 3, figures 7-2 and 7-10. */
final class TaskState {
    /** Where 32-bit layout starts its dynamic fields: EIP; then EFLAGS, registers, segments. */
    private static final int EIP32 = 32;
    private static final int IP16 = 14;

    int cr3;
    int eip;
    int flags;
    final int[] gpr = new int[8];
    /** ES CS SS DS FS GS. */
    final int[] selectors = new int[6];
    int ldt;
    boolean trap;

    private TaskState() {
    }

    /** Saves the dynamic fields of the present task into its TSS. */
    static void save(Cpu c, int flags) {
        CpuState s = c.s;
        LinearAccess m = c.linear;
        int base = s.tr.base;
        if ((s.tr.access & 8) != 0) {
            m.writeSystem(base + EIP32, 4, s.eip);
            m.writeSystem(base + EIP32 + 4, 4, flags);
            for (int i = 0; i < 8; i++) {
                m.writeSystem(base + 40 + 4 * i, 4, s.gpr[i]);
            }
            for (int i = 0; i < 6; i++) {
                m.writeSystem(base + 72 + 4 * i, 2, s.seg[i].selector);
            }
        } else {
            m.writeSystem(base + IP16, 2, s.eip);
            m.writeSystem(base + IP16 + 2, 2, flags);
            for (int i = 0; i < 8; i++) {
                m.writeSystem(base + 18 + 2 * i, 2, s.gpr[i]);
            }
            for (int i = 0; i < 4; i++) {
                m.writeSystem(base + 34 + 2 * i, 2, s.seg[i].selector);
            }
        }
    }

    /** Reads the task that TR points to. */
    static TaskState load(Cpu c, boolean wide) {
        LinearAccess m = c.linear;
        int base = c.s.tr.base;
        TaskState t = new TaskState();
        if (wide) {
            t.cr3 = m.readSystem(base + 28, 4);
            t.eip = m.readSystem(base + EIP32, 4);
            t.flags = m.readSystem(base + EIP32 + 4, 4);
            for (int i = 0; i < 8; i++) {
                t.gpr[i] = m.readSystem(base + 40 + 4 * i, 4);
            }
            for (int i = 0; i < 6; i++) {
                t.selectors[i] = m.readSystem(base + 72 + 4 * i, 2);
            }
            t.ldt = m.readSystem(base + 96, 2);
            t.trap = (m.readSystem(base + 100, 2) & 1) != 0;
            return t;
        }
        t.eip = m.readSystem(base + IP16, 2);
        t.flags = m.readSystem(base + IP16 + 2, 2);
        for (int i = 0; i < 8; i++) {
            t.gpr[i] = 0xFFFF0000 | m.readSystem(base + 18 + 2 * i, 2);
        }
        for (int i = 0; i < 4; i++) {
            t.selectors[i] = m.readSystem(base + 34 + 2 * i, 2);
        }
        t.selectors[Reg.FS] = 0;
        t.selectors[Reg.GS] = 0;
        t.ldt = m.readSystem(base + 42, 2);
        return t;
    }
}
