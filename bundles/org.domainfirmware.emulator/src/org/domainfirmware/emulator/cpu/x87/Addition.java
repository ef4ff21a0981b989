package org.domainfirmware.emulator.cpu.x87;

/** FADD and FSUB (SDM vol. 2A). */
final class Addition {

    private final Rounder out;
    private final OperandRules rules;

    Addition(Rounder out, OperandRules rules) {
        this.out = out;
        this.rules = rules;
    }

    /** Result = a + b. */
    void add(int aSe, long aSig, int bSe, long bSig) {
        if (Extended.isNormal(aSe, aSig) && Extended.isNormal(bSe, bSig)) {
            sum(aSe & Extended.SIGN, aSe & Extended.EXPONENT, aSig, bSe & Extended.SIGN, bSe & Extended.EXPONENT, bSig);
        } else {
            special(aSe, aSig, bSe, bSig, 0);
        }
    }

    /** Result = a - b. */
    void subtract(int aSe, long aSig, int bSe, long bSig) {
        if (Extended.isNormal(aSe, aSig) && Extended.isNormal(bSe, bSig)) {
            sum(aSe & Extended.SIGN, aSe & Extended.EXPONENT, aSig,
                    ~bSe & Extended.SIGN, bSe & Extended.EXPONENT, bSig);
        } else {
            special(aSe, aSig, bSe, bSig, Extended.SIGN);
        }
    }

    private void sum(int aSign, int aExp, long aSig, int bSign, int bExp, long bSig) {
        if (aSign == bSign) {
            if (aExp >= bExp) {
                sumMagnitudes(aSign, aExp, aSig, aExp - bExp, bSig);
            } else {
                sumMagnitudes(aSign, bExp, bSig, bExp - aExp, aSig);
            }
        } else if (aExp > bExp || aExp == bExp && Long.compareUnsigned(aSig, bSig) > 0) {
            subtractMagnitudes(aSign, aExp, aSig, aExp - bExp, bSig);
        } else if (aExp != bExp || aSig != bSig) {
            subtractMagnitudes(bSign, bExp, bSig, bExp - aExp, aSig);
        } else {
            out.cancelledZero();
        }
    }

    /** The upper 64 of the 128 bits of {@code sig >> distance}. */
    private static long shiftedHigh(long sig, int distance) {
        return distance < 64 ? sig >>> distance : 0;
    }

    /** The lower 64 of the 128 bits of {@code sig >> distance}, bit 0 sticky. */
    private static long shiftedLow(long sig, int distance) {
        if (distance <= 64) {
            return distance == 0 ? 0 : sig << 64 - distance;
        }
        if (distance >= 128) {
            return 1;
        }
        int beyond = distance - 64;
        return sig >>> beyond | (sig << 64 - beyond != 0 ? 1 : 0);
    }

    private void sumMagnitudes(int sign, int exp, long big, int distance, long small) {
        long high = big + shiftedHigh(small, distance);
        long low = shiftedLow(small, distance);
        // the carry out of bit 63; without a branch, which could not be predicted
        int carry = distance == 0 ? 1 : (int) (~high >>> 63);
        low = high << 1 << 63 - carry | low >>> carry | low & carry;
        out.round(sign, exp + carry, high >>> carry | (long) carry << 63, low);
    }

    private void subtractMagnitudes(int sign, int exp, long big, int distance, long small) {
        long low = -shiftedLow(small, distance);
        long high = big - shiftedHigh(small, distance) - (low != 0 ? 1 : 0);
        if (high == 0) {
            high = low;
            low = 0;
            exp -= 64;
        }
        int shift = Long.numberOfLeadingZeros(high);
        out.round(sign, exp - shift, high << shift | low >>> 1 >>> 63 - shift, low << shift);
    }

    private void special(int aSe, long aSig, int bSe, long bSig, int flip) {
        if (rules.settlesBinary(aSe, aSig, bSe, bSig)) {
            return;
        }
        bSe ^= flip;
        boolean aInfinite = Extended.isInfinite(aSe, aSig);
        boolean bInfinite = Extended.isInfinite(bSe, bSig);
        if (aInfinite && bInfinite && aSe != bSe) {
            out.invalid();
            return;
        }
        rules.noteDenormal(aSe, aSig);
        rules.noteDenormal(bSe, bSig);
        if (aInfinite) {
            out.set(aSe, aSig);
        } else if (bInfinite) {
            out.set(bSe, bSig);
        } else if (bSig == 0) {
            addZero(aSe, aSig, bSe);
        } else if (aSig == 0) {
            addZero(bSe, bSig, aSe);
        } else {
            sum(aSe & Extended.SIGN, Extended.normalExponent(aSe, aSig), Extended.normalSignificand(aSig),
                    bSe & Extended.SIGN, Extended.normalExponent(bSe, bSig), Extended.normalSignificand(bSig));
        }
    }

    /** A number plus zero still is rounded to the precision in force. */
    private void addZero(int se, long sig, int zeroSe) {
        if (sig != 0) {
            out.round(se & Extended.SIGN, Extended.normalExponent(se, sig), Extended.normalSignificand(sig), 0);
        } else if (((se ^ zeroSe) & Extended.SIGN) == 0) {
            out.set(se, 0);
        } else {
            out.cancelledZero();
        }
    }
}
