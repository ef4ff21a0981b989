package org.domainfirmware.emulator.cpu.sem;

import org.domainfirmware.emulator.cpu.state.CpuState;

/**
 * AND, OR, XOR, TEST: CF and OF are cleared, AF (undefined in the manuals) too, as the silicon does.
 * Operands of 8 and 16 bits come zero extended.
 */
public final class Logic {
    private Logic() {
    }

    public static int and8(CpuState s, int a, int b) {
        int r = a & b;
        s.res = (byte) r;
        s.aux = 0;
        return r;
    }

    public static int or8(CpuState s, int a, int b) {
        int r = a | b;
        s.res = (byte) r;
        s.aux = 0;
        return r;
    }

    public static int xor8(CpuState s, int a, int b) {
        int r = a ^ b;
        s.res = (byte) r;
        s.aux = 0;
        return r;
    }

    public static void test8(CpuState s, int a, int b) {
        s.res = (byte) (a & b);
        s.aux = 0;
    }

    public static int and16(CpuState s, int a, int b) {
        int r = a & b;
        s.res = (short) r;
        s.aux = 0;
        return r;
    }

    public static int or16(CpuState s, int a, int b) {
        int r = a | b;
        s.res = (short) r;
        s.aux = 0;
        return r;
    }

    public static int xor16(CpuState s, int a, int b) {
        int r = a ^ b;
        s.res = (short) r;
        s.aux = 0;
        return r;
    }

    public static void test16(CpuState s, int a, int b) {
        s.res = (short) (a & b);
        s.aux = 0;
    }

    public static int and32(CpuState s, int a, int b) {
        int r = a & b;
        s.res = r;
        s.aux = 0;
        return r;
    }

    public static int or32(CpuState s, int a, int b) {
        int r = a | b;
        s.res = r;
        s.aux = 0;
        return r;
    }

    public static int xor32(CpuState s, int a, int b) {
        int r = a ^ b;
        s.res = r;
        s.aux = 0;
        return r;
    }

    public static void test32(CpuState s, int a, int b) {
        s.res = a & b;
        s.aux = 0;
    }
}
