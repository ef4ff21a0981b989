package org.domainfirmware.emulator.cpu.x87;

/** FSCALE, FXTRACT and FRNDINT (SDM vol. 2A). */
final class Scaling {

    /** Past this power of two every finite number over- or underflows, bias adjustment included. */
    private static final int HUGE = 0x10000;

    private final Rounder out;
    private final OperandRules rules;

    Scaling(Rounder out, OperandRules rules) {
        this.out = out;
        this.rules = rules;
    }

    /** Result = a * 2 to the power of b truncated to an integer. */
    void scale(int aSe, long aSig, int bSe, long bSig) {
        if (rules.settlesBinary(aSe, aSig, bSe, bSig)) {
            return;
        }
        boolean aInfinite = Extended.isInfinite(aSe, aSig);
        boolean bNegative = (bSe & Extended.SIGN) != 0;
        if (Extended.isInfinite(bSe, bSig)) {
            scaleByInfinity(aSe, aSig, aInfinite, bNegative);
            return;
        }
        rules.noteDenormal(aSe, aSig);
        rules.noteDenormal(bSe, bSig);
        if (aInfinite || aSig == 0 || bSig == 0) {
            out.setUnchanged(aSe, aSig);
            return;
        }
        int power = truncated(bSe & Extended.EXPONENT, bSig);
        out.roundFull(aSe & Extended.SIGN, Extended.normalExponent(aSe, aSig) + (bNegative ? -power : power),
                Extended.normalSignificand(aSig), 0);
    }

    private void scaleByInfinity(int aSe, long aSig, boolean aInfinite, boolean bNegative) {
        boolean aZero = Extended.isZero(aSe, aSig);
        if (bNegative ? aInfinite : aZero) {
            out.invalid();
            return;
        }
        rules.noteDenormal(aSe, aSig);
        if (bNegative) {
            out.set(aSe & Extended.SIGN, 0);
        } else {
            out.set(aSe & Extended.SIGN | Extended.EXPONENT, Extended.INTEGER_BIT);
        }
    }

    private static int truncated(int exponent, long sig) {
        int power = exponent - Extended.BIAS;
        if (power < 0) {
            return 0;
        }
        return power > 16 ? HUGE : (int) (sig >>> 63 - power);
    }

    /** Result = the significand of a with the exponent of 1.0; zero stays zero. */
    void significand(int aSe, long aSig) {
        if (Extended.isZero(aSe, aSig) || Extended.isInfinite(aSe, aSig)) {
            out.set(aSe, aSig);
        } else {
            out.set(aSe & Extended.SIGN | Extended.BIAS, Extended.normalSignificand(aSig));
        }
    }

    /**
     * Result = the exponent of a as a number; minus infinity and a zero-divide for zero. Call before
     * {@link #significand}: settles NaNs, for which both results are equal.
     *
     * @return false if a is a NaN or unsupported: the result is that of both halves
     */
    boolean exponent(int aSe, long aSig) {
        if (rules.settlesUnary(aSe, aSig)) {
            return false;
        }
        if (Extended.isInfinite(aSe, aSig)) {
            out.set(Extended.EXPONENT, Extended.INTEGER_BIT);
        } else if (aSig == 0) {
            out.flags |= Rounder.ZE;
            out.set(Extended.SIGN | Extended.EXPONENT, Extended.INTEGER_BIT);
        } else {
            rules.noteDenormal(aSe, aSig);
            out.setInteger(Extended.normalExponent(aSe, aSig) - Extended.BIAS);
        }
        return true;
    }

    /** Result = a rounded to an integer in the current direction. */
    void roundToInteger(int aSe, long aSig) {
        if (rules.settlesUnary(aSe, aSig)) {
            return;
        }
        int exponent = aSe & Extended.EXPONENT;
        if (exponent >= Extended.BIAS + 63 || aSig == 0) {
            out.set(aSe, aSig);
            return;
        }
        rules.noteDenormal(aSe, aSig);
        int sign = aSe & Extended.SIGN;
        int fractionBits = Extended.BIAS + 63 - exponent;
        if (fractionBits > 63) {
            roundFraction(sign, aSig, fractionBits);
            return;
        }
        long rest = aSig << 64 - fractionBits;
        long kept = aSig & -1L << fractionBits;
        if (rest != 0) {
            out.flags |= Rounder.PE;
            if (out.roundsUp(sign, kept >>> fractionBits, rest)) {
                out.flags |= Rounder.C1;
                kept += 1L << fractionBits;
                if (kept == 0) {
                    kept = Extended.INTEGER_BIT;
                    exponent++;
                }
            }
        }
        out.set(sign | exponent, kept);
    }

    /** A magnitude below one: becomes zero or one. */
    private void roundFraction(int sign, long sig, int fractionBits) {
        out.flags |= Rounder.PE;
        long rest = fractionBits == 64 ? sig : 1;
        if (out.roundsUp(sign, 0, rest)) {
            out.flags |= Rounder.C1;
            out.set(sign | Extended.BIAS, Extended.INTEGER_BIT);
        } else {
            out.set(sign, 0);
        }
    }
}
