package org.domainfirmware.emulator.cpu.sem;

import org.domainfirmware.emulator.cpu.state.CpuState;

/**
 * Sums and differences with their flags, as {@link CpuState} keeps them: the result sign extended, and
 * the carries out of the top bit, the bit below it and bit 3. Operands of 8 and 16 bits come zero
 * extended; results go zero extended. Source: SDM volume 2, ADD, ADC, SUB, SBB, CMP, INC, DEC, NEG.
 */
public final class Arithmetic {
    private static final int CARRIES = 0xC000_0008;
    private static final int TOP_CARRIES = 0xC000_0000;
    private static final int HALF_CARRY = 8;

    private Arithmetic() {
    }

    public static int add8(CpuState s, int a, int b) {
        int r = a + b;
        int carries = a & b | (a | b) & ~r;
        s.res = (byte) r;
        s.aux = carries << 24 & TOP_CARRIES | carries & HALF_CARRY;
        return r & 0xFF;
    }

    public static int adc8(CpuState s, int a, int b) {
        int r = a + b + (s.aux >>> 31);
        int carries = a & b | (a | b) & ~r;
        s.res = (byte) r;
        s.aux = carries << 24 & TOP_CARRIES | carries & HALF_CARRY;
        return r & 0xFF;
    }

    public static int sub8(CpuState s, int a, int b) {
        int r = a - b;
        int carries = ~a & b | ~(a ^ b) & r;
        s.res = (byte) r;
        s.aux = carries << 24 & TOP_CARRIES | carries & HALF_CARRY;
        return r & 0xFF;
    }

    public static int sbb8(CpuState s, int a, int b) {
        int r = a - b - (s.aux >>> 31);
        int carries = ~a & b | ~(a ^ b) & r;
        s.res = (byte) r;
        s.aux = carries << 24 & TOP_CARRIES | carries & HALF_CARRY;
        return r & 0xFF;
    }

    public static void cmp8(CpuState s, int a, int b) {
        int r = a - b;
        int carries = ~a & b | ~(a ^ b) & r;
        s.res = (byte) r;
        s.aux = carries << 24 & TOP_CARRIES | carries & HALF_CARRY;
    }

    public static int inc8(CpuState s, int a) {
        int r = (byte) (a + 1);
        int cf = s.aux & 1 << 31;
        s.res = r;
        s.aux = cf | (cf >>> 1 ^ (r == Byte.MIN_VALUE ? 1 << 30 : 0)) | ((r & 15) == 0 ? HALF_CARRY : 0);
        return r & 0xFF;
    }

    public static int dec8(CpuState s, int a) {
        int r = (byte) (a - 1);
        int cf = s.aux & 1 << 31;
        s.res = r;
        s.aux = cf | (cf >>> 1 ^ (r == Byte.MAX_VALUE ? 1 << 30 : 0)) | ((r & 15) == 15 ? HALF_CARRY : 0);
        return r & 0xFF;
    }

    public static int add16(CpuState s, int a, int b) {
        int r = a + b;
        int carries = a & b | (a | b) & ~r;
        s.res = (short) r;
        s.aux = carries << 16 & TOP_CARRIES | carries & HALF_CARRY;
        return r & 0xFFFF;
    }

    public static int adc16(CpuState s, int a, int b) {
        int r = a + b + (s.aux >>> 31);
        int carries = a & b | (a | b) & ~r;
        s.res = (short) r;
        s.aux = carries << 16 & TOP_CARRIES | carries & HALF_CARRY;
        return r & 0xFFFF;
    }

    public static int sub16(CpuState s, int a, int b) {
        int r = a - b;
        int carries = ~a & b | ~(a ^ b) & r;
        s.res = (short) r;
        s.aux = carries << 16 & TOP_CARRIES | carries & HALF_CARRY;
        return r & 0xFFFF;
    }

    public static int sbb16(CpuState s, int a, int b) {
        int r = a - b - (s.aux >>> 31);
        int carries = ~a & b | ~(a ^ b) & r;
        s.res = (short) r;
        s.aux = carries << 16 & TOP_CARRIES | carries & HALF_CARRY;
        return r & 0xFFFF;
    }

