package org.domainfirmware.emulator.cpu.x87;

/**
 * The angle of a point, for FPATAN. With c the nearest multiple of 1/32 to the quotient q of the smaller by the larger
 * coordinate, atan q = atan c + atan((q - c) / (1 + q c)); the second term's argument is exact but for one division.
 * Error below 0.5001 units of the last place.
 */
final class Arctangent {

    /** pi/4 as a fraction. */
    private static final long QUARTER_HIGH = 0xc90fdaa22168c234L;
    private static final long QUARTER_LOW = 0xc4c6628b80dc1cd1L;

    /** Quotients below two to the minus this are their own arctangents. */
    private static final int TINY = 64;

    private final Rounder out;
    private final Fraction t = new Fraction();
    private final Fraction divisor = new Fraction();
    private final Fraction square = new Fraction();
    private final Fraction sum = new Fraction();
    private final Fraction correction = new Fraction();

    Arctangent(Rounder out) {
        this.out = out;
    }

    /** Result = the angle of (x, y), both finite and not zero, rounded. */
    void angle(int ySe, long ySig, int xSe, long xSig) {
        int yExp = Extended.normalExponent(ySe, ySig);
        int xExp = Extended.normalExponent(xSe, xSig);
        long y = Extended.normalSignificand(ySig);
        long x = Extended.normalSignificand(xSig);
        boolean steep = yExp > xExp || yExp == xExp && Long.compareUnsigned(y, x) > 0;
        boolean left = (xSe & Extended.SIGN) != 0;
        if (!left && xExp - yExp > TINY) {
            t.set(y, 0);
            int exponent = t.divide(x, 0) + yExp - xExp;
            tiny(ySe & Extended.SIGN, exponent - 1 + Extended.BIAS);
            return;
        }
        int exponent = steep ? flat(x, xExp, y, yExp) : flat(y, yExp, x, xExp);
        if (steep || left) {
            // quarters of the circle: the fraction now counts in units of 4
            sum.shiftRight(2 - exponent);
            if (!steep) {
                sum.subtractFrom(QUARTER_HIGH, QUARTER_LOW);
            } else if (left) {
                sum.add(QUARTER_HIGH >>> 1, QUARTER_LOW >>> 1 | QUARTER_HIGH << 63);
            } else {
                sum.subtractFrom(QUARTER_HIGH >>> 1, QUARTER_LOW >>> 1 | QUARTER_HIGH << 63);
            }
            exponent = 2 - sum.normalise();
        }
        out.roundFull(ySe & Extended.SIGN, exponent - 1 + Extended.BIAS, sum.high, sum.low | 1);
    }

    /** Below 2^-64 processors return the quotient in every rounding direction, as inexact. */
    private void tiny(int sign, int biasedExponent) {
        out.roundFull(sign, biasedExponent, t.high, t.low);
        out.flags |= Rounder.PE;
        if (biasedExponent <= 0) {
            out.flags |= Rounder.UE;
        }
    }

    /**
     * A multiple of pi/4.
     *
     * @param quarters 1 to 4
     */
    void eighths(int sign, int quarters) {
        if (quarters == 3) {
            sum.set(QUARTER_HIGH, QUARTER_LOW);
            sum.multiply(3L << 62, 0);
            int zeros = sum.normalise();
            out.roundFull(sign, Extended.BIAS + 1 - zeros, sum.high, sum.low | 1);
        } else {
            int exponent = Extended.BIAS - 1 + (quarters == 4 ? 2 : quarters - 1);
            out.roundFull(sign, exponent, QUARTER_HIGH, QUARTER_LOW | 1);
        }
    }

    /** sum * 2^(returned exponent) = atan(a / b), normalised; a is not above b. */
    private int flat(long a, int aExp, long b, int bExp) {
        int distance = bExp - aExp;
        int index = distance > 7 ? 0 : nearest32nd(a, distance, b);
        if (index == 0) {
            t.set(a, 0);
            int exponent = t.divide(b, 0) - distance;
            series(exponent);
            sum.set(correction);
            return exponent - sum.normalise();
        }
        long[] table = FractionTables.ARCTANGENT_OF_32NDS;
        boolean below = quotientOfDifference(a, distance, b, index);
        int exponent = 0;
        correction.set(0, 0);
        if (!t.isZero()) {
            exponent = -t.normalise();
            int zeros = divisor.normalise();
            exponent += t.divide(divisor.high, divisor.low) + zeros;
            series(exponent);
            correction.shiftRight(-exponent);
        }
        sum.set(correction);
        if (below) {
            sum.subtractFrom(table[2 * index], table[2 * index + 1]);
        } else {
            sum.add(table[2 * index], table[2 * index + 1]);
        }
        return -sum.normalise();
    }

    private static int nearest32nd(long a, int distance, long b) {
        double quotient = (double) (a >>> 1) / (double) (b >>> 1);
        return (int) (quotient * 32 / (1 << distance) + 0.5);
    }

    /**
     * t = |32 a - i b|, divisor = 32 b + i a in the same units, with b's last place at bit 48: exact.
     *
     * @return true if 32 a is below i b
     */
    private boolean quotientOfDifference(long a, int distance, long b, int index) {
        divisor.set(a, 0);
        divisor.shiftRight(distance + 16);
        long aHigh = divisor.high;
        long aLow = divisor.low;
        divisor.set(b, 0);
        divisor.shiftRight(16);
        long bHigh = divisor.high;
        long bLow = divisor.low;
        t.set(aHigh << 5 | aLow >>> 59, aLow << 5);
        long ibLow = bLow * index;
        long ibHigh = bHigh * index + Math.multiplyHigh(bLow >>> 1, 2L * index);
        boolean below = Long.compareUnsigned(t.high, ibHigh) < 0
                || t.high == ibHigh && Long.compareUnsigned(t.low, ibLow) < 0;
        t.subtractFrom(ibHigh, ibLow);
        if (!below) {
            t.subtractFrom(0, 0);
        }
        long iaLow = aLow * index;
        long iaHigh = aHigh * index + Math.multiplyHigh(aLow >>> 1, 2L * index);
        divisor.set(bHigh << 5 | bLow >>> 59, bLow << 5);
        divisor.add(iaHigh, iaLow);
        return below;
    }

    /** correction * 2^exponent = atan(t * 2^exponent). */
    private void series(int exponent) {
        square.set(t);
        square.multiply(t);
        square.shiftRight(-2 * exponent);
        correction.polynomial(FractionTables.ARCTANGENT, square, true);
        correction.multiply(square);
        correction.multiply(t);
        correction.subtractFrom(t.high, t.low);
    }
}
