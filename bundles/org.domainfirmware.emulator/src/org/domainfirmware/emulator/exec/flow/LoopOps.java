package org.domainfirmware.emulator.exec.flow;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.op.Jump;

/**
 * LOOP, LOOPE, LOOPNE, JCXZ. The counter is CX or ECX by address size. A jump out of the segment
 * faults before the counter changes.
 */
final class LoopOps {
    private LoopOps() {
    }

    static final class Loop extends Jump {
        private final int countMask;

        Loop(int displacement, int mask, int countMask) {
            super(OTHER, displacement, mask);
            this.countMask = countMask;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int ecx = g[Reg.ECX];
            int count = ecx - 1 & countMask;
            if (count != 0) {
                jump(c);
            }
            g[Reg.ECX] = ecx & ~countMask | count;
        }
    }

    static final class LoopWhile extends Jump {
        private final int countMask;
        private final boolean zero;

        /** @param zero the ZF that lets it go on */
        LoopWhile(int displacement, int mask, int countMask, boolean zero) {
            super(OTHER, displacement, mask);
            this.countMask = countMask;
            this.zero = zero;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int ecx = g[Reg.ECX];
            int count = ecx - 1 & countMask;
            if (count != 0 && c.s.zf() == zero) {
                jump(c);
            }
            g[Reg.ECX] = ecx & ~countMask | count;
        }
    }

    static final class Jcxz extends Jump {
        private final int countMask;

        Jcxz(int displacement, int mask, int countMask) {
            super(OTHER, displacement, mask);
            this.countMask = countMask;
        }

        @Override
        public void run(Cpu c) {
            if ((c.s.gpr[Reg.ECX] & countMask) == 0) {
                jump(c);
            }
        }
    }
}
