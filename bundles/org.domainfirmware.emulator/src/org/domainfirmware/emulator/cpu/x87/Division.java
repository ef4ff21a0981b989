package org.domainfirmware.emulator.cpu.x87;

/** FDIV (SDM vol. 2A). */
final class Division {

    private static final long LOW_HALF = 0xFFFFFFFFL;

    private final Rounder out;
    private final OperandRules rules;

    Division(Rounder out, OperandRules rules) {
        this.out = out;
        this.rules = rules;
    }

    /** Result = a / b. */
    void divide(int aSe, long aSig, int bSe, long bSig) {
        if (Extended.isNormal(aSe, aSig) && Extended.isNormal(bSe, bSig)) {
            quotient((aSe ^ bSe) & Extended.SIGN, (aSe & Extended.EXPONENT) - (bSe & Extended.EXPONENT), aSig, bSig);
        } else {
            special(aSe, aSig, bSe, bSig);
        }
    }

    private void quotient(int sign, int exponents, long a, long b) {
        int exp = exponents + Extended.BIAS - 1;
        long high = a;
        long low = 0;
        if (Long.compareUnsigned(a, b) >= 0) {
            high = a >>> 1;
            low = a << 63;
            exp++;
        }
        long q = divide128(high, low, b);
        long remainder = low - q * b;
        long extra = 0;
        if (remainder != 0) {
            // place of the remainder between 0 and the divisor: below, at or above one half
            int half = remainder < 0 ? 1 : Long.compareUnsigned(remainder << 1, b);
            extra = half < 0 ? 1 : half == 0 ? Long.MIN_VALUE : Long.MIN_VALUE | 1;
        }
        out.round(sign, exp, q, extra);
    }

    /**
     * Unsigned (high:low) / b with two 32-bit quotient digits.
     *
     * @param high below b
     * @param b bit 63 set
     */
    static long divide128(long high, long low, long b) {
        long bHigh = b >>> 32;
        long bLow = b & LOW_HALF;
        long digit1 = digit(high, bHigh, bLow, low >>> 32);
        long rest = (high << 32 | low >>> 32) - digit1 * b;
        long digit0 = digit(rest, bHigh, bLow, low & LOW_HALF);
        return (digit1 << 32) + digit0;
    }

    private static long digit(long high, long bHigh, long bLow, long next) {
        long q = Long.divideUnsigned(high, bHigh);
        long r = high - q * bHigh;
        while (q > LOW_HALF || Long.compareUnsigned(q * bLow, r << 32 | next) > 0) {
            q--;
            r += bHigh;
            if (r > LOW_HALF) {
                break;
            }
        }
        return q;
    }

    private void special(int aSe, long aSig, int bSe, long bSig) {
        if (rules.settlesBinary(aSe, aSig, bSe, bSig)) {
            return;
        }
        int sign = (aSe ^ bSe) & Extended.SIGN;
        boolean aInfinite = Extended.isInfinite(aSe, aSig);
        boolean bInfinite = Extended.isInfinite(bSe, bSig);
        boolean aZero = Extended.isZero(aSe, aSig);
        boolean bZero = Extended.isZero(bSe, bSig);
        if (aInfinite && bInfinite || aZero && bZero) {
            out.invalid();
            return;
        }
        if (bZero && !aInfinite) {
            // found before a denormal dividend is
            out.flags |= Rounder.ZE;
            out.set(sign | Extended.EXPONENT, Extended.INTEGER_BIT);
            return;
        }
        rules.noteDenormal(aSe, aSig);
        rules.noteDenormal(bSe, bSig);
        if (aInfinite) {
            out.set(sign | Extended.EXPONENT, Extended.INTEGER_BIT);
        } else if (aZero || bInfinite) {
            out.set(sign, 0);
        } else {
            quotient(sign, Extended.normalExponent(aSe, aSig) - Extended.normalExponent(bSe, bSig),
                    Extended.normalSignificand(aSig), Extended.normalSignificand(bSig));
        }
    }
}
