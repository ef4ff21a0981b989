package org.domainfirmware.emulator.cpu.x87;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** Control and environment: FLDCW, FSTENV, FLDENV, FSAVE, FRSTOR and the last-instruction pointers. */
final class ControlInstructions {

    private final RegisterStack stack;
    private final long[] loadedSignificands = new long[8];
    private final int[] loadedSignExps = new int[8];

    /** SDM vol. 1, 8.1.8 and 8.1.9: opcode is 11 bits, offsets 32, selectors 16. */
    int opcode;
    int instructionOffset;
    int instructionSelector;
    int dataOffset;
    int dataSelector;

    ControlInstructions(RegisterStack stack) {
        this.stack = stack;
    }

    void initialise() {
        stack.initialise();
        setPointers(0, 0, 0, 0, 0);
    }

    void setPointers(int newOpcode, int codeOffset, int codeSelector, int operandOffset, int operandSelector) {
        opcode = newOpcode;
        instructionOffset = codeOffset;
        instructionSelector = codeSelector;
        dataOffset = operandOffset;
        dataSelector = operandSelector;
    }

    void writeState(StateWriter to) {
        to.writeInt(opcode);
        to.writeInt(instructionOffset);
        to.writeInt(instructionSelector);
        to.writeInt(dataOffset);
        to.writeInt(dataSelector);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        setPointers(from.readInt() & 0x7FF, from.readInt(), from.readInt() & 0xFFFF, from.readInt(),
                from.readInt() & 0xFFFF);
    }

    private static int environmentLength(int format) {
        return (format & FpuMemory.FORMAT_32) != 0 ? 28 : 14;
    }

    /** FNSTENV: stores the environment and masks all exceptions. */
    void storeEnvironment(FpuMemory memory) {
        int format = memory.environmentFormat();
        memory.checkWrite(environmentLength(format));
        writeEnvironment(memory, format);
        stack.setControl(stack.control() | 0x3F);
    }

    /** FNSAVE: environment, then ST(0) to ST(7), then FNINIT. */
    void save(FpuMemory memory) {
        int format = memory.environmentFormat();
        int length = environmentLength(format);
        memory.checkWrite(length + 80);
        writeEnvironment(memory, format);
        for (int i = 0; i < 8; i++) {
            memory.write64(length + 10 * i, stack.significand(i));
            memory.write16(length + 10 * i + 8, stack.signExp(i));
        }
        initialise();
    }

    /** FLDENV. */
    void loadEnvironment(FpuMemory memory) {
        readEnvironment(memory, memory.environmentFormat());
    }

    /** FRSTOR. */
    void restore(FpuMemory memory) {
        int format = memory.environmentFormat();
        int length = environmentLength(format);
        for (int i = 0; i < 8; i++) {
            loadedSignificands[i] = memory.read64(length + 10 * i);
            loadedSignExps[i] = memory.read16(length + 10 * i + 8);
        }
        readEnvironment(memory, format);
        for (int i = 0; i < 8; i++) {
            stack.setContents(i, loadedSignExps[i], loadedSignificands[i]);
        }
    }

    private void writeEnvironment(FpuMemory memory, int format) {
        switch (format) {
            case FpuMemory.FORMAT_32 | FpuMemory.FORMAT_PROTECTED -> write32Protected(memory);
            case FpuMemory.FORMAT_32 -> write32Real(memory);
            case FpuMemory.FORMAT_PROTECTED -> write16Protected(memory);
            default -> write16Real(memory);
        }
    }

    /** Figure 8-9. Reserved halves read as ones. */
    private void write32Protected(FpuMemory memory) {
        writeWords32(memory);
        memory.write32(12, instructionOffset);
        memory.write32(16, opcode << 16 | instructionSelector);
        memory.write32(20, dataOffset);
        memory.write32(24, 0xFFFF_0000 | dataSelector);
    }

    /** Figure 8-10: linear addresses, split. */
    private void write32Real(FpuMemory memory) {
        writeWords32(memory);
        int code = linear(instructionSelector, instructionOffset);
        int data = linear(dataSelector, dataOffset);
        memory.write32(12, 0xFFFF_0000 | code);
        memory.write32(16, (code & 0xFFFF_0000) >>> 4 | opcode);
        memory.write32(20, 0xFFFF_0000 | data);
        memory.write32(24, (data & 0xFFFF_0000) >>> 4);
    }

    private void writeWords32(FpuMemory memory) {
        memory.write32(0, 0xFFFF_0000 | stack.control());
        memory.write32(4, 0xFFFF_0000 | stack.status());
        memory.write32(8, 0xFFFF_0000 | stack.tags());
    }

    /** Figure 8-11. */
    private void write16Protected(FpuMemory memory) {
        writeWords16(memory);
        memory.write16(6, instructionOffset);
        memory.write16(8, instructionSelector);
        memory.write16(10, dataOffset);
        memory.write16(12, dataSelector);
    }

    /** Figure 8-12: 20-bit linear addresses. */
    private void write16Real(FpuMemory memory) {
        writeWords16(memory);
        int code = linear(instructionSelector, instructionOffset);
        int data = linear(dataSelector, dataOffset);
        memory.write16(6, code);
        memory.write16(8, code >>> 4 & 0xF000 | opcode);
        memory.write16(10, data);
        memory.write16(12, data >>> 4 & 0xF000);
    }

    private void writeWords16(FpuMemory memory) {
        memory.write16(0, stack.control());
        memory.write16(2, stack.status());
        memory.write16(4, stack.tags());
    }

    private static int linear(int selector, int offset) {
        return (selector << 4) + offset;
    }

    /** All reads come before the first change of state, so that a fault leaves the FPU as it was. */
    private void readEnvironment(FpuMemory memory, int format) {
        boolean wide = (format & FpuMemory.FORMAT_32) != 0;
        boolean isProtected = (format & FpuMemory.FORMAT_PROTECTED) != 0;
        int step = wide ? 4 : 2;
        int control = memory.read16(0);
        int status = memory.read16(step);
        int tags = memory.read16(2 * step);
        int code = wide && isProtected ? memory.read32(12) : memory.read16(3 * step);
        int codeHigh = wide ? memory.read32(16) : memory.read16(8);
        int data = wide && isProtected ? memory.read32(20) : memory.read16(5 * step);
        int dataHigh = wide ? memory.read32(24) : memory.read16(12);
        stack.setControl(control);
        stack.setStatus(status);
        stack.setTags(tags);
        if (isProtected) {
            setPointers(wide ? codeHigh >>> 16 & 0x7FF : opcode, code, codeHigh & 0xFFFF, data, dataHigh & 0xFFFF);
        } else {
            setPointers(codeHigh & 0x7FF, code | upper(codeHigh), 0, data | upper(dataHigh), 0);
        }
    }

    /** Address bits from 16 up, which the real-mode layouts hold from bit 12 up. */
    private static int upper(int word) {
        return (word & 0x0FFF_F000) << 4;
    }
}
