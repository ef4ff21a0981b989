package org.domainfirmware.emulator.cpu.x87;

/**
 * The 512-byte image of FXSAVE and FXRSTOR as far as a processor without SSE fills it: control, status,
 * abridged tags, pointers, eight registers of 16 bytes. Source: SDM volume 2, FXSAVE.
 */
final class FastState {
    private static final int LENGTH = 512;
    private static final int REGISTERS = 32;
    private static final int EMPTY = 3;

    private final RegisterStack stack;
    private final ControlInstructions control;
    private final long[] significands = new long[8];
    private final int[] signExps = new int[8];

    FastState(RegisterStack stack, ControlInstructions control) {
        this.stack = stack;
        this.control = control;
    }

    void save(FpuMemory memory) {
        memory.checkWrite(LENGTH);
        memory.write16(0, stack.control());
        memory.write16(2, stack.status());
        memory.write16(4, abridged(stack.tags()));
        memory.write16(6, control.opcode);
        memory.write32(8, control.instructionOffset);
        memory.write32(12, control.instructionSelector);
        memory.write32(16, control.dataOffset);
        memory.write32(20, control.dataSelector);
        for (int i = 0; i < 8; i++) {
            memory.write64(REGISTERS + 16 * i, stack.significand(i));
            memory.write64(REGISTERS + 16 * i + 8, stack.signExp(i));
        }
    }

    /** A bit a register: set when it is not empty. */
    private static int abridged(int tags) {
        int bits = 0;
        for (int i = 0; i < 8; i++) {
            bits |= (tags >>> 2 * i & EMPTY) == EMPTY ? 0 : 1 << i;
        }
        return bits;
    }

    /** All reads come before the first change of state. The full tags are computed from the contents. */
    void restore(FpuMemory memory) {
        int newControl = memory.read16(0);
        int status = memory.read16(2);
        int used = memory.read16(4) & 0xFF;
        int opcode = memory.read16(6);
        int codeOffset = memory.read32(8);
        int codeSelector = memory.read16(12);
        int dataOffset = memory.read32(16);
        int dataSelector = memory.read16(20);
        for (int i = 0; i < 8; i++) {
            significands[i] = memory.read64(REGISTERS + 16 * i);
            signExps[i] = memory.read16(REGISTERS + 16 * i + 8);
        }
        stack.setControl(newControl);
        stack.setStatus(status);
        int tags = 0;
        for (int i = 0; i < 8; i++) {
            tags |= (used >>> i & 1) == 0 ? EMPTY << 2 * i : 0;
        }
        stack.setTags(tags);
        for (int i = 0; i < 8; i++) {
            stack.setContents(i, signExps[i], significands[i]);
        }
        control.setPointers(opcode & 0x7FF, codeOffset, codeSelector, dataOffset, dataSelector);
    }
}
