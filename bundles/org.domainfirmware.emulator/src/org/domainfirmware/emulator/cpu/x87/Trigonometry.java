package org.domainfirmware.emulator.cpu.x87;

/**
 * Sine, cosine and tangent of finite numbers below 2^63 (SDM vol. 1, 8.3.8 and 8.3.10).
 *
 * <p>The argument is reduced exactly modulo pi/2 as the hardware has it: 66 bits of pi. The series run in 128-bit
 * fractions with an error below 2^-110 relative to the reduced argument's function, so the rounded result is within
 * 0.5001 units of the last place of the exact function of the so reduced argument.
 */
final class Trigonometry {

    /** pi/2 to 66 bits as an integer with 65 fraction bits: C90FDAA22168C234Ch / 4. */
    private static final long PI_HIGH = 3;
    private static final long PI_LOW = 0x243F6A8885A308D3L;
    /** The significand of pi/4 rounded down, exponent -1: below it nothing is reduced. */
    private static final long QUARTER_PI = 0xC90FDAA22168C234L;

    /** Below this power of two the functions are x, 1 and x. */
    private static final int TINY = -64;

    private final Rounder out;

    /** The reduced argument, normalised: magnitude * 2^exponent with the sign beside it. */
    private final Fraction argument = new Fraction();
    private final Fraction square = new Fraction();
    private final Fraction sine = new Fraction();
    private final Fraction cosine = new Fraction();
    private int exponent;
    private boolean negative;
    private int quadrant;
    /** The reduced argument has the opposite sign of the original. */
    private boolean reflected;
    private boolean tiny;
    private int sineExponent;
    private int cosineExponent;

    Trigonometry(Rounder out) {
        this.out = out;
    }

    /** Takes the argument for the functions below: finite, not zero, below 2^63. */
    void reduce(int signExp, long sig) {
        int unbiased = Extended.normalExponent(signExp, sig) - Extended.BIAS;
        long significand = Extended.normalSignificand(sig);
        negative = (signExp & Extended.SIGN) != 0;
        quadrant = 0;
        reflected = false;
        if (unbiased < -1 || unbiased == -1 && Long.compareUnsigned(significand, QUARTER_PI) <= 0) {
            argument.set(significand, 0);
            exponent = unbiased + 1;
        } else {
            modulo(significand, unbiased + 2);
        }
        tiny = unbiased < TINY;
        series();
    }

    /** Reduces significand * 2^shift modulo pi/2, both with 65 fraction bits, to at most pi/4 in magnitude. */
    private void modulo(long significand, int shift) {
        long high = 0;
        long low = significand;
        int quotient = 0;
        for (int n = 0; n < shift; n++) {
            high = high << 1 | low >>> 63;
            low <<= 1;
            quotient <<= 1;
            if (high > PI_HIGH || high == PI_HIGH && Long.compareUnsigned(low, PI_LOW) >= 0) {
                high -= PI_HIGH + (Long.compareUnsigned(low, PI_LOW) < 0 ? 1 : 0);
                low -= PI_LOW;
                quotient++;
            }
        }
        argument.set(high, low);
        if (isBeyondHalf(high << 1 | low >>> 63, low << 1)) {
            // measure from the next multiple
            argument.subtractFrom(PI_HIGH, PI_LOW);
            quotient++;
            reflected = true;
        }
        quadrant = quotient & 3;
        exponent = 128 - 65 - argument.normalise();
    }

    private static boolean isBeyondHalf(long doubledHigh, long doubledLow) {
        return doubledHigh > PI_HIGH || doubledHigh == PI_HIGH && Long.compareUnsigned(doubledLow, PI_LOW) > 0;
    }

    private void series() {
        square.set(argument);
        square.multiply(argument);
        square.shiftRight(-2 * exponent);
        sine.polynomial(FractionTables.SINE, square, true);
        sine.multiply(square);
        sine.multiply(argument);
        sine.subtractFrom(argument.high, argument.low);
        sineExponent = exponent - sine.normalise();
        cosine.polynomial(FractionTables.COSINE, square, true);
        cosine.multiply(square);
        if (cosine.isZero()) {
            // a little below one all the same
            cosine.set(0, 1);
        }
        cosine.subtractFrom(0, 0);
        cosineExponent = -cosine.normalise();
    }

    /** Result = sine of the argument. */
    void sine() {
        if (tiny) {
            deliverTiny();
            return;
        }
        boolean sign = negative ^ quadrant >= 2;
        if ((quadrant & 1) == 0) {
            deliver(sign ^ reflected, sine, sineExponent);
        } else {
            deliver(sign, cosine, cosineExponent);
        }
    }

    /** Result = cosine of the argument. */
    void cosine() {
        if (tiny) {
            out.flags |= Rounder.PE;
            out.set(Extended.BIAS, Extended.INTEGER_BIT);
            return;
        }
        boolean sign = quadrant == 1 || quadrant == 2;
        if ((quadrant & 1) == 0) {
            deliver(sign, cosine, cosineExponent);
        } else {
            deliver(sign ^ reflected, sine, sineExponent);
        }
    }

    /** Result = tangent of the argument; destroys what {@link #reduce} prepared. */
    void tangent() {
        boolean sign = negative ^ (quadrant & 1) != 0 ^ reflected;
        if (tiny) {
            deliverTiny();
        } else if ((quadrant & 1) == 0) {
            int halved = sine.divide(cosine.high, cosine.low);
            deliver(sign, sine, sineExponent - cosineExponent + halved);
        } else {
            int halved = cosine.divide(sine.high, sine.low);
            deliver(sign, cosine, cosineExponent - sineExponent + halved);
        }
    }

    /** Below 2^-64 processors return the argument in every rounding direction, as inexact. */
    private void deliverTiny() {
        out.roundFull(negative ? Extended.SIGN : 0, exponent - 1 + Extended.BIAS,
                argument.high, argument.low);
        out.flags |= Rounder.PE;
        if (exponent - 1 + Extended.BIAS <= 0) {
            out.flags |= Rounder.UE;
        }
    }

    private void deliver(boolean sign, Fraction magnitude, int scale) {
        out.roundFull(sign ? Extended.SIGN : 0, scale - 1 + Extended.BIAS, magnitude.high, magnitude.low | 1);
    }
}
