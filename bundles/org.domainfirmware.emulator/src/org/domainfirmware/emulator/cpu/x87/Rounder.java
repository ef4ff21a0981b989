package org.domainfirmware.emulator.cpu.x87;

/**
 * The result register of the arithmetic classes and the rounding stage behind it (SDM vol. 1, 4.8.4 and 8.5): every
 * operation leaves its value in {@link #signExp}/{@link #significand} and adds its exceptions to {@link #flags}.
 */
final class Rounder {

    /** Exception flags at their places in the status word. */
    static final int IE = 0x01;
    static final int DE = 0x02;
    static final int ZE = 0x04;
    static final int OE = 0x08;
    static final int UE = 0x10;
    static final int PE = 0x20;
    /** Stack fault. */
    static final int SF = 0x40;
    /** Condition bit 1: here "the last inexact result was rounded up in magnitude". */
    static final int C1 = 0x200;

    /** What unmasked overflow and underflow take from and add to the exponent (SDM vol. 1, 8.5.4 and 8.5.5). */
    static final int BIAS_ADJUST = 24576;

    static final int NEAREST = 0;
    static final int DOWN = 1;
    static final int UP = 2;

    int signExp;
    long significand;
    int flags;

    private int control;
    private int direction;
    /** Low bits of the significand that the precision control keeps zero: 0, 11 or 40. */
    private int unusedBits;

    /** Takes masks (bits 5-0), precision (9-8) and rounding (11-10) from a control word. */
    void setControl(int controlWord) {
        control = controlWord;
        direction = controlWord >> 10 & 3;
        switch (controlWord >> 8 & 3) {
            case 0 -> unusedBits = 40;
            case 2 -> unusedBits = 11;
            default -> unusedBits = 0;
        }
    }

    /** The rounding control field, 0 to 3. */
    int direction() {
        return direction;
    }

    /** True if the control word masks the exception bit {@code exception}. */
    boolean masks(int exception) {
        return (control & exception) != 0;
    }

    /** Begins an instruction: no exceptions yet. */
    void begin() {
        flags = 0;
    }

    void set(int newSignExp, long newSignificand) {
        signExp = newSignExp;
        significand = newSignificand;
    }

    /** Result = an operand as it is, but with a pseudo-denormal in its usual form; a denormal is no underflow here. */
    void setUnchanged(int operandSignExp, long operandSignificand) {
        boolean pseudo = operandSignificand < 0 && (operandSignExp & Extended.EXPONENT) == 0;
        set(pseudo ? operandSignExp | 1 : operandSignExp, operandSignificand);
    }

    /** Result = a two's complement integer, exact. */
    void setInteger(long value) {
        if (value == 0) {
            set(0, 0);
            return;
        }
        long magnitude = Math.abs(value);
        int zeros = Long.numberOfLeadingZeros(magnitude);
        set((value < 0 ? Extended.SIGN : 0) | Extended.BIAS + 63 - zeros, magnitude << zeros);
    }

    /** Invalid operation: flag and real indefinite. */
    void invalid() {
        flags |= IE;
        signExp = Extended.INDEFINITE;
        significand = Extended.INDEFINITE_SIGNIFICAND;
    }

    /** Zero of a sign that the rounding direction chooses: an exact sum of opposite numbers (SDM vol. 1, 4.8.3.1). */
    void cancelledZero() {
        set(direction == DOWN ? Extended.SIGN : 0, 0);
    }

    /**
     * Rounds to the precision of the control word.
     *
     * @param sign 0 or 8000h
     * @param exponent biased, any value
     * @param sig significand with bit 63 set
     * @param extra the 64 bits below it; bit 0 is sticky
     */
    void round(int sign, int exponent, long sig, long extra) {
        round(sign, exponent, sig, extra, unusedBits);
    }

    /** Rounds to 64 bits whatever the precision control: everything but add, subtract, multiply, divide, square root. */
    void roundFull(int sign, int exponent, long sig, long extra) {
        round(sign, exponent, sig, extra, 0);
    }

