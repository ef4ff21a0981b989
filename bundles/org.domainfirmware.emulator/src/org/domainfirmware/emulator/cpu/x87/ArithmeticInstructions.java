package org.domainfirmware.emulator.cpu.x87;

/** The eight basic operations of D8, DA, DC and DE with register and memory operands (SDM vol. 2A). */
final class ArithmeticInstructions {

    /** Operation numbers: the reg field of ModRM. */
    private static final int ADD = 0;
    private static final int MULTIPLY = 1;
    private static final int COMPARE = 2;
    private static final int COMPARE_POP = 3;
    private static final int SUBTRACT = 4;
    private static final int SUBTRACT_REVERSED = 5;
    private static final int DIVIDE = 6;

    private final RegisterStack stack;
    private final Rounder out;
    private final CompareInstructions compare;
    private final FloatFormats formats;
    private final Addition addition;
    private final Multiplication multiplication;
    private final Division division;

    ArithmeticInstructions(RegisterStack stack, Rounder out, OperandRules rules, FloatFormats formats,
            CompareInstructions compare) {
        this.stack = stack;
        this.out = out;
        this.formats = formats;
        this.compare = compare;
        addition = new Addition(out, rules);
        multiplication = new Multiplication(out, rules);
        division = new Division(out, rules);
    }

    /** D8 C0+i: ST(0) = ST(0) op ST(i), comparisons included. */
    void intoTop(int operation, int i) {
        if (operation == COMPARE || operation == COMPARE_POP) {
            compare.withRegister(i, false, operation - COMPARE);
        } else {
            registers(operation, i, 0, false);
        }
    }

    /** DC and DE C0+i: ST(i) = ST(0) op ST(i), then perhaps a pop. */
    void intoRegister(int operation, int i, boolean pop) {
        registers(operation, i, i, pop);
    }

    private void registers(int operation, int i, int destination, boolean pop) {
        if (stack.isEmpty(0) || stack.isEmpty(i)) {
            underflow(destination, pop);
            return;
        }
        out.begin();
        compute(operation, stack.signExp(0), stack.significand(0), stack.signExp(i), stack.significand(i));
        if (stack.raise()) {
            stack.setResult(destination);
            if (pop) {
                stack.pop();
            }
        }
    }

    private void underflow(int destination, boolean pop) {
        if (stack.raise(Rounder.IE | Rounder.SF)) {
            stack.setIndefinite(destination);
            if (pop) {
                stack.pop();
            }
        }
    }

    /** D8 with memory. */
    void single(int operation, int bits) {
        formats.operandFromSingle(bits);
        withOperand(operation);
    }

    /** DC with memory. */
    void doublePrecision(int operation, long bits) {
        formats.operandFromDouble(bits);
        withOperand(operation);
    }

    /** DA and DE with memory. */
    void integer(int operation, int value) {
        formats.operandFromInteger(value);
        withOperand(operation);
    }

    private void withOperand(int operation) {
        if (operation == COMPARE || operation == COMPARE_POP) {
            compare.withOperand(formats, operation == COMPARE_POP);
            return;
        }
        if (stack.isEmpty(0)) {
            underflow(0, false);
            return;
        }
        int topSe = stack.signExp(0);
        long topSig = stack.significand(0);
        out.begin();
        compute(operation, topSe, topSig, formats.operandSignExp(), formats.operandSignificand());
        if (formats.isOperandDenormal() && (out.flags & (Rounder.IE | Rounder.ZE)) == 0
                && !Extended.isNaN(topSe, topSig)) {
            out.flags |= Rounder.DE;
        }
        if (stack.raise()) {
            stack.setResult(0);
        }
    }

    private void compute(int operation, int aSe, long aSig, int bSe, long bSig) {
        switch (operation) {
            case ADD -> addition.add(aSe, aSig, bSe, bSig);
            case MULTIPLY -> multiplication.multiply(aSe, aSig, bSe, bSig);
            case SUBTRACT -> addition.subtract(aSe, aSig, bSe, bSig);
            case SUBTRACT_REVERSED -> addition.subtract(bSe, bSig, aSe, aSig);
            case DIVIDE -> division.divide(aSe, aSig, bSe, bSig);
            default -> division.divide(bSe, bSig, aSe, aSig);
        }
    }
}
