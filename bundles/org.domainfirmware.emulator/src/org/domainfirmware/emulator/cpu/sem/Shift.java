package org.domainfirmware.emulator.cpu.sem;

import org.domainfirmware.emulator.cpu.state.CpuState;

/**
 * Shifts and rotates. Counts are taken modulo 32 as on every processor since the 80186; a count of 0
 * changes nothing, flags included. OF for counts above 1, undefined in the manuals, follows the rule
 * for 1 applied to the last step, as the silicon does. Source: SDM volume 2, SAL/SAR/SHL/SHR,
 * RCL/RCR/ROL/ROR, SHLD, SHRD.
 */
public final class Shift {
    /** ModRM reg field of the group. */
    public static final int ROL = 0;
    public static final int ROR = 1;
    public static final int RCL = 2;
    public static final int RCR = 3;
    public static final int SHL = 4;
    public static final int SHR = 5;
    public static final int SAL = 6;
    public static final int SAR = 7;

    private Shift() {
    }

    /**
     * Any operation of the group.
     *
     * @param size operand size in bytes
     * @param a operand, zero extended
     * @param rawCount count before it is masked
     * @return the result, zero extended
     */
    public static int shift(CpuState s, int operation, int size, int a, int rawCount) {
        int count = rawCount & 31;
        if (count == 0) {
            return a;
        }
        return switch (operation) {
            case ROL -> rol(s, size, a, count);
            case ROR -> ror(s, size, a, count);
            case RCL -> rcl(s, size, a, count);
            case RCR -> rcr(s, size, a, count);
            case SHR -> shr(s, size, a, count);
            case SAR -> sar(s, size, a, count);
            default -> shl(s, size, a, count);
        };
    }

    static int signExtend(int size, int value) {
        int unused = 32 - 8 * size;
        return value << unused >> unused;
    }

    private static int zeroExtend(int size, int value) {
        int unused = 32 - 8 * size;
        return value << unused >>> unused;
    }

    private static void result(CpuState s, int size, int r, int cf, int of) {
        s.res = signExtend(size, r);
        s.aux = cf << 31 | (cf ^ of) << 30;
    }

    /** Rotates change CF and OF only. */
    private static void carries(CpuState s, int cf, int of) {
        s.setArithmetic(s.eflags() & ~0x801 | cf | of << 11);
    }

    public static int shl(CpuState s, int size, int a, int count) {
        int bits = 8 * size;
        long wide = (a & 0xFFFFFFFFL) << count;
        int r = zeroExtend(size, (int) wide);
        int cf = (int) (wide >>> bits) & 1;
        result(s, size, r, cf, r >>> bits - 1 ^ cf);
        return r;
    }

    public static int shr(CpuState s, int size, int a, int count) {
        int bits = 8 * size;
        int r = (int) ((a & 0xFFFFFFFFL) >>> count);
        int cf = (int) ((a & 0xFFFFFFFFL) >>> count - 1) & 1;
        result(s, size, r, cf, (r << 1 ^ r) >>> bits - 1 & 1);
        return r;
    }

    public static int sar(CpuState s, int size, int a, int count) {
        int wide = signExtend(size, a);
        int r = zeroExtend(size, wide >> count);
        result(s, size, r, wide >> count - 1 & 1, 0);
        return r;
    }

    private static int rol(CpuState s, int size, int a, int count) {
        int bits = 8 * size;
        int by = count & bits - 1;
        int r = by == 0 ? a : zeroExtend(size, a << by | a >>> bits - by);
        int cf = r & 1;
        carries(s, cf, r >>> bits - 1 ^ cf);
        return r;
    }

    private static int ror(CpuState s, int size, int a, int count) {
        int bits = 8 * size;
        int by = count & bits - 1;
        int r = by == 0 ? a : zeroExtend(size, a >>> by | a << bits - by);
        int cf = r >>> bits - 1;
        carries(s, cf, (r >>> bits - 2 ^ cf) & 1);
        return r;
    }

    private static int rcl(CpuState s, int size, int a, int count) {
        int bits = 8 * size;
        int by = count % (bits + 1);
        if (by == 0) {
            int kept = s.aux >>> 31;
            carries(s, kept, a >>> bits - 1 ^ kept);
            return a;
        }
        long ring = (long) (s.aux >>> 31) << bits | a & 0xFFFFFFFFL;
        ring = ring << by | ring >>> bits + 1 - by;
        int r = zeroExtend(size, (int) ring);
        int cf = (int) (ring >>> bits) & 1;
        carries(s, cf, r >>> bits - 1 ^ cf);
        return r;
    }

    private static int rcr(CpuState s, int size, int a, int count) {
        int bits = 8 * size;
        int by = count % (bits + 1);
        long ring = (long) (s.aux >>> 31) << bits | a & 0xFFFFFFFFL;
        ring = by == 0 ? ring : ring >>> by | ring << bits + 1 - by;
        int r = zeroExtend(size, (int) ring);
        int cf = (int) (ring >>> bits) & 1;
        carries(s, cf, (r >>> bits - 1 ^ r >>> bits - 2) & 1);
        return r;
    }

    /**
     * SHLD. With 16-bit operands and counts above 16 the bits of the destination follow those of the
     * source, as P6 does.
     *
     * @param size 2 or 4 bytes
     */
    public static int shld(CpuState s, int size, int a, int fill, int rawCount) {
        int count = rawCount & 31;
        if (count == 0) {
            return a;
        }
        int bits = 8 * size;
        int r;
        int cf;
        if (size == 2) {
            long ring = (long) a << 32 | (long) fill << 16 | a;
            r = (int) (ring << count >>> 32) & 0xFFFF;
            cf = (int) (ring >>> 48 - count) & 1;
        } else {
            r = a << count | fill >>> 32 - count;
            cf = a >>> 32 - count & 1;
        }
        result(s, size, r, cf, (r ^ a) >>> bits - 1 & 1);
        return r;
    }

    /** SHRD, likewise. */
    public static int shrd(CpuState s, int size, int a, int fill, int rawCount) {
        int count = rawCount & 31;
        if (count == 0) {
            return a;
        }
        int bits = 8 * size;
        int r;
        int cf;
        if (size == 2) {
            long ring = (long) a << 32 | (long) fill << 16 | a;
            r = (int) (ring >>> count) & 0xFFFF;
            cf = (int) (ring >>> count - 1) & 1;
        } else {
            r = a >>> count | fill << 32 - count;
            cf = a >>> count - 1 & 1;
        }
        result(s, size, r, cf, (r << 1 ^ r) >>> bits - 1 & 1);
        return r;
    }
}