    private void round(int sign, int exponent, long sig, long extra, int unused) {
        if (exponent <= 0 || exponent >= Extended.EXPONENT) {
            roundExtreme(sign, exponent, sig, extra, unused);
            return;
        }
        long rest = rest(sig, extra, unused);
        long kept = sig & -1L << unused;
        // without branches: whether a result is exact or rounded up cannot be predicted
        long up;
        if (direction == NEAREST) {
            up = rest >>> 63 & isNonZero(rest << 1 | kept >>> unused & 1);
        } else {
            up = roundsUp(sign, kept >>> unused, rest) ? 1 : 0;
        }
        kept += up << unused;
        flags |= (int) (isNonZero(rest) << 5 | up << 9);
        if (kept >= 0) {
            kept = Extended.INTEGER_BIT;
            exponent++;
            if (exponent == Extended.EXPONENT) {
                overflow(sign, exponent, kept, unused, PE | C1);
                return;
            }
        }
        signExp = sign | exponent;
        significand = kept;
    }

    /** 1 for all values but zero. */
    private static long isNonZero(long v) {
        return (v | -v) >>> 63;
    }

    /** The discarded part as a fraction of the last kept place, left-justified, bit 0 sticky. */
    private static long rest(long sig, long extra, int unused) {
        return unused == 0 ? extra : sig << 64 - unused | (extra != 0 ? 1 : 0);
    }

    /**
     * The rounding decision (SDM vol. 1, 4.8.4).
     *
     * @param sign 0 for positive
     * @param kept bit 0 is the last kept place
     * @param rest the discarded fraction, left-justified
     */
    boolean roundsUp(int sign, long kept, long rest) {
        return switch (direction) {
            case NEAREST -> rest < 0 && (rest != Long.MIN_VALUE || (kept & 1) != 0);
            case DOWN -> sign != 0 && rest != 0;
            case UP -> sign == 0 && rest != 0;
            default -> false;
        };
    }

    /** Exponent outside of the normal range: overflow, or a tiny result before rounding. */
    private void roundExtreme(int sign, int exponent, long sig, long extra, int unused) {
        long rest = rest(sig, extra, unused);
        long kept = sig & -1L << unused;
        int inexact = rest != 0 ? PE : 0;
        int unbounded = exponent;
        if (roundsUp(sign, kept >>> unused, rest)) {
            inexact |= C1;
            kept += 1L << unused;
            if (kept == 0) {
                kept = Extended.INTEGER_BIT;
                unbounded++;
            }
        }
        if (exponent > 0) {
            overflow(sign, unbounded, kept, unused, inexact);
        } else if (unbounded > 0) {
            flags |= inexact;
            set(sign | unbounded, kept);
        } else if (!masks(UE)) {
            flags |= UE | inexact;
            adjusted(sign, unbounded + BIAS_ADJUST, kept);
        } else {
            denormalise(sign, exponent, sig, extra, unused);
        }
    }

    private void denormalise(int sign, int exponent, long sig, long extra, int unused) {
        int shift = 1 - exponent;
        long high = shift < 64 ? sig >>> shift : 0;
        long low;
        if (shift < 64) {
            low = sig << 64 - shift | (extra != 0 ? 1 : 0);
        } else if (shift == 64) {
            low = sig | (extra != 0 ? 1 : 0);
        } else {
            low = 1;
        }
        long rest = rest(high, low, unused);
        long kept = high & -1L << unused;
        if (rest != 0) {
            flags |= UE | PE;
            if (roundsUp(sign, kept >>> unused, rest)) {
                flags |= C1;
                kept += 1L << unused;
            }
        }
        set(sign | (kept < 0 ? 1 : 0), kept);
    }

    private void overflow(int sign, int exponent, long kept, int unused, int inexact) {
        flags |= OE;
        if (!masks(OE)) {
            flags |= inexact;
            adjusted(sign, exponent - BIAS_ADJUST, kept);
            return;
        }
        flags |= PE;
        if (direction == NEAREST || direction == (sign != 0 ? DOWN : UP)) {
            flags |= C1;
            set(sign | Extended.EXPONENT, Extended.INTEGER_BIT);
        } else {
            flags &= ~C1;
            set(sign | Extended.EXPONENT - 1, -1L << unused);
        }
    }

    /** The bias-adjusted result; FSCALE can leave even the adjusted range (SDM vol. 1, 8.5.4 and 8.5.5). */
    private void adjusted(int sign, int exponent, long kept) {
        if (exponent <= 0) {
            flags |= PE;
            set(sign, 0);
        } else if (exponent >= Extended.EXPONENT) {
            flags |= PE | C1;
            set(sign | Extended.EXPONENT, Extended.INTEGER_BIT);
        } else {
            set(sign | exponent, kept);
        }
    }
}
