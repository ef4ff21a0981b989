package org.domainfirmware.emulator.cpu.x87;

/**
 * FSIN, FCOS, FSINCOS, FPTAN, FPATAN, F2XM1, FYL2X and FYL2XP1 (SDM vol. 1, 8.3.6 to 8.3.11; vol. 2A): stack rules and
 * special operands; the functions themselves are in {@link Trigonometry}, {@link Arctangent}, {@link Logarithm} and
 * {@link Exponential}. Results are rounded to 64 bits whatever the precision control.
 */
final class TranscendentalInstructions {

    private static final int STACK_UNDERFLOW = Rounder.IE | Rounder.SF;
    /** 2^63 and above: C2 is set and nothing is done. */
    private static final int TOO_LARGE = Extended.BIAS + 63;

    private final RegisterStack stack;
    private final Rounder out;
    private final OperandRules rules;
    private final Trigonometry trigonometry;
    private final SpecialFunctions functions;

    TranscendentalInstructions(RegisterStack stack, Rounder out, OperandRules rules) {
        this.stack = stack;
        this.out = out;
        this.rules = rules;
        trigonometry = new Trigonometry(out);
        functions = new SpecialFunctions(out, rules);
    }

    private boolean underflows() {
        if (!stack.isEmpty(0)) {
            out.begin();
            return false;
        }
        if (stack.raise(STACK_UNDERFLOW)) {
            stack.setIndefinite(0);
        }
        return true;
    }

    private void deliver() {
        if (stack.raise()) {
            stack.setResult(0);
        }
    }

    /** F2XM1. */
    void powerMinusOne() {
        if (!underflows()) {
            functions.powerMinusOne(stack.signExp(0), stack.significand(0));
            deliver();
        }
    }

    /** FSIN. */
    void sine() {
        if (isPrepared()) {
            if (stack.significand(0) == 0) {
                out.set(stack.signExp(0), 0);
            } else {
                trigonometry.sine();
            }
            deliver();
        }
    }

    /** FCOS. */
    void cosine() {
        if (isPrepared()) {
            if (stack.significand(0) == 0) {
                out.set(Extended.BIAS, Extended.INTEGER_BIT);
            } else {
                trigonometry.cosine();
            }
            deliver();
        }
    }

    /**
     * Checks ST(0) of a one-result trigonometric instruction and reduces it.
     *
     * @return false if the instruction is finished: stack fault, NaN, infinity, too large
     */
    private boolean isPrepared() {
        if (underflows()) {
            stack.setConditions(Comparison.C2, 0);
            return false;
        }
        if (isSettled()) {
            deliver();
            return false;
        }
        if (isTooLarge()) {
            return false;
        }
        reduce();
        return true;
    }

    private boolean isSettled() {
        stack.setConditions(Comparison.C2, 0);
        int signExp = stack.signExp(0);
        long significand = stack.significand(0);
        if (rules.settlesUnary(signExp, significand)) {
            return true;
        }
        if (Extended.isInfinite(signExp, significand)) {
            out.invalid();
            return true;
        }
        return false;
    }

    private boolean isTooLarge() {
        if ((stack.signExp(0) & Extended.EXPONENT) < TOO_LARGE) {
            return false;
        }
        stack.setConditions(Comparison.C2 | Rounder.C1, Comparison.C2);
        return true;
    }

    private void reduce() {
        rules.noteDenormal(stack.signExp(0), stack.significand(0));
        if (stack.significand(0) != 0) {
            trigonometry.reduce(stack.signExp(0), stack.significand(0));
        }
    }

    /** FSINCOS: sine in place, cosine pushed. */
    void sineCosine() {
        if (!isPairPrepared()) {
            return;
        }
        if (stack.significand(0) == 0) {
            deliverPair(stack.signExp(0), 0, Extended.BIAS, Extended.INTEGER_BIT);
            return;
        }
        trigonometry.sine();
        int sineSe = out.signExp;
        long sineSig = out.significand;
        trigonometry.cosine();
        deliverPair(sineSe, sineSig, out.signExp, out.significand);
    }

    /** FPTAN: tangent in place, 1.0 pushed. */
    void tangent() {
        if (!isPairPrepared()) {
            return;
        }
        if (stack.significand(0) == 0) {
            out.set(stack.signExp(0), 0);
        } else {
            trigonometry.tangent();
        }
        deliverPair(out.signExp, out.significand, Extended.BIAS, Extended.INTEGER_BIT);
    }

    private boolean isPairPrepared() {
        boolean empty = stack.isEmpty(0);
        if (empty || !stack.isEmpty(7)) {
            stack.setConditions(Comparison.C2, 0);
            if (stack.raise(empty ? STACK_UNDERFLOW : STACK_UNDERFLOW | Rounder.C1)) {
                stack.setIndefinite(0);
                stack.decrementTop();
                stack.setIndefinite(0);
            }
            return false;
        }
        out.begin();
        if (isSettled()) {
            deliverPair(out.signExp, out.significand, out.signExp, out.significand);
            return false;
        }
        if (isTooLarge()) {
            return false;
        }
        reduce();
        return true;
    }

    private void deliverPair(int lowerSe, long lowerSig, int topSe, long topSig) {
        if (stack.raise()) {
            stack.set(0, lowerSe, lowerSig);
            stack.decrementTop();
            stack.set(0, topSe, topSig);
        }
    }

    /** True if ST(0) or ST(1) is empty, and then answered. */
    private boolean binaryUnderflows() {
        if (!stack.isEmpty(0) && !stack.isEmpty(1)) {
            out.begin();
            return false;
        }
        if (stack.raise(STACK_UNDERFLOW)) {
            stack.setIndefinite(1);
            stack.pop();
        }
        return true;
    }

    private void deliverAndPop() {
        if (stack.raise()) {
            stack.setResult(1);
            stack.pop();
        }
    }

    /** FPATAN: angle of the point (ST(0), ST(1)). */
    void arctangent() {
        if (!binaryUnderflows()) {
            functions.arctangent(stack.signExp(1), stack.significand(1), stack.signExp(0), stack.significand(0));
            deliverAndPop();
        }
    }

    /** FYL2X: ST(1) * log2 ST(0). */
    void logarithm() {
        if (!binaryUnderflows()) {
            functions.logarithm(stack.signExp(1), stack.significand(1), stack.signExp(0), stack.significand(0));
            deliverAndPop();
        }
    }

    /** FYL2XP1: ST(1) * log2(ST(0) + 1). */
    void logarithmPlusOne() {
        if (!binaryUnderflows()) {
            functions.logarithmPlusOne(stack.signExp(1), stack.significand(1), stack.signExp(0), stack.significand(0));
            deliverAndPop();
        }
    }
}
