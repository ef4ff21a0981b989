package org.domainfirmware.emulator.cpu.sem;

import org.domainfirmware.emulator.cpu.state.CpuState;

/** Bit tests and scans. Source: SDM volume 2, BT, BTC, BTR, BTS, BSF, BSR, BSWAP. */
public final class BitOps {
    private BitOps() {
    }

    /** CF becomes the bit; the other flags, undefined in the manuals, stay. */
    public static void test(CpuState s, int value, int bit) {
        int cf = value >>> bit << 31;
        s.aux = s.aux & 0x3FFF_FFFF | cf | (cf >>> 1 ^ (s.of() ? 1 << 30 : 0));
    }

    /**
     * BT, BTS, BTR, BTC without the test.
     *
     * @param operation 4 to 7 as in the reg field of 0F BA
     */
    public static int change(int operation, int value, int bit) {
        return switch (operation) {
            case 5 -> value | 1 << bit;
            case 6 -> value & ~(1 << bit);
            case 7 -> value ^ 1 << bit;
            default -> value;
        };
    }

    /**
     * The flags of BSF and BSR: ZF says that the source was 0; the undefined ones are those of the
     * source and clear, as the P6 has them.
     */
    public static void scanned(CpuState s, int source) {
        s.res = source;
        s.aux = 0;
    }
}
