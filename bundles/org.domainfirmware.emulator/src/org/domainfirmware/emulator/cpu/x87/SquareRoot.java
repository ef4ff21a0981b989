package org.domainfirmware.emulator.cpu.x87;

/** FSQRT (SDM vol. 2A). */
final class SquareRoot {

    private static final double TWO_63 = 0x1p63;
    private static final double TWO_64 = 0x1p64;

    private final Rounder out;
    private final OperandRules rules;

    SquareRoot(Rounder out, OperandRules rules) {
        this.out = out;
        this.rules = rules;
    }

    /** Result = square root of a. */
    void squareRoot(int aSe, long aSig) {
        if (rules.settlesUnary(aSe, aSig)) {
            return;
        }
        if (Extended.isZero(aSe, aSig)) {
            out.set(aSe, 0);
            return;
        }
        if ((aSe & Extended.SIGN) != 0) {
            out.invalid();
            return;
        }
        if (Extended.isInfinite(aSe, aSig)) {
            out.set(aSe, aSig);
            return;
        }
        rules.noteDenormal(aSe, aSig);
        root(Extended.normalExponent(aSe, aSig) - Extended.BIAS, Extended.normalSignificand(aSig));
    }

    /** @param exponent unbiased */
    private void root(int exponent, long sig) {
        boolean odd = (exponent & 1) != 0;
        long high = odd ? sig : sig >>> 1;
        long low = odd ? 0 : sig << 63;
        // a 53-bit root, then one Newton step on the exact 128-bit remainder
        double estimate = Math.sqrt(unsignedDouble(high)) * 0x1p32;
        long s = estimate >= TWO_64 ? -1L : toUnsigned(estimate);
        long squareHigh = Math.multiplyHigh(s, s) + (s << 1);
        long squareLow = s * s;
        long restLow = low - squareLow;
        long restHigh = high - squareHigh - (Long.compareUnsigned(low, squareLow) < 0 ? 1 : 0);
        double rest = restHigh * TWO_64 + unsignedDouble(restLow);
        long step = (long) (rest / (2 * unsignedDouble(s)));
        long limit = step > 0 ? -1L : Long.MIN_VALUE;
        s = s + step < 0 ? s + step : limit;
        squareHigh = Math.multiplyHigh(s, s) + (s << 1);
        squareLow = s * s;
        restLow = low - squareLow;
        restHigh = high - squareHigh - (Long.compareUnsigned(low, squareLow) < 0 ? 1 : 0);
        while (restHigh < 0) {
            s--;
            long add = (s << 1) + 1;
            restLow += add;
            restHigh += (Long.compareUnsigned(restLow, add) < 0 ? 1 : 0) + 1;
        }
        while (restHigh > 1 || restHigh == 1 && Long.compareUnsigned(restLow, s << 1) > 0) {
            long subtract = (s << 1) + 1;
            restHigh -= (Long.compareUnsigned(restLow, subtract) < 0 ? 1 : 0) + 1;
            restLow -= subtract;
            s++;
        }
        long extra = 0;
        if (restHigh != 0 || restLow != 0) {
            // above s + 1/2 exactly if the remainder exceeds s
            extra = restHigh != 0 || Long.compareUnsigned(restLow, s) > 0 ? Long.MIN_VALUE | 1 : 1;
        }
        out.round(0, (exponent >> 1) + Extended.BIAS, s, extra);
    }

    private static double unsignedDouble(long v) {
        return v >= 0 ? v : (v >>> 1 | v & 1) * 2.0;
    }

    private static long toUnsigned(double v) {
        return v < TWO_63 ? (long) v : (long) (v - TWO_63) + Long.MIN_VALUE;
    }
}
