package org.domainfirmware.emulator.exec.alu;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.sem.Arithmetic;
import org.domainfirmware.emulator.exec.op.Jump;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Rm;

/** INC and DEC: registers of 16 and 32 bits have a class each, the rest share one. */
final class IncDecOps {
    private IncDecOps() {
    }

    static final class Inc16 extends Op {
        private final int reg;

        Inc16(int reg) {
            this.reg = reg;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            g[reg] = g[reg] & 0xFFFF0000 | Arithmetic.inc16(c.s, g[reg] & 0xFFFF);
        }
    }

    static final class Inc32 extends Op {
        private final int reg;

        Inc32(int reg) {
            this.reg = reg;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            g[reg] = Arithmetic.inc32(c.s, g[reg]);
        }
    }

    static final class Dec16 extends Op {
        private final int reg;

        Dec16(int reg) {
            this.reg = reg;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            g[reg] = g[reg] & 0xFFFF0000 | Arithmetic.dec16(c.s, g[reg] & 0xFFFF);
        }

        @Override
        public Op joined(Jump branch) {
            return branch.condition() == Jump.NOT_EQUAL ? new LoopEnds.Dec16Jne(reg, branch) : null;
        }
    }

    static final class Dec32 extends Op {
        private final int reg;

        Dec32(int reg) {
            this.reg = reg;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            g[reg] = Arithmetic.dec32(c.s, g[reg]);
        }

        @Override
        public Op joined(Jump branch) {
            return branch.condition() == Jump.NOT_EQUAL ? new LoopEnds.Dec32Jne(reg, branch) : null;
        }
    }

    static final class IncRm extends Op {
        private final Rm rm;

        IncRm(Rm rm) {
            this.rm = rm;
        }

        @Override
        public void run(Cpu c) {
            int a = rm.modify(c);
            rm.modified(c, Arithmetic.inc(c.s, rm.size, a));
        }
    }

    static final class DecRm extends Op {
        private final Rm rm;

        DecRm(Rm rm) {
            this.rm = rm;
        }

        @Override
        public void run(Cpu c) {
            int a = rm.modify(c);
            rm.modified(c, Arithmetic.dec(c.s, rm.size, a));
        }
    }
}
