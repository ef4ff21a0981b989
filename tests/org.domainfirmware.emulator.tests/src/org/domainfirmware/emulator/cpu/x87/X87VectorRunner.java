package org.domainfirmware.emulator.cpu.x87;

import java.util.Arrays;
import org.domainfirmware.emulator.vectors.X87Vector;

/** Repeats a vector of the real processor on the emulated FPU. */
final class X87VectorRunner implements FpuHost {

    private static final int RESTORE = 0x26;
    private static final int SAVE = 0x36;

    final byte[] before = new byte[X87Vector.IMAGE_BYTES];
    final byte[] expected = new byte[X87Vector.IMAGE_BYTES];
    final byte[] actual = new byte[X87Vector.IMAGE_BYTES];
    final byte[] operand = new byte[X87Vector.MEMORY_BYTES];
    final byte[] expectedMemory = new byte[X87Vector.MEMORY_BYTES];
    final byte[] actualMemory = new byte[X87Vector.MEMORY_BYTES];
    final ArrayFpuMemory actualImage = new ArrayFpuMemory(actual);
    final ArrayFpuMemory expectedImage = new ArrayFpuMemory(expected);
    private final ArrayFpuMemory beforeImage = new ArrayFpuMemory(before);
    private final ArrayFpuMemory memory = new ArrayFpuMemory(actualMemory);
    private final Fpu fpu = new Fpu(true, this);
    private int flags;

    /** Runs the vector; afterwards the fields hold both answers, pointers cleared. */
    void run(X87Vector vector) {
        vector.imageBefore(before);
        vector.imageAfter(expected);
        vector.memoryBefore(operand);
        vector.memoryBefore(actualMemory);
        vector.memoryAfter(expectedMemory);
        flags = vector.flagsBefore();
        fpu.execute(0xDD, RESTORE, beforeImage);
        fpu.execute(vector.opcode(), vector.modrm(), memory);
        fpu.execute(0xDD, SAVE, actualImage);
        clearPointers(expected, 12);
        clearPointers(actual, 12);
        if (vector.opcode() == 0xD9 && vector.modrm() >> 3 == 6) {
            clearPointers(expectedMemory, 12);
            clearPointers(actualMemory, 12);
        }
    }

    /** FIP, FDP, FOP: each processor generation has its own rules, and here they point at the generator. */
    private static void clearPointers(byte[] image, int from) {
        Arrays.fill(image, from, from + 16, (byte) 0);
    }

    boolean agrees(X87Vector vector) {
        return Arrays.equals(expected, actual) && Arrays.equals(expectedMemory, actualMemory)
                && flags == vector.flagsAfter();
    }

    /** Both answers and the operands, a line each. */
    String explain(X87Vector vector) {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%02X %02X%n", vector.opcode(), vector.modrm()));
        line(text, "before  ", beforeImage, operand, vector.flagsBefore());
        line(text, "expected", expectedImage, expectedMemory, vector.flagsAfter());
        line(text, "actual  ", actualImage, actualMemory, flags);
        return text.toString();
    }

    private static void line(StringBuilder text, String name, ArrayFpuMemory image, byte[] operand, int flags) {
        text.append(String.format("  %s CW %04X SW %04X TW %04X ST", name, image.read16(0), image.read16(4),
                image.read16(8)));
        for (int i = 0; i < 3; i++) {
            text.append(String.format(" %04X:%016X", image.read16(36 + 10 * i), image.read64(28 + 10 * i)));
        }
        text.append(" mem ");
        for (int i = 9; i >= 0; i--) {
            text.append(String.format("%02X", operand[i]));
        }
        text.append(String.format(" flags %02X%n", flags));
    }

    @Override
    public int conditionFlags() {
        return flags;
    }

    @Override
    public void setConditionFlags(int newFlags) {
        flags = newFlags;
    }

    @Override
    public void setAx(int value) {
        throw new AssertionError("no vector stores to AX");
    }
}
