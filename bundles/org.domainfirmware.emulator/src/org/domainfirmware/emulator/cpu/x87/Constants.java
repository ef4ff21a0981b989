package org.domainfirmware.emulator.cpu.x87;

/** FLD1, FLDL2T, FLDL2E, FLDPI, FLDLG2, FLDLN2 and FLDZ (SDM vol. 2A, FLD1). */
final class Constants {

    private Constants() {
    }

    /**
     * Leaves a constant as the result, rounded in the current direction; no exception is flagged.
     *
     * @param number 0 for 1.0, then log2 10, log2 e, pi, log10 2, ln 2, zero
     */
    static void load(int number, Rounder out) {
        switch (number) {
            case 0 -> out.set(Extended.BIAS, Extended.INTEGER_BIT);
            case 1 -> rounded(out, 1, 0xd49a784bcd1b8afeL, 0x492bf6ff4dafdb4cL);
            case 2 -> rounded(out, 0, 0xb8aa3b295c17f0bbL, 0xbe87fed0691d3e88L);
            case 3 -> rounded(out, 1, 0xc90fdaa22168c234L, 0xc4c6628b80dc1cd1L);
            case 4 -> rounded(out, -2, 0x9a209a84fbcff798L, 0x8f8959ac0b7c9178L);
            case 5 -> rounded(out, -1, 0xb17217f7d1cf79abL, 0xc9e3b39803f2f6afL);
            default -> out.set(0, 0);
        }
    }

    private static void rounded(Rounder out, int exponent, long high, long low) {
        long significand = out.roundsUp(0, high, low) ? high + 1 : high;
        out.set(Extended.BIAS + exponent, significand);
    }
}
