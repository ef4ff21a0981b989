package org.domainfirmware.emulator.cpu.x87;

/**
 * The 80-bit double extended-precision format (SDM vol. 1, 4.2.2): an int with the sign in bit 15 and the biased
 * exponent in bits 14-0, and a long with the explicit integer bit in bit 63.
 */
final class Extended {

    static final int SIGN = 0x8000;
    static final int EXPONENT = 0x7FFF;
    static final int BIAS = 0x3FFF;
    /** The explicit integer bit, and the significand of 1.0 and of infinity. */
    static final long INTEGER_BIT = 1L << 63;
    /** Set in a quiet NaN, clear in a signalling one. */
    static final long QUIET_BIT = 1L << 62;
    /** Sign and exponent of the real indefinite, the masked answer to an invalid operation. */
    static final int INDEFINITE = 0xFFFF;
    static final long INDEFINITE_SIGNIFICAND = INTEGER_BIT | QUIET_BIT;

    private Extended() {
    }

    /** A normalised number: neither zero, denormal, infinite, NaN nor an unsupported encoding. */
    static boolean isNormal(int signExp, long sig) {
        return sig < 0 && (signExp + 1 & EXPONENT) > 1;
    }

    /** Pseudo-NaN, pseudo-infinity or unnormal (SDM vol. 1, 8.2.2): the 387 and later refuse them. */
    static boolean isUnsupported(int signExp, long sig) {
        return sig >= 0 && (signExp & EXPONENT) != 0;
    }

    static boolean isNaN(int signExp, long sig) {
        return (signExp & EXPONENT) == EXPONENT && sig < 0 && sig << 1 != 0;
    }

    static boolean isSignalling(int signExp, long sig) {
        return isNaN(signExp, sig) && (sig & QUIET_BIT) == 0;
    }

    static boolean isInfinite(int signExp, long sig) {
        return (signExp & EXPONENT) == EXPONENT && sig == INTEGER_BIT;
    }

    static boolean isZero(int signExp, long sig) {
        return sig == 0 && (signExp & EXPONENT) == 0;
    }

    /** Denormal or pseudo-denormal: both raise the denormal-operand exception. */
    static boolean isDenormal(int signExp, long sig) {
        return sig != 0 && (signExp & EXPONENT) == 0;
    }

    /** The biased exponent a finite non-zero number has once its significand is shifted up to the integer bit. */
    static int normalExponent(int signExp, long sig) {
        int exponent = signExp & EXPONENT;
        return exponent != 0 ? exponent : 1 - Long.numberOfLeadingZeros(sig);
    }

    /** The significand shifted up to the integer bit. */
    static long normalSignificand(long sig) {
        return sig << Long.numberOfLeadingZeros(sig);
    }
}
