package org.domainfirmware.emulator.exec.alu;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.sem.Arithmetic;
import org.domainfirmware.emulator.exec.op.Jump;
import org.domainfirmware.emulator.exec.op.Op;

/** DEC of a register with the JNE behind it, the way most counted loops end. */
final class LoopEnds {
    private LoopEnds() {
    }

    static final class Dec16Jne extends Op {
        private final int reg;
        private final Jump branch;

        Dec16Jne(int reg, Jump branch) {
            this.reg = reg;
            this.branch = branch;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int r = Arithmetic.dec16(c.s, g[reg] & 0xFFFF);
            g[reg] = g[reg] & 0xFFFF0000 | r;
            if (r != 0) {
                branch.jumpJoined(c);
            }
        }
    }

    static final class Dec32Jne extends Op {
        private final int reg;
        private final Jump branch;

        Dec32Jne(int reg, Jump branch) {
            this.reg = reg;
            this.branch = branch;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int r = Arithmetic.dec32(c.s, g[reg]);
            g[reg] = r;
            if (r != 0) {
                branch.jumpJoined(c);
            }
        }
    }
}