    public static void cmp16(CpuState s, int a, int b) {
        int r = a - b;
        int carries = ~a & b | ~(a ^ b) & r;
        s.res = (short) r;
        s.aux = carries << 16 & TOP_CARRIES | carries & HALF_CARRY;
    }

    public static int inc16(CpuState s, int a) {
        int r = (short) (a + 1);
        int cf = s.aux & 1 << 31;
        s.res = r;
        s.aux = cf | (cf >>> 1 ^ (r == Short.MIN_VALUE ? 1 << 30 : 0)) | ((r & 15) == 0 ? HALF_CARRY : 0);
        return r & 0xFFFF;
    }

    public static int dec16(CpuState s, int a) {
        int r = (short) (a - 1);
        int cf = s.aux & 1 << 31;
        s.res = r;
        s.aux = cf | (cf >>> 1 ^ (r == Short.MAX_VALUE ? 1 << 30 : 0)) | ((r & 15) == 15 ? HALF_CARRY : 0);
        return r & 0xFFFF;
    }

    public static int add32(CpuState s, int a, int b) {
        int r = a + b;
        int carries = a & b | (a | b) & ~r;
        s.res = r;
        s.aux = carries & CARRIES;
        return r;
    }

    public static int adc32(CpuState s, int a, int b) {
        int r = a + b + (s.aux >>> 31);
        int carries = a & b | (a | b) & ~r;
        s.res = r;
        s.aux = carries & CARRIES;
        return r;
    }

    public static int sub32(CpuState s, int a, int b) {
        int r = a - b;
        int carries = ~a & b | ~(a ^ b) & r;
        s.res = r;
        s.aux = carries & CARRIES;
        return r;
    }

    public static int sbb32(CpuState s, int a, int b) {
        int r = a - b - (s.aux >>> 31);
        int carries = ~a & b | ~(a ^ b) & r;
        s.res = r;
        s.aux = carries & CARRIES;
        return r;
    }

    public static void cmp32(CpuState s, int a, int b) {
        int r = a - b;
        int carries = ~a & b | ~(a ^ b) & r;
        s.res = r;
        s.aux = carries & CARRIES;
    }

    public static int inc32(CpuState s, int a) {
        int r = (a + 1);
        int cf = s.aux & 1 << 31;
        s.res = r;
        s.aux = cf | (cf >>> 1 ^ (r == Integer.MIN_VALUE ? 1 << 30 : 0)) | ((r & 15) == 0 ? HALF_CARRY : 0);
        return r;
    }

    public static int dec32(CpuState s, int a) {
        int r = (a - 1);
        int cf = s.aux & 1 << 31;
        s.res = r;
        s.aux = cf | (cf >>> 1 ^ (r == Integer.MAX_VALUE ? 1 << 30 : 0)) | ((r & 15) == 15 ? HALF_CARRY : 0);
        return r;
    }

    /** INC and DEC leave CF alone; every other operation here sets all six flags. */
    public static int neg(CpuState s, int size, int a) {
        return switch (size) {
            case 1 -> sub8(s, 0, a);
            case 2 -> sub16(s, 0, a);
            default -> sub32(s, 0, a);
        };
    }

    /** @param size operand size in bytes */
    public static int add(CpuState s, int size, int a, int b) {
        return switch (size) {
            case 1 -> add8(s, a, b);
            case 2 -> add16(s, a, b);
            default -> add32(s, a, b);
        };
    }

    /** @param size operand size in bytes */
    public static void cmp(CpuState s, int size, int a, int b) {
        switch (size) {
            case 1 -> cmp8(s, a, b);
            case 2 -> cmp16(s, a, b);
            default -> cmp32(s, a, b);
        }
    }

    /** @param size operand size in bytes */
    public static int inc(CpuState s, int size, int a) {
        return switch (size) {
            case 1 -> inc8(s, a);
            case 2 -> inc16(s, a);
            default -> inc32(s, a);
        };
    }

    /** @param size operand size in bytes */
    public static int dec(CpuState s, int size, int a) {
        return switch (size) {
            case 1 -> dec8(s, a);
            case 2 -> dec16(s, a);
            default -> dec32(s, a);
        };
    }
}
