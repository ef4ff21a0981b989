package org.domainfirmware.emulator.cpu.x87;

/** The zeros, infinities and out-of-range operands of FPATAN, FYL2X, FYL2XP1 and F2XM1 (tables in SDM vol. 2A). */
final class SpecialFunctions {

    private final Rounder out;
    private final OperandRules rules;
    private final Arctangent arctangent;
    private final Logarithm logarithm;
    private final Exponential exponential;

    SpecialFunctions(Rounder out, OperandRules rules) {
        this.out = out;
        this.rules = rules;
        arctangent = new Arctangent(out);
        logarithm = new Logarithm(out);
        exponential = new Exponential(out);
    }

    /** Result = the angle of (x, y). */
    void arctangent(int ySe, long ySig, int xSe, long xSig) {
        if (rules.settlesBinary(ySe, ySig, xSe, xSig)) {
            return;
        }
        rules.noteDenormal(ySe, ySig);
        rules.noteDenormal(xSe, xSig);
        int sign = ySe & Extended.SIGN;
        boolean left = (xSe & Extended.SIGN) != 0;
        boolean xInfinite = Extended.isInfinite(xSe, xSig);
        if (Extended.isInfinite(ySe, ySig)) {
            arctangent.eighths(sign, !xInfinite ? 2 : left ? 3 : 1);
        } else if (ySig == 0 || xInfinite) {
            if (left) {
                arctangent.eighths(sign, 4);
            } else {
                out.set(sign, 0);
            }
        } else if (xSig == 0) {
            arctangent.eighths(sign, 2);
        } else {
            arctangent.angle(ySe, ySig, xSe, xSig);
        }
    }

    /** Result = y * log2 x. */
    void logarithm(int ySe, long ySig, int xSe, long xSig) {
        if (rules.settlesBinary(ySe, ySig, xSe, xSig)) {
            return;
        }
        boolean xZero = Extended.isZero(xSe, xSig);
        boolean yZero = Extended.isZero(ySe, ySig);
        boolean yInfinite = Extended.isInfinite(ySe, ySig);
        if (xZero) {
            logarithmOfZero(ySe, ySig, yZero, yInfinite);
            return;
        }
        boolean one = xSe == Extended.BIAS && xSig == Extended.INTEGER_BIT;
        boolean xInfinite = Extended.isInfinite(xSe, xSig);
        if ((xSe & Extended.SIGN) != 0 || one && yInfinite || xInfinite && yZero) {
            out.invalid();
            return;
        }
        rules.noteDenormal(ySe, ySig);
        rules.noteDenormal(xSe, xSig);
        int sign = ySe & Extended.SIGN;
        int sideSign = xSe < Extended.BIAS ? Extended.SIGN : 0;
        if (xInfinite || yInfinite) {
            out.set(sign ^ sideSign | Extended.EXPONENT, Extended.INTEGER_BIT);
        } else if (one || yZero) {
            out.set(sign ^ sideSign, 0);
        } else {
            logarithm.logarithm(ySe, ySig, xSe, xSig);
        }
    }

    private void logarithmOfZero(int ySe, long ySig, boolean yZero, boolean yInfinite) {
        if (yZero) {
            out.invalid();
            return;
        }
        if (!yInfinite) {
            out.flags |= Rounder.ZE;
        }
        out.set(~ySe & Extended.SIGN | Extended.EXPONENT, Extended.INTEGER_BIT);
    }

    /** Result = y * log2(1 + x). */
    void logarithmPlusOne(int ySe, long ySig, int xSe, long xSig) {
        if (rules.settlesBinary(ySe, ySig, xSe, xSig)) {
            return;
        }
        boolean xInfinite = Extended.isInfinite(xSe, xSig);
        boolean yInfinite = Extended.isInfinite(ySe, ySig);
        boolean negative = (xSe & Extended.SIGN) != 0;
        if (xInfinite && (negative || ySig == 0) || yInfinite && Extended.isZero(xSe, xSig)) {
            out.invalid();
            return;
        }
        rules.noteDenormal(ySe, ySig);
        rules.noteDenormal(xSe, xSig);
        int sign = (ySe ^ xSe) & Extended.SIGN;
        if (xInfinite || yInfinite) {
            out.set(sign | Extended.EXPONENT, Extended.INTEGER_BIT);
        } else if (xSig == 0 || ySig == 0) {
            out.set(sign, 0);
        } else if (negative && (xSe & Extended.EXPONENT) >= Extended.BIAS) {
            // below the documented range processors hand back x
            out.flags |= Rounder.PE;
            out.set(xSe, xSig);
        } else {
            logarithm.logarithmPlusOne(ySe, ySig, xSe, xSig);
        }
    }

    /** Result = 2^x - 1. */
    void powerMinusOne(int xSe, long xSig) {
        if (rules.settlesUnary(xSe, xSig)) {
            return;
        }
        rules.noteDenormal(xSe, xSig);
        boolean negative = (xSe & Extended.SIGN) != 0;
        if (xSig == 0) {
            out.set(xSe, 0);
        } else if (Extended.isInfinite(xSe, xSig)) {
            out.set(negative ? Extended.SIGN | Extended.BIAS : xSe, Extended.INTEGER_BIT);
        } else if ((xSe & Extended.EXPONENT) < Extended.BIAS) {
            exponential.powerMinusOne(xSe, xSig);
        } else if ((xSe & Extended.EXPONENT) == Extended.BIAS && xSig == Extended.INTEGER_BIT) {
            out.set(negative ? Extended.SIGN | Extended.BIAS - 1 : Extended.BIAS, Extended.INTEGER_BIT);
        } else {
            // outside of the documented range the operand stays
            out.set(xSe, xSig);
        }
    }
}
