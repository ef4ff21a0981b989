package org.domainfirmware.emulator.cpu.x87;

/** FCOM, FUCOM, FICOM, FTST, FXAM, FCOMI, FUCOMI and FCMOVcc (SDM vol. 2A). */
final class CompareInstructions {

    private static final int C0 = Comparison.C0;
    private static final int C2 = Comparison.C2;
    private static final int C3 = Comparison.C3;

    private final RegisterStack stack;
    private final Rounder out;
    private final Comparison comparison;
    private final FpuHost host;

    CompareInstructions(RegisterStack stack, Rounder out, OperandRules rules, FpuHost host) {
        this.stack = stack;
        this.out = out;
        this.host = host;
        comparison = new Comparison(out, rules);
    }

    /** Compares ST(0) with ST(i), then pops 0 to 2 registers. */
    void withRegister(int i, boolean quiet, int pops) {
        int conditions = compareRegisters(i, quiet);
        if (stack.raise()) {
            finish(conditions, pops);
        } else {
            stack.setConditions(C0 | C2 | C3, conditions);
        }
    }

    /** Compares ST(0) with the converted memory operand. */
    void withOperand(FloatFormats formats, boolean pop) {
        int conditions;
        out.begin();
        if (stack.isEmpty(0)) {
            out.flags = Rounder.IE | Rounder.SF;
            conditions = Comparison.UNORDERED;
        } else {
            conditions = comparison.compare(stack.signExp(0), stack.significand(0),
                    formats.operandSignExp(), formats.operandSignificand(), false);
            if (formats.isOperandDenormal() && conditions != Comparison.UNORDERED) {
                out.flags |= Rounder.DE;
            }
        }
        if (stack.raise()) {
            finish(conditions, pop ? 1 : 0);
        } else {
            stack.setConditions(C0 | C2 | C3, conditions);
        }
    }

    /** FTST: ST(0) with +0. */
    void withZero() {
        int conditions;
        out.begin();
        if (stack.isEmpty(0)) {
            out.flags = Rounder.IE | Rounder.SF;
            conditions = Comparison.UNORDERED;
        } else {
            conditions = comparison.compare(stack.signExp(0), stack.significand(0), 0, 0, false);
        }
        stack.raise();
        stack.setConditions(C0 | C2 | C3, conditions);
    }

    private void finish(int conditions, int pops) {
        stack.setConditions(conditions);
        for (int n = 0; n < pops; n++) {
            stack.pop();
        }
    }

    private int compareRegisters(int i, boolean quiet) {
        out.begin();
        if (stack.isEmpty(0) || stack.isEmpty(i)) {
            out.flags = Rounder.IE | Rounder.SF;
            return Comparison.UNORDERED;
        }
        return comparison.compare(stack.signExp(0), stack.significand(0), stack.signExp(i), stack.significand(i), quiet);
    }

    /** FCOMI and its kin: the answer goes to EFLAGS, the condition code keeps C0, C2 and C3. */
    void intoFlags(int i, boolean quiet, boolean pop) {
        int conditions = compareRegisters(i, quiet);
        boolean proceeds = raiseKeepingC1();
        int flags = 0;
        if ((conditions & C0) != 0) {
            flags |= FpuHost.CF;
        }
        if ((conditions & C2) != 0) {
            flags |= FpuHost.PF;
        }
        if ((conditions & C3) != 0) {
            flags |= FpuHost.ZF;
        }
        host.setConditionFlags(flags);
        if (proceeds && pop) {
            stack.pop();
        }
    }

    /** Only a stack fault clears C1 here. */
    private boolean raiseKeepingC1() {
        int c1 = (out.flags & Rounder.SF) != 0 ? 0 : stack.status() & Rounder.C1;
        boolean proceeds = stack.raise();
        stack.setConditions(Rounder.C1, c1);
        return proceeds;
    }

    /**
     * FCMOVcc: ST(0) = ST(i) if the condition holds.
     *
     * @param condition 0 below, 1 equal, 2 below or equal, 3 unordered; plus 4 for the negation
     */
    void conditionalMove(int condition, int i) {
        if (stack.isEmpty(0) || stack.isEmpty(i)) {
            if (stack.raise(Rounder.IE | Rounder.SF)) {
                stack.setIndefinite(0);
            }
            return;
        }
        int mask = switch (condition & 3) {
            case 0 -> FpuHost.CF;
            case 1 -> FpuHost.ZF;
            case 2 -> FpuHost.CF | FpuHost.ZF;
            default -> FpuHost.PF;
        };
        boolean holds = (host.conditionFlags() & mask) != 0;
        if (holds == (condition < 4)) {
            stack.set(0, stack.signExp(i), stack.significand(i));
        }
    }

    /** FXAM: class of ST(0) in C3, C2, C0; its sign in C1, of an empty register too. */
    void examine() {
        int signExp = stack.signExp(0);
        long significand = stack.significand(0);
        int kind;
        if (stack.isEmpty(0)) {
            kind = C3 | C0;
        } else if (Extended.isUnsupported(signExp, significand)) {
            kind = 0;
        } else if (Extended.isNaN(signExp, significand)) {
            kind = C0;
        } else if (Extended.isInfinite(signExp, significand)) {
            kind = C2 | C0;
        } else if (significand == 0) {
            kind = C3;
        } else if (Extended.isDenormal(signExp, significand)) {
            kind = C3 | C2;
        } else {
            kind = C2;
        }
        stack.setConditions(kind | ((signExp & Extended.SIGN) != 0 ? Rounder.C1 : 0));
    }
}
