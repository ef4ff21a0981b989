package org.domainfirmware.emulator.exec.move;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.op.Op;

/** PUSH and POP of general registers and immediates. The stack's width is part of a block's key. */
final class StackOps {
    private StackOps() {
    }

    static final class Push16 extends Op {
        private final int reg;
        private final int mask;

        Push16(int reg, int mask) {
            this.reg = reg;
            this.mask = mask;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int esp = g[Reg.ESP];
            int at = esp - 2 & mask;
            c.mem.write16(c.s.ss, at, g[reg]);
            g[Reg.ESP] = esp & ~mask | at;
        }
    }

    static final class Push32 extends Op {
        private final int reg;
        private final int mask;

        Push32(int reg, int mask) {
            this.reg = reg;
            this.mask = mask;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int esp = g[Reg.ESP];
            int at = esp - 4 & mask;
            c.mem.write32(c.s.ss, at, g[reg]);
            g[Reg.ESP] = esp & ~mask | at;
        }
    }

    static final class Pop16 extends Op {
        private final int reg;
        private final int mask;

        Pop16(int reg, int mask) {
            this.reg = reg;
            this.mask = mask;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int esp = g[Reg.ESP];
            int value = c.mem.read16(c.s.ss, esp & mask);
            g[Reg.ESP] = esp & ~mask | esp + 2 & mask;
            g[reg] = g[reg] & 0xFFFF0000 | value;
        }
    }

    static final class Pop32 extends Op {
        private final int reg;
        private final int mask;

        Pop32(int reg, int mask) {
            this.reg = reg;
            this.mask = mask;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int esp = g[Reg.ESP];
            int value = c.mem.read32(c.s.ss, esp & mask);
            g[Reg.ESP] = esp & ~mask | esp + 4 & mask;
            g[reg] = value;
        }
    }
}
