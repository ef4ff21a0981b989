package org.domainfirmware.emulator.cpu.x87;

/**
 * A mutable unsigned 128-bit fraction, (high:low) / 2^128, the working format of the transcendental functions: 64 bits
 * more than the result needs keep accumulated errors far below its last place.
 */
final class Fraction {

    long high;
    long low;

    void set(long newHigh, long newLow) {
        high = newHigh;
        low = newLow;
    }

    void set(Fraction other) {
        high = other.high;
        low = other.low;
    }

    /** The upper half of the unsigned product. */
    static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }

    /** this *= (h:l) / 2^128; at most three units of the last place too small. */
    void multiply(long h, long l) {
        long productHigh = multiplyHigh(high, h);
        long productLow = high * h;
        long cross1 = multiplyHigh(high, l);
        long cross2 = multiplyHigh(low, h);
        productLow += cross1;
        if (Long.compareUnsigned(productLow, cross1) < 0) {
            productHigh++;
        }
        productLow += cross2;
        if (Long.compareUnsigned(productLow, cross2) < 0) {
            productHigh++;
        }
        high = productHigh;
        low = productLow;
    }

    void multiply(Fraction other) {
        multiply(other.high, other.low);
    }

    /** this = (h:l) - this, modulo one. */
    void subtractFrom(long h, long l) {
        long borrow = Long.compareUnsigned(l, low) < 0 ? 1 : 0;
        high = h - high - borrow;
        low = l - low;
    }

    /** this += (h:l), modulo one; returns the carry. */
    boolean add(long h, long l) {
        long sumLow = low + l;
        long carry = Long.compareUnsigned(sumLow, l) < 0 ? 1 : 0;
        long sumHigh = high + h;
        boolean overflow = Long.compareUnsigned(sumHigh, h) < 0;
        sumHigh += carry;
        overflow |= carry != 0 && sumHigh == 0;
        high = sumHigh;
        low = sumLow;
        return overflow;
    }

    boolean isZero() {
        return (high | low) == 0;
    }

    void shiftRight(int count) {
        if (count >= 128) {
            high = 0;
            low = 0;
        } else if (count >= 64) {
            low = high >>> count - 64;
            high = 0;
        } else if (count > 0) {
            low = low >>> count | high << 64 - count;
            high >>>= count;
        }
    }

    /** Shifts the first one bit to the top; returns how far. Zero stays, with 128. */
    int normalise() {
        int shift = 0;
        if (high == 0) {
            high = low;
            low = 0;
            shift = 64;
            if (high == 0) {
                return 128;
            }
        }
        int zeros = Long.numberOfLeadingZeros(high);
        if (zeros != 0) {
            high = high << zeros | low >>> 64 - zeros;
            low <<= zeros;
        }
        return shift + zeros;
    }

    /**
     * Divides by a divisor with its top bit set, itself having its top bit set.
     *
     * @return 1 if the quotient had to be halved to stay below one, else 0
     */
    int divide(long dHigh, long dLow) {
        int halved = 0;
        int order = Long.compareUnsigned(high, dHigh);
        if (order > 0 || order == 0 && Long.compareUnsigned(low, dLow) >= 0) {
            shiftRight(1);
            halved = 1;
        }
        long upper = quotientDigit(dHigh, dLow);
        long lower = quotientDigit(dHigh, dLow);
        high = upper;
        low = lower;
        return halved;
    }

    /** One 64-bit digit of this / (dHigh:dLow); this becomes the remainder, shifted up by 64 bits. */
    private long quotientDigit(long dHigh, long dLow) {
        long q = high == dHigh ? -1L : Division.divide128(high, low, dHigh);
        long crossHigh = multiplyHigh(q, dLow);
        long product0 = q * dLow;
        long middle = q * dHigh;
        long product1 = middle + crossHigh;
        long product2 = multiplyHigh(q, dHigh) + (Long.compareUnsigned(product1, middle) < 0 ? 1 : 0);
        long r0 = -product0;
        long borrow = product0 != 0 ? 1 : 0;
        long r1 = low - product1 - borrow;
        long borrow1 = Long.compareUnsigned(low, product1) < 0 || low == product1 && borrow != 0 ? 1 : 0;
        long r2 = high - product2 - borrow1;
        while (r2 < 0) {
            q--;
            long sum0 = r0 + dLow;
            long carry = Long.compareUnsigned(sum0, dLow) < 0 ? 1 : 0;
            long sum1 = r1 + dHigh;
            long carry1 = Long.compareUnsigned(sum1, dHigh) < 0 ? 1 : 0;
            sum1 += carry;
            if (carry != 0 && sum1 == 0) {
                carry1 = 1;
            }
            r0 = sum0;
            r1 = sum1;
            r2 += carry1;
        }
        high = r1;
        low = r0;
        return q;
    }

    /**
     * this = c[0] - x * (c[1] - x * (c[2] - ...)), or with plus signs.
     *
     * @param coefficients pairs (high, low); partial sums stay between 0 and 1
     */
    void polynomial(long[] coefficients, Fraction x, boolean alternating) {
        int i = coefficients.length - 2;
        set(coefficients[i], coefficients[i + 1]);
        while ((i -= 2) >= 0) {
            multiply(x.high, x.low);
            if (alternating) {
                subtractFrom(coefficients[i], coefficients[i + 1]);
            } else {
                add(coefficients[i], coefficients[i + 1]);
            }
        }
    }
}
