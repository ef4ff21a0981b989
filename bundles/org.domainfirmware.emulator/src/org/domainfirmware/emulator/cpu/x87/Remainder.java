package org.domainfirmware.emulator.cpu.x87;

/** FPREM and FPREM1 (SDM vol. 2A): exact remainders, in steps when the exponents are far apart. */
final class Remainder {

    private final Rounder out;
    private final OperandRules rules;

    /** Low bits of the quotient. */
    private long quotient;
    private boolean partial;
    private boolean settled;

    Remainder(Rounder out, OperandRules rules) {
        this.out = out;
        this.rules = rules;
    }

    /** The quotient of the last operation, right in its low three bits; 0 after a partial reduction. */
    int quotient() {
        return (int) quotient & 7;
    }

    /** True if the last operation only reduced the exponent: C2. */
    boolean isPartial() {
        return partial;
    }

    /** True if the last operation had a NaN or was invalid: there is no quotient. */
    boolean isSettled() {
        return settled;
    }

    /**
     * Result = a - b * Q.
     *
     * @param nearest FPREM1: Q is rounded to nearest even instead of truncated
     */
    void remainder(int aSe, long aSig, int bSe, long bSig, boolean nearest) {
        quotient = 0;
        partial = false;
        settled = true;
        if (rules.settlesBinary(aSe, aSig, bSe, bSig)) {
            return;
        }
        if (Extended.isInfinite(aSe, aSig) || Extended.isZero(bSe, bSig)) {
            out.invalid();
            return;
        }
        settled = false;
        rules.noteDenormal(aSe, aSig);
        rules.noteDenormal(bSe, bSig);
        if (aSig == 0) {
            out.set(aSe, aSig);
            return;
        }
        int sign = aSe & Extended.SIGN;
        int aExp = Extended.normalExponent(aSe, aSig);
        long a = Extended.normalSignificand(aSig);
        if (Extended.isInfinite(bSe, bSig)) {
            out.setUnchanged(aSe, aSig);
            return;
        }
        int bExp = Extended.normalExponent(bSe, bSig);
        long b = Extended.normalSignificand(bSig);
        int distance = aExp - bExp;
        if (distance < 0) {
            below(sign, aExp, a, distance, b, nearest);
        } else if (distance < 64) {
            complete(sign, bExp, a, distance, b, nearest);
        } else {
            // the SDM leaves N open within 32 to 63; this is what processors take
            int n = distance & 0x1F | 0x20;
            long r = reduce(a, n, b);
            quotient = 0;
            partial = true;
            deliver(sign, bExp + distance - n, r);
        }
    }

    /** |a| < |b|, by exponent. */
    private void below(int sign, int aExp, long a, int distance, long b, boolean nearest) {
        if (nearest && distance == -1 && Long.compareUnsigned(a, b) > 0) {
            quotient = 1;
            deliver(sign ^ Extended.SIGN, aExp, b - (a - b));
        } else {
            deliver(sign, aExp, a);
        }
    }

    private void complete(int sign, int bExp, long a, int distance, long b, boolean nearest) {
        long r = reduce(a, distance, b);
        if (nearest) {
            // r is below b; compare 2r with b without losing the top bit
            int order = r < 0 ? 1 : Long.compareUnsigned(r << 1, b);
            if (order > 0 || order == 0 && (quotient & 1) != 0) {
                r = b - r;
                quotient++;
                sign ^= Extended.SIGN;
            }
        }
        if (r == 0) {
            out.set(sign, 0);
        } else {
            deliver(sign, bExp, r);
        }
    }

    /** Remainder of (a << distance) / b by shift and subtract; leaves the quotient's low 64 bits. */
    private long reduce(long a, int distance, long b) {
        long r = a;
        long q = 0;
        boolean carry = false;
        for (int i = distance;; i--) {
            if (carry || Long.compareUnsigned(r, b) >= 0) {
                r -= b;
                q |= 1;
            }
            if (i == 0) {
                break;
            }
            carry = r < 0;
            r <<= 1;
            q <<= 1;
        }
        quotient = q;
        return r;
    }

    private void deliver(int sign, int exp, long r) {
        if (r == 0) {
            out.set(sign, 0);
            return;
        }
        int zeros = Long.numberOfLeadingZeros(r);
        out.roundFull(sign, exp - zeros, r << zeros, 0);
    }
}
