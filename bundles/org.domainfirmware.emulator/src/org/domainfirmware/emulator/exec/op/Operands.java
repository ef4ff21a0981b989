package org.domainfirmware.emulator.exec.op;

/**
 * The shapes of two-operand ops. Byte registers 4 to 7 are AH, CH, DH, BH: bits 8 to 15 of register
 * number - 4; {@link #byteRegister} and {@link #byteShift} take them apart.
 */
public final class Operands {
    private Operands() {
    }

    public static int byteRegister(int number) {
        return number & 3;
    }

    public static int byteShift(int number) {
        return (number & 4) << 1;
    }

    /** Register, register. */
    public abstract static class RegReg extends Op {
        protected final int dst;
        protected final int src;

        protected RegReg(int dst, int src) {
            this.dst = dst;
            this.src = src;
        }
    }

    /** Byte register, byte register. */
    public abstract static class RegReg8 extends Op {
        protected final int dst;
        protected final int dstShift;
        protected final int src;
        protected final int srcShift;

        protected RegReg8(int dst, int src) {
            this.dst = byteRegister(dst);
            this.src = byteRegister(src);
            dstShift = byteShift(dst);
            srcShift = byteShift(src);
        }
    }

    /** Register, immediate. */
    public abstract static class RegImm extends Op {
        protected final int dst;
        protected final int imm;

        protected RegImm(int dst, int imm) {
            this.dst = dst;
            this.imm = imm;
        }
    }

    /** Byte register, immediate. */
    public abstract static class RegImm8 extends Op {
        protected final int dst;
        protected final int shift;
        protected final int imm;

        protected RegImm8(int dst, int imm) {
            this.dst = byteRegister(dst);
            shift = byteShift(dst);
            this.imm = imm & 0xFF;
        }
    }

    /** Memory with a register, either way. */
    public abstract static class MemReg extends MemOp {
        protected final int reg;

        protected MemReg(Address at, int reg) {
            super(at);
            this.reg = reg;
        }
    }

    /** Memory with a byte register, either way. */
    public abstract static class MemReg8 extends MemOp {
        protected final int reg;
        protected final int shift;

        protected MemReg8(Address at, int reg) {
            super(at);
            this.reg = byteRegister(reg);
            shift = byteShift(reg);
        }
    }

    /** Memory, immediate. */
    public abstract static class MemImm extends MemOp {
        protected final int imm;

        protected MemImm(Address at, int imm) {
            super(at);
            this.imm = imm;
        }
    }
}
