package org.domainfirmware.emulator.exec.move;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.exec.op.Address;
import org.domainfirmware.emulator.exec.op.MemOp;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Rm;

/** MOVZX, MOVSX, LEA, CMOVcc. */
final class ExtendOps {
    private ExtendOps() {
    }

    static final class Movzx extends Op {
        private final Rm dst;
        private final Rm src;

        Movzx(Rm dst, Rm src) {
            this.dst = dst;
            this.src = src;
        }

        @Override
        public void run(Cpu c) {
            dst.write(c, src.read(c));
        }
    }

    /** MOVZX r32,byte in memory: the commonest by far. */
    static final class MovzxMem8 extends MemOp {
        private final int dst;

        MovzxMem8(int dst, Address src) {
            super(src);
            this.dst = dst;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            g[dst] = c.mem.read8(segment, offset(g));
        }
    }

    static final class Movsx extends Op {
        private final Rm dst;
        private final Rm src;

        Movsx(Rm dst, Rm src) {
            this.dst = dst;
            this.src = src;
        }

        @Override
        public void run(Cpu c) {
            int value = src.read(c);
            dst.write(c, src.size == 1 ? (byte) value : (short) value);
        }
    }

    static final class Lea16 extends MemOp {
        private final int dst;

        Lea16(int dst, Address at) {
            super(at);
            this.dst = dst;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            g[dst] = g[dst] & 0xFFFF0000 | offset(g) & 0xFFFF;
        }
    }

    static final class Lea32 extends MemOp {
        private final int dst;

        Lea32(int dst, Address at) {
            super(at);
            this.dst = dst;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            g[dst] = offset(g);
        }
    }
}
