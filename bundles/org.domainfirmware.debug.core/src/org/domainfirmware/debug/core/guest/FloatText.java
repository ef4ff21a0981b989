package org.domainfirmware.debug.core.guest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.domainfirmware.emulator.debug.X87View.Register80;

/** An x87 register as a decimal number. Source: SDM volume 1, 4.2.2. */
final class FloatText {
    private static final int BIAS = 16383;
    private static final int SPECIAL = 0x7FFF;
    private static final int FRACTION_BITS = 63;
    private static final MathContext DIGITS = new MathContext(20);

    private FloatText() {
    }

    static String of(Register80 r) {
        boolean negative = (r.signExponent() & 0x8000) != 0;
        int exponent = r.signExponent() & SPECIAL;
        String sign = negative ? "-" : "";
        if (exponent == SPECIAL) {
            return r.significand() << 1 == 0 ? sign + "infinity" : "NaN";
        }
        if (r.significand() == 0) {
            return sign + "0";
        }
        BigDecimal value = new BigDecimal(new BigInteger(Long.toUnsignedString(r.significand())));
        int power = Math.max(exponent, 1) - BIAS - FRACTION_BITS;
        BigDecimal factor = BigDecimal.valueOf(2).pow(Math.abs(power), DIGITS);
        value = power >= 0 ? value.multiply(factor, DIGITS) : value.divide(factor, DIGITS);
        return sign + value.round(new MathContext(18)).stripTrailingZeros();
    }
}
