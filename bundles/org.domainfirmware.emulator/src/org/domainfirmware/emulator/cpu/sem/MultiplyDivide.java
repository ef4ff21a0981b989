package org.domainfirmware.emulator.cpu.sem;

import org.domainfirmware.emulator.cpu.Cpu;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.cpu.state.Reg;

/**
 * MUL, IMUL, DIV, IDIV. Of the flags the manuals leave undefined after a multiplication, SF, ZF and PF are
 * those of the low half and AF is clear. Division
 * leaves all flags alone. Source: SDM volume 2, MUL, IMUL, DIV, IDIV.
 */
public final class MultiplyDivide {
    private MultiplyDivide() {
    }

    private static void flags(CpuState s, int low, boolean overflow) {
        s.res = low;
        s.aux = overflow ? 1 << 31 : 0;
    }

    public static void mul8(Cpu c, int b) {
        int[] g = c.s.gpr;
        int r = (g[Reg.EAX] & 0xFF) * b;
        g[Reg.EAX] = g[Reg.EAX] & 0xFFFF0000 | r;
        flags(c.s, (byte) r, r >>> 8 != 0);
    }

    public static void mul16(Cpu c, int b) {
        int[] g = c.s.gpr;
        int r = (g[Reg.EAX] & 0xFFFF) * b;
        g[Reg.EAX] = g[Reg.EAX] & 0xFFFF0000 | r & 0xFFFF;
        g[Reg.EDX] = g[Reg.EDX] & 0xFFFF0000 | r >>> 16;
        flags(c.s, (short) r, r >>> 16 != 0);
    }

    public static void mul32(Cpu c, int b) {
        int[] g = c.s.gpr;
        long r = (g[Reg.EAX] & 0xFFFFFFFFL) * (b & 0xFFFFFFFFL);
        g[Reg.EAX] = (int) r;
        g[Reg.EDX] = (int) (r >>> 32);
        flags(c.s, (int) r, r >>> 32 != 0);
    }

    public static void imul8(Cpu c, int b) {
        int[] g = c.s.gpr;
        int r = (byte) g[Reg.EAX] * (byte) b;
        g[Reg.EAX] = g[Reg.EAX] & 0xFFFF0000 | r & 0xFFFF;
        flags(c.s, (byte) r, r != (byte) r);
    }

    public static void imul16(Cpu c, int b) {
        int[] g = c.s.gpr;
        int r = (short) g[Reg.EAX] * (short) b;
        g[Reg.EAX] = g[Reg.EAX] & 0xFFFF0000 | r & 0xFFFF;
        g[Reg.EDX] = g[Reg.EDX] & 0xFFFF0000 | r >>> 16;
        flags(c.s, (short) r, r != (short) r);
    }

    public static void imul32(Cpu c, int b) {
        int[] g = c.s.gpr;
        long r = (long) g[Reg.EAX] * b;
        g[Reg.EAX] = (int) r;
        g[Reg.EDX] = (int) (r >>> 32);
        flags(c.s, (int) r, r != (int) r);
    }

    /** The forms with two or three operands, 16 bits wide; zero extended result. */
    public static int imul16(CpuState s, int a, int b) {
        int r = (short) a * (short) b;
        flags(s, (short) r, r != (short) r);
        return r & 0xFFFF;
    }

    /** The forms with two or three operands, 32 bits wide. */
    public static int imul32(CpuState s, int a, int b) {
        long r = (long) a * b;
        flags(s, (int) r, r != (int) r);
        return (int) r;
    }

    public static void div8(Cpu c, int b) {
        int[] g = c.s.gpr;
        int a = g[Reg.EAX] & 0xFFFF;
        if (b == 0 || a / b > 0xFF) {
            throw c.fault.of(Vector.DE);
        }
        g[Reg.EAX] = g[Reg.EAX] & 0xFFFF0000 | a % b << 8 | a / b;
    }

    public static void div16(Cpu c, int b) {
        int[] g = c.s.gpr;
        int a = g[Reg.EDX] << 16 | g[Reg.EAX] & 0xFFFF;
        if (b == 0 || Integer.compareUnsigned(Integer.divideUnsigned(a, b), 0xFFFF) > 0) {
            throw c.fault.of(Vector.DE);
        }
        g[Reg.EAX] = g[Reg.EAX] & 0xFFFF0000 | Integer.divideUnsigned(a, b);
        g[Reg.EDX] = g[Reg.EDX] & 0xFFFF0000 | Integer.remainderUnsigned(a, b);
    }

    public static void div32(Cpu c, int b) {
        int[] g = c.s.gpr;
        long a = (long) g[Reg.EDX] << 32 | g[Reg.EAX] & 0xFFFFFFFFL;
        long by = b & 0xFFFFFFFFL;
        if ((g[Reg.EDX] & 0xFFFFFFFFL) >= by) {
            throw c.fault.of(Vector.DE);
        }
        g[Reg.EAX] = (int) Long.divideUnsigned(a, by);
        g[Reg.EDX] = (int) Long.remainderUnsigned(a, by);
    }

    public static void idiv8(Cpu c, int b) {
        int[] g = c.s.gpr;
        int a = (short) g[Reg.EAX];
        int by = (byte) b;
        if (by == 0 || a / by != (byte) (a / by)) {
            throw c.fault.of(Vector.DE);
        }
        g[Reg.EAX] = g[Reg.EAX] & 0xFFFF0000 | (a % by & 0xFF) << 8 | a / by & 0xFF;
    }

    public static void idiv16(Cpu c, int b) {
        int[] g = c.s.gpr;
        int a = g[Reg.EDX] << 16 | g[Reg.EAX] & 0xFFFF;
        int by = (short) b;
        // -2^31 / -1 overflows a Java int back to -2^31, which does not fit a word either.
        if (by == 0 || a / by != (short) (a / by)) {
            throw c.fault.of(Vector.DE);
        }
        g[Reg.EAX] = g[Reg.EAX] & 0xFFFF0000 | a / by & 0xFFFF;
        g[Reg.EDX] = g[Reg.EDX] & 0xFFFF0000 | a % by & 0xFFFF;
    }

    public static void idiv32(Cpu c, int b) {
        int[] g = c.s.gpr;
        long a = (long) g[Reg.EDX] << 32 | g[Reg.EAX] & 0xFFFFFFFFL;
        if (b == 0 || a / b != (int) (a / b)) {
            throw c.fault.of(Vector.DE);
        }
        g[Reg.EAX] = (int) (a / b);
        g[Reg.EDX] = (int) (a % b);
    }
}
