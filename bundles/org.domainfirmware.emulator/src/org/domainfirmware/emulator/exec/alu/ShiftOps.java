package org.domainfirmware.emulator.exec.alu;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.sem.Shift;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.exec.op.Op;
import org.domainfirmware.emulator.exec.op.Rm;

/** Shifts and rotates: by an immediate and by CL; SHL, SHR and SAR of 32-bit registers by an immediate apart. */
final class ShiftOps {
    private ShiftOps() {
    }

    static final class ByImmediate extends Op {
        private final Rm rm;
        private final int operation;
        private final int count;

        ByImmediate(Rm rm, int operation, int count) {
            this.rm = rm;
            this.operation = operation;
            this.count = count;
        }

        @Override
        public void run(Cpu c) {
            int a = rm.modify(c);
            rm.modified(c, Shift.shift(c.s, operation, rm.size, a, count));
        }
    }

    static final class ByCl extends Op {
        private final Rm rm;
        private final int operation;

        ByCl(Rm rm, int operation) {
            this.rm = rm;
            this.operation = operation;
        }

        @Override
        public void run(Cpu c) {
            int a = rm.modify(c);
            rm.modified(c, Shift.shift(c.s, operation, rm.size, a, c.s.gpr[Reg.ECX]));
        }
    }

    /** Count 1 to 31. */
    static final class Shl32 extends Op {
        private final int reg;
        private final int count;

        Shl32(int reg, int count) {
            this.reg = reg;
            this.count = count;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int before = g[reg] << count - 1;
            int r = before << 1;
            g[reg] = r;
            c.s.res = r;
            // CF is the bit shifted out last, CF xor OF the new sign.
            c.s.aux = before & 1 << 31 | (r >>> 1 & 1 << 30);
        }
    }

    /** Count 1 to 31. */
    static final class Shr32 extends Op {
        private final int reg;
        private final int count;

        Shr32(int reg, int count) {
            this.reg = reg;
            this.count = count;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int before = g[reg] >>> count - 1;
            int r = before >>> 1;
            g[reg] = r;
            c.s.res = r;
            int cf = before << 31;
            int of = r << 1 ^ r;
            c.s.aux = cf | (cf ^ of & 1 << 31) >>> 1;
        }
    }

    /** Count 1 to 31. */
    static final class Sar32 extends Op {
        private final int reg;
        private final int count;

        Sar32(int reg, int count) {
            this.reg = reg;
            this.count = count;
        }

        @Override
        public void run(Cpu c) {
            int[] g = c.s.gpr;
            int before = g[reg] >> count - 1;
            int r = before >> 1;
            g[reg] = r;
            c.s.res = r;
            int cf = before << 31;
            c.s.aux = cf | cf >>> 1;
        }
    }

    /** SHLD and SHRD. */
    static final class Double extends Op {
        private final Rm rm;
        private final Rm fill;
        private final boolean left;
        /** The count, or -1 for CL. */
        private final int count;

        Double(Rm rm, Rm fill, boolean left, int count) {
            this.rm = rm;
            this.fill = fill;
            this.left = left;
            this.count = count;
        }

        @Override
        public void run(Cpu c) {
            int by = count < 0 ? c.s.gpr[Reg.ECX] : count;
            int a = rm.modify(c);
            int b = fill.read(c);
            rm.modified(c, left ? Shift.shld(c.s, rm.size, a, b, by) : Shift.shrd(c.s, rm.size, a, b, by));
        }
    }
}
