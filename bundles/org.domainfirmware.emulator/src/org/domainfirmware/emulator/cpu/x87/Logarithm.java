package org.domainfirmware.emulator.cpu.x87;

/**
 * y * log2 x and y * log2(1 + x), for FYL2X and FYL2XP1: with t = (m - 1) / (m + 1) for m between sqrt(1/2) and sqrt 2,
 * log2 m = 2 artanh t / ln 2. Error below 0.5001 units of the last place; powers of two are exact.
 */
final class Logarithm {

    /** sqrt 2 as a significand. */
    private static final long ROOT_OF_TWO = 0xB504F333F9DE6484L;

    private final Rounder out;
    private final Fraction t = new Fraction();
    private final Fraction square = new Fraction();
    private final Fraction value = new Fraction();
    private int exponent;
    private boolean negative;
    private boolean exact;

    Logarithm(Rounder out) {
        this.out = out;
    }

    /** Result = y * log2 x; x positive, not one; both finite and not zero. */
    void logarithm(int ySe, long ySig, int xSe, long xSig) {
        logarithmOf(Extended.normalExponent(xSe, xSig) - Extended.BIAS, Extended.normalSignificand(xSig), 0);
        multiplyAndDeliver(ySe, ySig);
    }

    /** Result = y * log2(1 + x); x above -1; both finite and not zero. */
    void logarithmPlusOne(int ySe, long ySig, int xSe, long xSig) {
        int xExp = Extended.normalExponent(xSe, xSig) - Extended.BIAS;
        long x = Extended.normalSignificand(xSig);
        boolean minus = (xSe & Extended.SIGN) != 0;
        if (xExp < -2 || xExp == -2 && (!minus || Long.compareUnsigned(x, 0x95F619980C4336F7L) <= 0)) {
            small(minus, xExp, x);
        } else if (xExp >= 64) {
            logarithmOf(xExp, x, 0);
        } else {
            onePlus(minus, xExp, x);
        }
        multiplyAndDeliver(ySe, ySig);
    }

    /** |x| within the documented range: t = x / (2 + x). */
    private void small(boolean minus, int xExp, long x) {
        value.set(x, 0);
        value.shiftRight(2 - xExp - 1);
        if (minus) {
            value.subtractFrom(Extended.INTEGER_BIT, 0);
        } else {
            value.add(Extended.INTEGER_BIT, 0);
        }
        int zeros = value.normalise();
        t.set(x, 0);
        // x = t * 2^(xExp + 1), 2 + x = value * 2^(2 - zeros)
        exponent = t.divide(value.high, value.low) + xExp + 1 - (2 - zeros);
        negative = minus;
        exact = false;
        artanh();
    }

    /** x outside of the documented range; the processors' answers there are undefined, this one is right. */
    private void onePlus(boolean minus, int xExp, long x) {
        int scale = Math.max(xExp, 0) + 2;
        value.set(x, 0);
        value.shiftRight(scale - xExp - 1);
        t.set(1L << 63, 0);
        t.shiftRight(scale - 1);
        if (minus) {
            value.subtractFrom(t.high, t.low);
        } else {
            value.add(t.high, t.low);
        }
        int zeros = value.normalise();
        logarithmOf(scale - zeros - 1, value.high, value.low);
    }

    /** value * 2^exponent with its sign = log2(1.m * 2^power). */
    private void logarithmOf(int power, long high, long low) {
        exact = false;
        if (Long.compareUnsigned(high, ROOT_OF_TWO) > 0) {
            power++;
            // m in (0.7, 1): t = (1 - m) / (1 + m), negative
            value.set(high, low);
            value.shiftRight(1);
            value.add(Extended.INTEGER_BIT, 0);
            t.set(high, low);
            t.subtractFrom(0, 0);
            int zeros = t.normalise();
            exponent = t.divide(value.high, value.low) - zeros - 1;
            negative = true;
        } else {
            t.set(high & Long.MAX_VALUE, low);
            negative = false;
            if (t.isZero()) {
                exactPower(power);
                return;
            }
            // 1 + m is between 2 and 2.5
            value.set(high, low);
            value.shiftRight(1);
            value.add(1L << 62, 0);
            int zeros = t.normalise();
            exponent = t.divide(value.high, value.low) - zeros;
            exponent -= 1;
        }
        artanh();
        if (power != 0) {
            addPower(power);
        }
    }

    private void exactPower(int power) {
        exact = true;
        negative = power < 0;
        value.set((long) Math.abs(power) << 32, 0);
        exponent = 32 - value.normalise();
    }

    /** value * 2^exponent = 4 t (1/(2 ln 2) + ...), t scaled by 2^exponent. */
    private void artanh() {
        square.set(t);
        square.multiply(t);
        square.shiftRight(-2 * exponent);
        value.polynomial(FractionTables.LOGARITHM, square, false);
        value.multiply(t);
        exponent += 2 - value.normalise();
    }

    /** Adds the integer part: 16 bits before the point, 112 behind. */
    private void addPower(int power) {
        value.shiftRight(16 - exponent);
        if (negative) {
            value.subtractFrom(0, 0);
        }
        value.add((long) power << 48, 0);
        negative = value.high < 0;
        if (negative) {
            value.subtractFrom(0, 0);
        }
        exponent = 16 - value.normalise();
    }

    private void multiplyAndDeliver(int ySe, long ySig) {
        value.multiply(Extended.normalSignificand(ySig), 0);
        exponent -= value.normalise();
        int sign = ySe & Extended.SIGN ^ (negative ? Extended.SIGN : 0);
        // y = ySig / 2^64 * 2^(yExp + 1)
        int resultExponent = exponent + Extended.normalExponent(ySe, ySig);
        out.roundFull(sign, resultExponent, value.high, exact ? value.low : value.low | 1);
        if (exact && resultExponent <= 0 && out.masks(Rounder.UE)) {
            // processors take every tiny product here for inexact
            out.flags |= Rounder.UE | Rounder.PE;
        }
    }
}
