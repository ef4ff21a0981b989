package org.domainfirmware.emulator.cpu.x87;

/** Conversions between double extended and the single and double formats in memory (SDM vol. 1, 4.2.2 and 4.8). */
final class FloatFormats {

    private static final long FRACTION_32 = (1L << 23) - 1;
    private static final long FRACTION_64 = (1L << 52) - 1;

    private final Rounder out;
    /** False if an unmasked overflow or underflow forbids the store. */
    private boolean storable;
    private int operandSignExp;
    private long operandSignificand;
    private boolean operandDenormal;

    FloatFormats(Rounder out) {
        this.out = out;
    }

    /** Result = the single-precision number with these bits; signalling NaN and denormal are flagged. */
    void fromSingle(int bits) {
        int sign = bits >>> 16 & Extended.SIGN;
        int exponent = bits >>> 23 & 0xFF;
        long fraction = (bits & FRACTION_32) << 40;
        if (exponent != 0 && exponent != 0xFF) {
            out.set(sign | exponent + Extended.BIAS - 0x7F, fraction | Extended.INTEGER_BIT);
        } else {
            extreme(sign, exponent, fraction, Extended.BIAS - 0x7F);
        }
    }

    /** Result = the double-precision number with these bits. */
    void fromDouble(long bits) {
        int sign = (int) (bits >>> 48) & Extended.SIGN;
        int exponent = (int) (bits >>> 52) & 0x7FF;
        long fraction = (bits & FRACTION_64) << 11;
        if (exponent != 0 && exponent != 0x7FF) {
            out.set(sign | exponent + Extended.BIAS - 0x3FF, fraction | Extended.INTEGER_BIT);
        } else {
            extreme(sign, exponent, fraction, Extended.BIAS - 0x3FF);
        }
    }

    /** @param fraction without the integer bit, at its place in the extended significand */
    private void extreme(int sign, int exponent, long fraction, int biasDifference) {
        if (exponent != 0) {
            long quiet = fraction;
            if (fraction != 0) {
                if ((fraction & Extended.QUIET_BIT) == 0) {
                    out.flags |= Rounder.IE;
                }
                quiet |= Extended.QUIET_BIT;
            }
            out.set(sign | Extended.EXPONENT, quiet | Extended.INTEGER_BIT);
        } else if (fraction == 0) {
            out.set(sign, 0);
        } else {
            out.flags |= Rounder.DE;
            int zeros = Long.numberOfLeadingZeros(fraction);
            out.set(sign | biasDifference + 1 - zeros, fraction << zeros);
        }
    }

    /** Takes a single-precision memory operand of an arithmetic instruction, which judges NaN and denormal itself. */
    void operandFromSingle(int bits) {
        int exponent = bits >>> 23 & 0xFF;
        long fraction = (bits & FRACTION_32) << 40;
        operand(bits >>> 16 & Extended.SIGN, exponent, fraction, Extended.BIAS - 0x7F, exponent == 0xFF);
    }

    /** Takes a double-precision memory operand. */
    void operandFromDouble(long bits) {
        int exponent = (int) (bits >>> 52) & 0x7FF;
        long fraction = (bits & FRACTION_64) << 11;
        operand((int) (bits >>> 48) & Extended.SIGN, exponent, fraction, Extended.BIAS - 0x3FF, exponent == 0x7FF);
    }

    /** Takes an integer memory operand. */
    void operandFromInteger(int value) {
        out.setInteger(value);
        operandSignExp = out.signExp;
        operandSignificand = out.significand;
        operandDenormal = false;
    }

    private void operand(int sign, int exponent, long fraction, int biasDifference, boolean special) {
        operandDenormal = false;
        if (exponent != 0) {
            operandSignExp = sign | (special ? Extended.EXPONENT : exponent + biasDifference);
            operandSignificand = fraction | Extended.INTEGER_BIT;
        } else if (fraction == 0) {
            operandSignExp = sign;
            operandSignificand = 0;
        } else {
            int zeros = Long.numberOfLeadingZeros(fraction);
            operandSignExp = sign | biasDifference + 1 - zeros;
            operandSignificand = fraction << zeros;
            operandDenormal = true;
        }
    }

