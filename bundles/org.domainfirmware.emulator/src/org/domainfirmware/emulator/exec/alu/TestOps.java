package org.domainfirmware.emulator.exec.alu;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.sem.Logic;
import org.domainfirmware.emulator.exec.op.Address;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Operands;

/** TEST in its operand forms: a class each, so that running one is a single virtual call. */
final class TestOps implements AluForms {
    @Override
    public Op regReg(int size, int dst, int src) {
        return switch (size) {
            case 1 -> new RegReg8(dst, src);
            case 2 -> new RegReg16(dst, src);
            default -> new RegReg32(dst, src);
        };
    }

    @Override
    public Op regImm(int size, int dst, int imm) {
        return switch (size) {
            case 1 -> new RegImm8(dst, imm);
            case 2 -> new RegImm16(dst, imm);
            default -> new RegImm32(dst, imm);
        };
    }

    @Override
    public Op regMem(int size, int dst, Address src) {
        return switch (size) {
            case 1 -> new RegMem8(src, dst);
            case 2 -> new RegMem16(src, dst);
            default -> new RegMem32(src, dst);
        };
    }

    @Override
    public Op memReg(int size, Address dst, int src) {
        return switch (size) {
            case 1 -> new MemReg8(dst, src);
            case 2 -> new MemReg16(dst, src);
            default -> new MemReg32(dst, src);
        };
    }

    @Override
    public Op memImm(int size, Address dst, int imm) {
        return switch (size) {
            case 1 -> new MemImm8(dst, imm);
            case 2 -> new MemImm16(dst, imm);
            default -> new MemImm32(dst, imm);
        };
    }

    private static final class RegReg8 extends Operands.RegReg8 {
        RegReg8(int dst, int src) {
            super(dst, src);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            Logic.test8(c.s, g[dst] >>> dstShift & 0xFF, g[src] >>> srcShift & 0xFF);
        }
    }

    private static final class RegImm8 extends Operands.RegImm8 {
        RegImm8(int dst, int imm) {
            super(dst, imm);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            Logic.test8(c.s, g[dst] >>> shift & 0xFF, imm);
        }
    }

    private static final class RegMem8 extends Operands.MemReg8 {
        RegMem8(Address src, int dst) {
            super(src, dst);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int b = c.mem.read8(segment, offset(g));
            Logic.test8(c.s, g[reg] >>> shift & 0xFF, b);
        }
    }

    private static final class MemReg8 extends Operands.MemReg8 {
        MemReg8(Address dst, int src) {
            super(dst, src);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int a = c.mem.read8(segment, offset(g));
            Logic.test8(c.s, a, g[reg] >>> shift & 0xFF);
        }
    }

    private static final class MemImm8 extends Operands.MemImm {
        MemImm8(Address dst, int imm) {
            super(dst, imm & 0xFF);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int a = c.mem.read8(segment, offset(g));
            Logic.test8(c.s, a, imm);
        }
    }

    private static final class RegReg16 extends Operands.RegReg {
        RegReg16(int dst, int src) {
            super(dst, src);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            Logic.test16(c.s, g[dst] & 0xFFFF, g[src] & 0xFFFF);
        }
    }

    private static final class RegImm16 extends Operands.RegImm {
        RegImm16(int dst, int imm) {
            super(dst, imm & 0xFFFF);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            Logic.test16(c.s, g[dst] & 0xFFFF, imm);
        }
    }

    private static final class RegMem16 extends Operands.MemReg {
        RegMem16(Address src, int dst) {
            super(src, dst);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int b = c.mem.read16(segment, offset(g));
            Logic.test16(c.s, g[reg] & 0xFFFF, b);
        }
    }

    private static final class MemReg16 extends Operands.MemReg {
        MemReg16(Address dst, int src) {
            super(dst, src);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int a = c.mem.read16(segment, offset(g));
            Logic.test16(c.s, a, g[reg] & 0xFFFF);
        }
    }

    private static final class MemImm16 extends Operands.MemImm {
        MemImm16(Address dst, int imm) {
            super(dst, imm & 0xFFFF);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int a = c.mem.read16(segment, offset(g));
            Logic.test16(c.s, a, imm);
        }
    }

    private static final class RegReg32 extends Operands.RegReg {
        RegReg32(int dst, int src) {
            super(dst, src);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            Logic.test32(c.s, g[dst], g[src]);
        }
    }

    private static final class RegImm32 extends Operands.RegImm {
        RegImm32(int dst, int imm) {
            super(dst, imm);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            Logic.test32(c.s, g[dst], imm);
        }
    }

    private static final class RegMem32 extends Operands.MemReg {
        RegMem32(Address src, int dst) {
            super(src, dst);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int b = c.mem.read32(segment, offset(g));
            Logic.test32(c.s, g[reg], b);
        }
    }

    private static final class MemReg32 extends Operands.MemReg {
        MemReg32(Address dst, int src) {
            super(dst, src);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int a = c.mem.read32(segment, offset(g));
            Logic.test32(c.s, a, g[reg]);
        }
    }

    private static final class MemImm32 extends Operands.MemImm {
        MemImm32(Address dst, int imm) {
            super(dst, imm);
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int a = c.mem.read32(segment, offset(g));
            Logic.test32(c.s, a, imm);
        }
    }
}
