package org.domainfirmware.emulator.cpu.x87;

/** The encodings with a memory operand (SDM vol. 2D, appendix A.5). */
final class MemoryInstructions {

    private final RegisterStack stack;
    private final ArithmeticInstructions arithmetic;
    private final TransferInstructions transfer;
    private final ControlInstructions control;

    MemoryInstructions(RegisterStack stack, ArithmeticInstructions arithmetic, TransferInstructions transfer,
            ControlInstructions control) {
        this.stack = stack;
        this.arithmetic = arithmetic;
        this.transfer = transfer;
        this.control = control;
    }

    /**
     * @param escape low three bits of the opcode
     * @param operation reg field of ModRM
     */
    void execute(int escape, int operation, FpuMemory memory) {
        switch (escape) {
            case 0 -> arithmetic.single(operation, memory.read32(0));
            case 1 -> escapeD9(operation, memory);
            case 2 -> arithmetic.integer(operation, memory.read32(0));
            case 3 -> escapeDb(operation, memory);
            case 4 -> arithmetic.doublePrecision(operation, memory.read64(0));
            case 5 -> escapeDd(operation, memory);
            case 6 -> arithmetic.integer(operation, (short) memory.read16(0));
            default -> escapeDf(operation, memory);
        }
    }

    private void escapeD9(int operation, FpuMemory memory) {
        switch (operation) {
            case 0 -> transfer.loadSingle(memory);
            case 2 -> transfer.storeSingle(memory, false);
            case 3 -> transfer.storeSingle(memory, true);
            case 4 -> control.loadEnvironment(memory);
            case 5 -> stack.setControl(memory.read16(0));
            case 6 -> control.storeEnvironment(memory);
            case 7 -> memory.write16(0, stack.control());
            default -> throw undefined(0xD9, operation);
        }
    }

    private void escapeDb(int operation, FpuMemory memory) {
        switch (operation) {
            case 0 -> transfer.loadInteger(memory.read32(0));
            case 2 -> transfer.storeInteger(memory, 32, false);
            case 3 -> transfer.storeInteger(memory, 32, true);
            case 5 -> transfer.loadExtended(memory);
            case 7 -> transfer.storeExtended(memory);
            default -> throw undefined(0xDB, operation);
        }
    }

    private void escapeDd(int operation, FpuMemory memory) {
        switch (operation) {
            case 0 -> transfer.loadDouble(memory);
            case 2 -> transfer.storeDouble(memory, false);
            case 3 -> transfer.storeDouble(memory, true);
            case 4 -> control.restore(memory);
            case 6 -> control.save(memory);
            case 7 -> memory.write16(0, stack.status());
            default -> throw undefined(0xDD, operation);
        }
    }

    private void escapeDf(int operation, FpuMemory memory) {
        switch (operation) {
            case 0 -> transfer.loadInteger((short) memory.read16(0));
            case 2 -> transfer.storeInteger(memory, 16, false);
            case 3 -> transfer.storeInteger(memory, 16, true);
            case 4 -> transfer.loadDecimal(memory);
            case 5 -> transfer.loadInteger(memory.read64(0));
            case 6 -> transfer.storeDecimal(memory);
            case 7 -> transfer.storeInteger(memory, 64, true);
            default -> throw undefined(0xDF, operation);
        }
    }

    private static IllegalArgumentException undefined(int opcode, int operation) {
        return new IllegalArgumentException(String.format(
                "x87 encoding %02X /%d with a memory operand is undefined: ask Fpu.isDefined first", opcode, operation));
    }
}
