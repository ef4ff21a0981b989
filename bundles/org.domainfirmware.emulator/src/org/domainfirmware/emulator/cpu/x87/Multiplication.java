package org.domainfirmware.emulator.cpu.x87;

/** FMUL (SDM vol. 2A). */
final class Multiplication {

    private final Rounder out;
    private final OperandRules rules;

    Multiplication(Rounder out, OperandRules rules) {
        this.out = out;
        this.rules = rules;
    }

    /** Result = a * b. */
    void multiply(int aSe, long aSig, int bSe, long bSig) {
        if (Extended.isNormal(aSe, aSig) && Extended.isNormal(bSe, bSig)) {
            product((aSe ^ bSe) & Extended.SIGN, (aSe & Extended.EXPONENT) + (bSe & Extended.EXPONENT), aSig, bSig);
        } else {
            special(aSe, aSig, bSe, bSig);
        }
    }

    /** @param exponents sum of both biased exponents */
    private void product(int sign, int exponents, long aSig, long bSig) {
        // both factors have bit 63 set: the signed product lacks a + b in its upper half
        long high = Math.multiplyHigh(aSig, bSig) + aSig + bSig;
        long low = aSig * bSig;
        int exp = exponents - Extended.BIAS + 1;
        // normalised by no or one place; a branch here could not be predicted
        int shift = (int) (~high >>> 63);
        high = high << shift | low >>> 1 >>> 63 - shift;
        out.round(sign, exp - shift, high, low << shift);
    }

    private void special(int aSe, long aSig, int bSe, long bSig) {
        if (rules.settlesBinary(aSe, aSig, bSe, bSig)) {
            return;
        }
        int sign = (aSe ^ bSe) & Extended.SIGN;
        boolean infinite = Extended.isInfinite(aSe, aSig) || Extended.isInfinite(bSe, bSig);
        boolean zero = Extended.isZero(aSe, aSig) || Extended.isZero(bSe, bSig);
        if (infinite && zero) {
            out.invalid();
            return;
        }
        rules.noteDenormal(aSe, aSig);
        rules.noteDenormal(bSe, bSig);
        if (infinite) {
            out.set(sign | Extended.EXPONENT, Extended.INTEGER_BIT);
        } else if (zero) {
            out.set(sign, 0);
        } else {
            product(sign, Extended.normalExponent(aSe, aSig) + Extended.normalExponent(bSe, bSig),
                    Extended.normalSignificand(aSig), Extended.normalSignificand(bSig));
        }
    }
}
