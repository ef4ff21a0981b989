package org.domainfirmware.emulator.cpu.x87;

/** 2^x - 1 for F2XM1, as e^y - 1 with y = x ln 2. Error below 0.5001 units of the last place for |x| up to 1. */
final class Exponential {

    private static final long LN2_HIGH = 0xb17217f7d1cf79abL;
    private static final long LN2_LOW = 0xc9e3b39803f2f6afL;

    private final Rounder out;
    private final Fraction y = new Fraction();
    private final Fraction fixed = new Fraction();
    private final Fraction sum = new Fraction();

    Exponential(Rounder out) {
        this.out = out;
    }

    /** Result = 2^x - 1; x is not zero and its magnitude below one. */
    void powerMinusOne(int xSe, long xSig) {
        boolean negative = (xSe & Extended.SIGN) != 0;
        y.set(LN2_HIGH, LN2_LOW);
        y.multiply(Extended.normalSignificand(xSig), 0);
        int exponent = Extended.normalExponent(xSe, xSig) - Extended.BIAS + 1 - y.normalise();
        fixed.set(y);
        fixed.shiftRight(-exponent);
        sum.polynomial(FractionTables.EXPONENTIAL, fixed, negative);
        sum.multiply(y);
        exponent += 1 - sum.normalise();
        out.roundFull(xSe & Extended.SIGN, exponent - 1 + Extended.BIAS, sum.high, sum.low | 1);
    }
}
