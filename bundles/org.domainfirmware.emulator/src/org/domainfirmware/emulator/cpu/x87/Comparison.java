package org.domainfirmware.emulator.cpu.x87;

/** FCOM, FUCOM and FTST (SDM vol. 2A): the condition bits at their places in the status word. */
final class Comparison {

    static final int C0 = 0x100;
    static final int C2 = 0x400;
    static final int C3 = 0x4000;
    static final int UNORDERED = C3 | C2 | C0;

    private final Rounder out;
    private final OperandRules rules;

    Comparison(Rounder out, OperandRules rules) {
        this.out = out;
        this.rules = rules;
    }

    /**
     * Compares a with b.
     *
     * @param quiet FUCOM: a quiet NaN is no invalid operand
     * @return 0 for a &gt; b, C0 for a &lt; b, C3 for equal, all three for unordered
     */
    int compare(int aSe, long aSig, int bSe, long bSig, boolean quiet) {
        if (Extended.isUnsupported(aSe, aSig) || Extended.isUnsupported(bSe, bSig)) {
            out.flags |= Rounder.IE;
            return UNORDERED;
        }
        boolean aNaN = Extended.isNaN(aSe, aSig);
        boolean bNaN = Extended.isNaN(bSe, bSig);
        if (aNaN || bNaN) {
            if (!quiet || Extended.isSignalling(aSe, aSig) || Extended.isSignalling(bSe, bSig)) {
                out.flags |= Rounder.IE;
            }
            return UNORDERED;
        }
        rules.noteDenormal(aSe, aSig);
        rules.noteDenormal(bSe, bSig);
        if (aSig == 0 && bSig == 0) {
            return C3;
        }
        boolean aNegative = (aSe & Extended.SIGN) != 0;
        if (aSig == 0) {
            return (bSe & Extended.SIGN) != 0 ? 0 : C0;
        }
        if (bSig == 0) {
            return aNegative ? C0 : 0;
        }
        if (((aSe ^ bSe) & Extended.SIGN) != 0) {
            return aNegative ? C0 : 0;
        }
        int order = Integer.compare(magnitudeExponent(aSe), magnitudeExponent(bSe));
        if (order == 0) {
            order = Long.compareUnsigned(aSig, bSig);
        }
        if (order == 0) {
            return C3;
        }
        return order < 0 != aNegative ? C0 : 0;
    }

    /** Denormals and pseudo-denormals have the weight of exponent 1. */
    private static int magnitudeExponent(int se) {
        return Math.max(se & Extended.EXPONENT, 1);
    }
}
