package org.domainfirmware.emulator.exec.flow;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.op.Jump;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Rm;

/**
 * Near jumps, calls and returns. Where the stack is 16 or 32 bits wide is known when the op is made:
 * it is part of a block's key.
 */
final class NearOps {
    private NearOps() {
    }

    static final class Jmp extends Jump {
        Jmp(int displacement, int mask) {
            super(OTHER, displacement, mask);
        }

        @Override
        public void run(Cpu c) {
            jump(c);
        }
    }

    static final class Call16 extends Jump {
        private final int stackMask;

        Call16(int displacement, int stackMask) {
            super(OTHER, displacement, 0xFFFF);
            this.stackMask = stackMask;
        }

        @Override
        public void run(Cpu c) {
            int target = target(c);
            int[] g = c.s.gpr;
            int esp = g[Reg.ESP];
            int at = esp - 2 & stackMask;
            c.mem.write16(c.s.ss, at, c.s.eip);
            g[Reg.ESP] = esp & ~stackMask | at;
            c.s.eip = target;
        }
    }

    static final class Call32 extends Jump {
        private final int stackMask;

        Call32(int displacement, int stackMask) {
            super(OTHER, displacement, -1);
            this.stackMask = stackMask;
        }

        @Override
        public void run(Cpu c) {
            int target = target(c);
            int[] g = c.s.gpr;
            int esp = g[Reg.ESP];
            int at = esp - 4 & stackMask;
            c.mem.write32(c.s.ss, at, c.s.eip);
            g[Reg.ESP] = esp & ~stackMask | at;
            c.s.eip = target;
        }
    }

    static final class JmpRm extends Op {
        private final Rm target;

        JmpRm(Rm target) {
            this.target = target;
        }

        @Override
        public void run(Cpu c) {
            c.s.eip = NearTarget.check(c, target.read(c));
        }
    }

    static final class CallRm extends Op {
        private final Rm target;
        private final int stackMask;

        CallRm(Rm target, int stackMask) {
            this.target = target;
            this.stackMask = stackMask;
        }

        @Override
        public void run(Cpu c) {
            int to = NearTarget.check(c, target.read(c));
            int[] g = c.s.gpr;
            int esp = g[Reg.ESP];
            int at = esp - target.size & stackMask;
            if (target.size == 2) {
                c.mem.write16(c.s.ss, at, c.s.eip);
            } else {
                c.mem.write32(c.s.ss, at, c.s.eip);
            }
            g[Reg.ESP] = esp & ~stackMask | at;
            c.s.eip = to;
        }
    }

    static final class Ret16 extends Op {
        private final int released;
        private final int stackMask;

        Ret16(int parameters, int stackMask) {
            released = parameters + 2;
            this.stackMask = stackMask;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int esp = g[Reg.ESP];
            c.s.eip = NearTarget.check(c, c.mem.read16(c.s.ss, esp & stackMask));
            g[Reg.ESP] = esp & ~stackMask | esp + released & stackMask;
        }
    }

    static final class Ret32 extends Op {
        private final int released;
        private final int stackMask;

        Ret32(int parameters, int stackMask) {
            released = parameters + 4;
            this.stackMask = stackMask;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int esp = g[Reg.ESP];
            c.s.eip = NearTarget.check(c, c.mem.read32(c.s.ss, esp & stackMask));
            g[Reg.ESP] = esp & ~stackMask | esp + released & stackMask;
        }
    }
}
