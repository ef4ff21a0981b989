package org.domainfirmware.emulator.cpu.x87;

/** Loads and stores: FLD, FST, FILD, FIST, FBLD, FBSTP, FXCH, constants (SDM vol. 2A). */
final class TransferInstructions {

    private static final int STACK_OVERFLOW = Rounder.IE | Rounder.SF | Rounder.C1;
    private static final int STACK_UNDERFLOW = Rounder.IE | Rounder.SF;

    private final RegisterStack stack;
    private final Rounder out;
    private final FloatFormats floats;
    private final IntegerFormats integers;

    TransferInstructions(RegisterStack stack, Rounder out, FloatFormats floats) {
        this.stack = stack;
        this.out = out;
        this.floats = floats;
        integers = new IntegerFormats(out);
    }

    /** Pushes the result register. */
    private void push() {
        if (!stack.isEmpty(7)) {
            if (stack.raise(STACK_OVERFLOW)) {
                stack.decrementTop();
                stack.setIndefinite(0);
            }
        } else if (stack.raise()) {
            stack.decrementTop();
            stack.setResult(0);
        }
    }

    /** Pushes a converted number: of a denormal one even if DE is unmasked, as processors do. */
    private void pushConverted() {
        if (out.flags == Rounder.DE && stack.isEmpty(7)) {
            stack.raise();
            stack.decrementTop();
            stack.setResult(0);
        } else {
            push();
        }
    }

    void loadSingle(FpuMemory memory) {
        int bits = memory.read32(0);
        out.begin();
        floats.fromSingle(bits);
        pushConverted();
    }

    void loadDouble(FpuMemory memory) {
        long bits = memory.read64(0);
        out.begin();
        floats.fromDouble(bits);
        pushConverted();
    }

    /** FLD m80 takes any bits; no exception but the stack's. */
    void loadExtended(FpuMemory memory) {
        long significand = memory.read64(0);
        int signExp = memory.read16(8);
        out.begin();
        out.set(signExp, significand);
        push();
    }

    void loadInteger(long value) {
        out.begin();
        out.setInteger(value);
        push();
    }

    void loadDecimal(FpuMemory memory) {
        long low = memory.read64(0);
        int high = memory.read16(8);
        out.begin();
        integers.fromDecimal(low, high);
        push();
    }

    /** FLD ST(i). */
    void loadRegister(int i) {
        out.begin();
        if (stack.isEmpty(i)) {
            if (stack.raise(STACK_UNDERFLOW)) {
                stack.decrementTop();
                stack.setIndefinite(0);
            }
            return;
        }
        out.set(stack.signExp(i), stack.significand(i));
        push();
    }

    /** FLD1 to FLDZ: the seven constants, rounded in the current direction from 64 more bits. */
    void loadConstant(int number) {
        out.begin();
        Constants.load(number, out);
        push();
    }

    /** FST ST(i), FSTP ST(i). */
    void storeRegister(int i, boolean pop) {
        if (stack.isEmpty(0)) {
            if (stack.raise(STACK_UNDERFLOW)) {
                stack.setIndefinite(i);
                if (pop) {
                    stack.pop();
                }
            }
            return;
        }
        stack.clearC1();
        stack.set(i, stack.signExp(0), stack.significand(0));
        if (pop) {
            stack.pop();
        }
    }

    /** The undocumented D9 D8+i: FSTP without a stack fault; of an empty register only the pop is left. */
    void storeUnchecked(int i) {
        stack.clearC1();
        if (!stack.isEmpty(0)) {
            stack.set(i, stack.signExp(0), stack.significand(0));
        }
        stack.pop();
    }

    /** FXCH; empty registers count as holding the indefinite. */
    void exchange(int i) {
        if (stack.isEmpty(0) || stack.isEmpty(i)) {
            if (!stack.raise(STACK_UNDERFLOW)) {
                return;
            }
            if (stack.isEmpty(0)) {
                stack.setIndefinite(0);
            }
            if (stack.isEmpty(i)) {
                stack.setIndefinite(i);
            }
        } else {
            stack.clearC1();
        }
        stack.exchange(i);
    }

    void storeSingle(FpuMemory memory, boolean pop) {
        out.begin();
        int bits = 0xFFC0_0000;
        boolean fits = true;
        if (stack.isEmpty(0)) {
            out.flags = STACK_UNDERFLOW;
        } else {
            bits = floats.toSingle(stack.signExp(0), stack.significand(0));
            fits = floats.isStorable();
        }
        if (fits && !stack.suppressesResult(out.flags)) {
            memory.write32(0, bits);
            finishStore(pop);
        } else {
            stack.raise();
        }
    }

    void storeDouble(FpuMemory memory, boolean pop) {
        out.begin();
        long bits = 0xFFF8_0000_0000_0000L;
        boolean fits = true;
        if (stack.isEmpty(0)) {
            out.flags = STACK_UNDERFLOW;
        } else {
            bits = floats.toDouble(stack.signExp(0), stack.significand(0));
            fits = floats.isStorable();
        }
        if (fits && !stack.suppressesResult(out.flags)) {
            memory.write64(0, bits);
            finishStore(pop);
        } else {
            stack.raise();
        }
    }

    /** FSTP m80. */
    void storeExtended(FpuMemory memory) {
        out.begin();
        int signExp = stack.signExp(0);
        long significand = stack.significand(0);
        if (stack.isEmpty(0)) {
            out.flags = STACK_UNDERFLOW;
            signExp = Extended.INDEFINITE;
            significand = Extended.INDEFINITE_SIGNIFICAND;
        }
        if (stack.suppressesResult(out.flags)) {
            stack.raise();
            return;
        }
        memory.checkWrite(10);
        memory.write64(0, significand);
        memory.write16(8, signExp);
        finishStore(true);
    }

    /** @param bits 16, 32 or 64 */
    void storeInteger(FpuMemory memory, int bits, boolean pop) {
        out.begin();
        long value = -1L << bits - 1;
        if (stack.isEmpty(0)) {
            out.flags = STACK_UNDERFLOW;
        } else {
            value = integers.toInteger(stack.signExp(0), stack.significand(0), bits);
        }
        if (stack.suppressesResult(out.flags)) {
            stack.raise();
            return;
        }
        switch (bits) {
            case 16 -> memory.write16(0, (int) value);
            case 32 -> memory.write32(0, (int) value);
            default -> memory.write64(0, value);
        }
        finishStore(pop);
    }

    /** FBSTP. */
    void storeDecimal(FpuMemory memory) {
        out.begin();
        long low = 0xC000_0000_0000_0000L;
        int high = 0xFFFF;
        if (stack.isEmpty(0)) {
            out.flags = STACK_UNDERFLOW;
        } else {
            low = integers.toDecimalLow(stack.signExp(0), stack.significand(0));
            high = integers.decimalHigh();
        }
        if (stack.suppressesResult(out.flags)) {
            stack.raise();
            return;
        }
        memory.checkWrite(10);
        memory.write64(0, low);
        memory.write16(8, high);
        finishStore(true);
    }

    private void finishStore(boolean pop) {
        stack.raise();
        if (pop) {
            stack.pop();
        }
    }
}
