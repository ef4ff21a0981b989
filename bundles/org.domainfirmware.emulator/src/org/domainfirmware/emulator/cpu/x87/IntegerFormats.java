package org.domainfirmware.emulator.cpu.x87;

/** FIST, FISTP and FBSTP, FILD and FBLD: binary and packed decimal integers (SDM vol. 1, 4.2.1 and 4.7). */
final class IntegerFormats {

    /** 10 to the power of 18, the first magnitude 18 digits cannot hold. */
    private static final long DECIMAL_LIMIT = 1_000_000_000_000_000_000L;

    private final Rounder out;
    /** The last rounded magnitude did not fit 64 bits. */
    private boolean overflowed;
    /** Digits 17 and 16 of the last decimal result. */
    private int highDigits;
    private boolean negativeDecimal;
    private boolean validDecimal;

    IntegerFormats(Rounder out) {
        this.out = out;
    }

    /**
     * Rounds to a two's complement integer; what does not fit is invalid and gives the integer indefinite, the most
     * negative number.
     *
     * @param bits 16, 32 or 64
     */
    long toInteger(int se, long sig, int bits) {
        long indefinite = -1L << bits - 1;
        long magnitude = magnitude(se, sig);
        boolean negative = (se & Extended.SIGN) != 0;
        // as unsigned numbers: 2^(bits-1) fits only with a minus sign
        long limit = negative ? 1L << bits - 1 : (1L << bits - 1) - 1;
        if (overflowed || Long.compareUnsigned(magnitude, limit) > 0) {
            out.flags = Rounder.IE;
            return indefinite;
        }
        return negative ? -magnitude : magnitude;
    }

    /** Rounds |a| to an unsigned 64-bit integer; {@link #overflowed} if that cannot be. */
    private long magnitude(int se, long sig) {
        overflowed = false;
        int exponent = se & Extended.EXPONENT;
        if (exponent > Extended.BIAS + 63 || Extended.isUnsupported(se, sig)) {
            overflowed = true;
            return 0;
        }
        if (sig == 0) {
            return 0;
        }
        int shift = Extended.BIAS + 63 - exponent;
        long kept = shift < 64 ? sig >>> shift : 0;
        long rest = shift == 0 ? 0 : shift < 64 ? sig << 64 - shift : shift == 64 ? sig : 1;
        if (rest != 0) {
            out.flags |= Rounder.PE;
            if (out.roundsUp(se & Extended.SIGN, kept, rest)) {
                out.flags |= Rounder.C1;
                kept++;
                overflowed = kept == 0;
            }
        }
        return kept;
    }

    /** Rounds to 18 decimal digits: digit n in bits 4n+3 to 4n of the lower 64 bits; see {@link #decimalHigh}. */
    long toDecimalLow(int se, long sig) {
        long magnitude = magnitude(se, sig);
        negativeDecimal = (se & Extended.SIGN) != 0;
        validDecimal = !overflowed && Long.compareUnsigned(magnitude, DECIMAL_LIMIT) < 0;
        if (!validDecimal) {
            out.flags = Rounder.IE;
            return 0xC000_0000_0000_0000L;
        }
        highDigits = 0;
        long low = 0;
        for (int digit = 0; digit < 18; digit++) {
            long value = magnitude % 10;
            magnitude /= 10;
            if (digit < 16) {
                low |= value << 4 * digit;
            } else {
                highDigits |= (int) value << 4 * (digit - 16);
            }
        }
        return low;
    }

    /** The upper 16 bits of the last {@link #toDecimalLow}: sign in bit 15, two digits in bits 7-0. */
    int decimalHigh() {
        return validDecimal ? highDigits | (negativeDecimal ? 0x8000 : 0) : 0xFFFF;
    }

    /** Result = packed decimal; digits above 9 count with their value, as the manuals leave them undefined. */
    void fromDecimal(long low, int high) {
        long value = (high >> 4 & 15) * 10 + (high & 15);
        for (int digit = 15; digit >= 0; digit--) {
            value = value * 10 + (low >>> 4 * digit & 15);
        }
        out.setInteger(value);
        if ((high & 0x8000) != 0) {
            out.set(out.signExp | Extended.SIGN, out.significand);
        }
    }
}