    int operandSignExp() {
        return operandSignExp;
    }

    long operandSignificand() {
        return operandSignificand;
    }

    /** True if the operand was denormal in memory; in registers it is normal. */
    boolean isOperandDenormal() {
        return operandDenormal;
    }

    /** False if the last conversion ended in an unmasked overflow or underflow: memory stays as it is. */
    boolean isStorable() {
        return storable;
    }

    /** The bits of a rounded to single precision. */
    int toSingle(int se, long sig) {
        long bits = toFormat(se, sig, 24, 0xFF);
        return (int) bits;
    }

    /** The bits of a rounded to double precision. */
    long toDouble(int se, long sig) {
        return toFormat(se, sig, 53, 0x7FF);
    }

    /**
     * @param precision significand bits, the implied one included
     * @param top the all-ones exponent of the format
     */
    private long toFormat(int se, long sig, int precision, int top) {
        storable = true;
        int fractionBits = precision - 1;
        long signBit = (se & Extended.SIGN) != 0 ? (long) (top + 1) << fractionBits : 0;
        long infinity = (long) top << fractionBits;
        long fractionMask = (1L << fractionBits) - 1;
        int exponent = se & Extended.EXPONENT;
        if (Extended.isUnsupported(se, sig)) {
            out.flags |= Rounder.IE;
            return (long) (top + 1) << fractionBits | infinity | 1L << fractionBits - 1;
        }
        if (exponent == Extended.EXPONENT) {
            if (sig == Extended.INTEGER_BIT) {
                return signBit | infinity;
            }
            if ((sig & Extended.QUIET_BIT) == 0) {
                out.flags |= Rounder.IE;
            }
            return signBit | infinity | 1L << fractionBits - 1 | sig >>> 64 - precision & fractionMask;
        }
        if (sig == 0) {
            return signBit;
        }
        int target = Extended.normalExponent(se, sig) - Extended.BIAS + (top >> 1);
        return signBit | magnitude(se & Extended.SIGN, target, Extended.normalSignificand(sig), precision, top);
    }

    private long magnitude(int sign, int exponent, long sig, int precision, int top) {
        int unused = 64 - precision;
        long rest = sig << precision;
        long kept = sig >>> unused;
        int inexact = rest != 0 ? Rounder.PE : 0;
        int rounded = exponent;
        if (out.roundsUp(sign, kept, rest)) {
            inexact |= Rounder.C1;
            kept++;
            if (kept >>> precision != 0) {
                kept >>>= 1;
                rounded++;
            }
        }
        if (rounded >= top) {
            return overflow(sign, precision, top);
        }
        if (rounded > 0) {
            if (exponent <= 0) {
                // rounding lifted the number out of the denormal range
                kept = 1L << precision - 1;
            }
            out.flags |= inexact;
            return kept - (1L << precision - 1) | (long) rounded << precision - 1;
        }
        if (!out.masks(Rounder.UE)) {
            out.flags |= Rounder.UE;
            storable = false;
            return 0;
        }
        return denormal(sign, 1 - exponent + unused, sig);
    }

    private long denormal(int sign, int shift, long sig) {
        long kept = shift < 64 ? sig >>> shift : 0;
        long rest = shift < 64 ? sig << 64 - shift : shift == 64 ? sig : 1;
        if (rest != 0) {
            out.flags |= Rounder.UE | Rounder.PE;
            if (out.roundsUp(sign, kept, rest)) {
                out.flags |= Rounder.C1;
                kept++;
            }
        }
        return kept;
    }

    private long overflow(int sign, int precision, int top) {
        out.flags |= Rounder.OE;
        long infinity = (long) top << precision - 1;
        if (!out.masks(Rounder.OE)) {
            storable = false;
            return infinity;
        }
        out.flags |= Rounder.PE;
        int direction = out.direction();
        if (direction == Rounder.NEAREST || direction == (sign != 0 ? Rounder.DOWN : Rounder.UP)) {
            out.flags |= Rounder.C1;
            return infinity;
        }
        return infinity - 1;
    }
}
