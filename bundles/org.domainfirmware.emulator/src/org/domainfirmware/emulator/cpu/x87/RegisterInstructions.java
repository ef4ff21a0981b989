package org.domainfirmware.emulator.cpu.x87;

/** The encodings without a memory operand (SDM vol. 2D, appendix A.5), undocumented aliases of the 387 included. */
final class RegisterInstructions {

    private final RegisterStack stack;
    private final ArithmeticInstructions arithmetic;
    private final CompareInstructions compare;
    private final TransferInstructions transfer;
    private final ControlInstructions control;
    private final UnaryInstructions unary;
    private final TranscendentalInstructions transcendental;
    private final FpuHost host;

    RegisterInstructions(RegisterStack stack, Rounder out, OperandRules rules, ArithmeticInstructions arithmetic,
            CompareInstructions compare, TransferInstructions transfer, ControlInstructions control, FpuHost host) {
        this.stack = stack;
        this.arithmetic = arithmetic;
        this.compare = compare;
        this.transfer = transfer;
        this.control = control;
        this.host = host;
        unary = new UnaryInstructions(stack, out, rules);
        transcendental = new TranscendentalInstructions(stack, out, rules);
    }

    /**
     * @param escape low three bits of the opcode
     * @param operation reg field of ModRM
     * @param i r/m field of ModRM
     */
    void execute(int escape, int operation, int i) {
        switch (escape) {
            case 0 -> arithmetic.intoTop(operation, i);
            case 1 -> escapeD9(operation, i);
            case 2 -> escapeDa(operation, i);
            case 3 -> escapeDb(operation, i);
            case 4 -> escapeDc(operation, i);
            case 5 -> escapeDd(operation, i);
            case 6 -> escapeDe(operation, i);
            default -> escapeDf(operation, i);
        }
    }

    private void escapeD9(int operation, int i) {
        switch (operation) {
            case 0 -> transfer.loadRegister(i);
            case 1 -> transfer.exchange(i);
            case 2 -> noOperation(i);
            case 3 -> transfer.storeUnchecked(i);
            case 4 -> signAndTest(i);
            case 5 -> constant(i);
            case 6 -> lowerFunctions(i);
            default -> upperFunctions(i);
        }
    }

    /** FNOP does not even clear C1. */
    private static void noOperation(int i) {
        if (i != 0) {
            throw undefined(0xD9, 2, i);
        }
    }

    private void constant(int i) {
        if (i == 7) {
            throw undefined(0xD9, 5, i);
        }
        transfer.loadConstant(i);
    }

    private void signAndTest(int i) {
        switch (i) {
            case 0 -> unary.changeSign();
            case 1 -> unary.absolute();
            case 4 -> compare.withZero();
            case 5 -> compare.examine();
            default -> throw undefined(0xD9, 4, i);
        }
    }

    private void lowerFunctions(int i) {
        switch (i) {
            case 0 -> transcendental.powerMinusOne();
            case 1 -> transcendental.logarithm();
            case 2 -> transcendental.tangent();
            case 3 -> transcendental.arctangent();
            case 4 -> unary.extract();
            case 5 -> unary.remainder(true);
            case 6 -> rotate(-1);
            default -> rotate(1);
        }
    }

    /** FDECSTP, FINCSTP. */
    private void rotate(int step) {
        stack.clearC1();
        if (step < 0) {
            stack.decrementTop();
        } else {
            stack.incrementTop();
        }
    }

    private void upperFunctions(int i) {
        switch (i) {
            case 0 -> unary.remainder(false);
            case 1 -> transcendental.logarithmPlusOne();
            case 2 -> unary.root();
            case 3 -> transcendental.sineCosine();
            case 4 -> unary.roundToInteger();
            case 5 -> unary.scale();
            case 6 -> transcendental.sine();
            default -> transcendental.cosine();
        }
    }

    private void escapeDa(int operation, int i) {
        if (operation < 4) {
            compare.conditionalMove(operation, i);
        } else if (operation == 5 && i == 1) {
            compare.withRegister(1, true, 2);
        } else {
            throw undefined(0xDA, operation, i);
        }
    }

    private void escapeDb(int operation, int i) {
        switch (operation) {
            case 0, 1, 2, 3 -> compare.conditionalMove(operation + 4, i);
            case 4 -> administrative(i);
            case 5 -> compare.intoFlags(i, true, false);
            case 6 -> compare.intoFlags(i, false, false);
            default -> throw undefined(0xDB, operation, i);
        }
    }

    /** FNCLEX, FNINIT; FENI, FDISI and FSETPM of the 8087 and 287 do nothing since the 387. */
    private void administrative(int i) {
        switch (i) {
            case 2 -> stack.clearExceptions();
            case 3 -> control.initialise();
            case 0, 1, 4 -> {
            }
            default -> throw undefined(0xDB, 4, i);
        }
    }

    private void escapeDc(int operation, int i) {
        if (operation == 2 || operation == 3) {
            arithmetic.intoTop(operation, i);
        } else {
            arithmetic.intoRegister(operation, i, false);
        }
    }

    private void escapeDd(int operation, int i) {
        switch (operation) {
            case 0 -> {
                stack.clearC1();
                stack.free(i);
            }
            case 1 -> transfer.exchange(i);
            case 2 -> transfer.storeRegister(i, false);
            case 3 -> transfer.storeRegister(i, true);
            case 4 -> compare.withRegister(i, true, 0);
            case 5 -> compare.withRegister(i, true, 1);
            default -> throw undefined(0xDD, operation, i);
        }
    }

    private void escapeDe(int operation, int i) {
        if (operation == 2) {
            arithmetic.intoTop(3, i);
        } else if (operation != 3) {
            arithmetic.intoRegister(operation, i, true);
        } else if (i == 1) {
            compare.withRegister(1, false, 2);
        } else {
            throw undefined(0xDE, operation, i);
        }
    }

    private void escapeDf(int operation, int i) {
        switch (operation) {
            case 0 -> {
                stack.clearC1();
                stack.free(i);
                stack.pop();
            }
            case 1 -> transfer.exchange(i);
            case 2, 3 -> transfer.storeRegister(i, true);
            case 4 -> storeStatus(i);
            case 5 -> compare.intoFlags(i, true, true);
            case 6 -> compare.intoFlags(i, false, true);
            default -> throw undefined(0xDF, operation, i);
        }
    }

    private void storeStatus(int i) {
        if (i != 0) {
            throw undefined(0xDF, 4, i);
        }
        host.setAx(stack.status());
    }

    private static IllegalArgumentException undefined(int opcode, int operation, int i) {
        return new IllegalArgumentException(String.format("x87 encoding %02X %02X is undefined: ask Fpu.isDefined first",
                opcode, 0xC0 | operation << 3 | i));
    }
}
