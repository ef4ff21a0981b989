package org.domainfirmware.emulator.cpu.x87;

/** FCHS, FABS, FSQRT, FRNDINT, FSCALE, FXTRACT, FPREM and FPREM1 (SDM vol. 2A). */
final class UnaryInstructions {

    private static final int STACK_UNDERFLOW = Rounder.IE | Rounder.SF;
    private static final int QUOTIENT_BITS = 0x4700;

    private final RegisterStack stack;
    private final Rounder out;
    private final Scaling scaling;
    private final SquareRoot squareRoot;
    private final Remainder remainder;

    UnaryInstructions(RegisterStack stack, Rounder out, OperandRules rules) {
        this.stack = stack;
        this.out = out;
        scaling = new Scaling(out, rules);
        squareRoot = new SquareRoot(out, rules);
        remainder = new Remainder(out, rules);
    }

    /** True if ST(0) is empty, and then answered with a stack fault. */
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

    void changeSign() {
        if (!underflows()) {
            stack.clearC1();
            stack.set(0, stack.signExp(0) ^ Extended.SIGN, stack.significand(0));
        }
    }

    void absolute() {
        if (!underflows()) {
            stack.clearC1();
            stack.set(0, stack.signExp(0) & Extended.EXPONENT, stack.significand(0));
        }
    }

    void root() {
        if (!underflows()) {
            squareRoot.squareRoot(stack.signExp(0), stack.significand(0));
            deliver();
        }
    }

    void roundToInteger() {
        if (!underflows()) {
            scaling.roundToInteger(stack.signExp(0), stack.significand(0));
            deliver();
        }
    }

    /** FSCALE: ST(0) times two to the power of ST(1). */
    void scale() {
        if (binaryUnderflows()) {
            return;
        }
        out.begin();
        scaling.scale(stack.signExp(0), stack.significand(0), stack.signExp(1), stack.significand(1));
        deliver();
    }

    private boolean binaryUnderflows() {
        if (!stack.isEmpty(0) && !stack.isEmpty(1)) {
            return false;
        }
        if (stack.raise(STACK_UNDERFLOW)) {
            stack.setIndefinite(0);
        }
        return true;
    }

    /** FPREM, FPREM1: quotient bits 2, 1, 0 go to C0, C3, C1. */
    void remainder(boolean nearest) {
        if (binaryUnderflows()) {
            stack.setConditions(Comparison.C2, 0);
            return;
        }
        out.begin();
        remainder.remainder(stack.signExp(0), stack.significand(0), stack.signExp(1), stack.significand(1), nearest);
        boolean proceeds = stack.raise();
        if (proceeds) {
            stack.setResult(0);
        }
        if (!proceeds || remainder.isSettled()) {
            stack.setConditions(Comparison.C2 | Rounder.C1, 0);
            return;
        }
        int q = remainder.quotient();
        int conditions = (q & 4) << 6 | (q & 2) << 13 | (q & 1) << 9;
        if (remainder.isPartial()) {
            conditions |= Comparison.C2;
        }
        stack.setConditions(QUOTIENT_BITS, conditions);
    }

    /** FXTRACT: exponent to ST(1), significand to ST(0) after a push. */
    void extract() {
        if (stack.isEmpty(0) || !stack.isEmpty(7)) {
            int fault = stack.isEmpty(0) ? STACK_UNDERFLOW : STACK_UNDERFLOW | Rounder.C1;
            if (stack.raise(fault)) {
                stack.setIndefinite(0);
                stack.decrementTop();
                stack.setIndefinite(0);
            }
            return;
        }
        out.begin();
        int signExp = stack.signExp(0);
        long significand = stack.significand(0);
        boolean number = scaling.exponent(signExp, significand);
        if (!stack.raise()) {
            return;
        }
        stack.setResult(0);
        if (number) {
            scaling.significand(signExp, significand);
        }
        stack.decrementTop();
        stack.setResult(0);
    }
}
