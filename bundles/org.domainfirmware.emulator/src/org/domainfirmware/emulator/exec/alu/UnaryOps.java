package org.domainfirmware.emulator.exec.alu;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.sem.Arithmetic;
import org.domainfirmware.emulator.cpu.sem.MultiplyDivide;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Rm;

/** NOT, NEG, MUL, IMUL, DIV, IDIV of one operand; IMUL of two and three. */
final class UnaryOps {
    private UnaryOps() {
    }

    static final class Not extends Op {
        private final Rm rm;

        Not(Rm rm) {
            this.rm = rm;
        }

        @Override
        public void run(Cpu c) {
            int a = rm.modify(c);
            rm.modified(c, ~a);
        }
    }

    static final class Neg extends Op {
        private final Rm rm;

        Neg(Rm rm) {
            this.rm = rm;
        }

        @Override
        public void run(Cpu c) {
            int a = rm.modify(c);
            rm.modified(c, Arithmetic.neg(c.s, rm.size, a));
        }
    }

    static final class Mul extends Op {
        private final Rm rm;

        Mul(Rm rm) {
            this.rm = rm;
        }

        @Override
        public void run(Cpu c) {
            int b = rm.read(c);
            switch (rm.size) {
                case 1 -> MultiplyDivide.mul8(c, b);
                case 2 -> MultiplyDivide.mul16(c, b);
                default -> MultiplyDivide.mul32(c, b);
            }
        }
    }

    static final class Imul extends Op {
        private final Rm rm;

        Imul(Rm rm) {
            this.rm = rm;
        }

        @Override
        public void run(Cpu c) {
            int b = rm.read(c);
            switch (rm.size) {
                case 1 -> MultiplyDivide.imul8(c, b);
                case 2 -> MultiplyDivide.imul16(c, b);
                default -> MultiplyDivide.imul32(c, b);
            }
        }
    }

    static final class Div extends Op {
        private final Rm rm;

        Div(Rm rm) {
            this.rm = rm;
        }

        @Override
        public void run(Cpu c) {
            int b = rm.read(c);
            switch (rm.size) {
                case 1 -> MultiplyDivide.div8(c, b);
                case 2 -> MultiplyDivide.div16(c, b);
                default -> MultiplyDivide.div32(c, b);
            }
        }
    }

    static final class Idiv extends Op {
        private final Rm rm;

        Idiv(Rm rm) {
            this.rm = rm;
        }

        @Override
        public void run(Cpu c) {
            int b = rm.read(c);
            switch (rm.size) {
                case 1 -> MultiplyDivide.idiv8(c, b);
                case 2 -> MultiplyDivide.idiv16(c, b);
                default -> MultiplyDivide.idiv32(c, b);
            }
        }
    }

    /** IMUL r,r/m. */
    static final class ImulBy extends Op {
        private final Rm dst;
        private final Rm src;

        ImulBy(Rm dst, Rm src) {
            this.dst = dst;
            this.src = src;
        }

        @Override
        public void run(Cpu c) {
            int b = src.read(c);
            int a = dst.read(c);
            dst.write(c, dst.size == 2 ? MultiplyDivide.imul16(c.s, a, b) : MultiplyDivide.imul32(c.s, a, b));
        }
    }

    /** IMUL r,r/m,imm. */
    static final class ImulImmediate extends Op {
        private final Rm dst;
        private final Rm src;
        private final int imm;

        ImulImmediate(Rm dst, Rm src, int imm) {
            this.dst = dst;
            this.src = src;
            this.imm = imm;
        }

        @Override
        public void run(Cpu c) {
            int a = src.read(c);
            dst.write(c, dst.size == 2 ? MultiplyDivide.imul16(c.s, a, imm) : MultiplyDivide.imul32(c.s, a, imm));
        }
    }
}
