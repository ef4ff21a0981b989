package org.domainfirmware.emulator.cpu.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.vectors.HostVectors;
import org.domainfirmware.emulator.vectors.X87Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** x87 instructions fetched, decoded and executed by the processor, against the host's: the way to the unit and back. */
class X87InstructionVectorTest {

    private static final long VECTORS = 100_000;
    private static final int IMAGE = 0x8000;
    private static final int OPERAND = 0x9000;
    /** FNSTENV stores pointers from byte 12 on, which are the generator's. */
    private static final int POINTERS = 12;
    private static final int POINTERS_END = 28;
    private static final int ARITHMETIC = 0x8D5;

    private final FlatProcessor processor = new FlatProcessor();
    private final byte[] image = new byte[X87Vector.IMAGE_BYTES];
    private final byte[] memory = new byte[X87Vector.MEMORY_BYTES];
    private final byte[] ourImage = new byte[X87Vector.IMAGE_BYTES];
    private final byte[] ourMemory = new byte[X87Vector.MEMORY_BYTES];
    private final Map<String, Integer> failures = new TreeMap<>();

    @Test
    void everyInstructionAgreesWithTheProcessor(@TempDir Path folder) throws IOException {
        byte[] record = new byte[X87Vector.BYTES];
        X87Vector vector = new X87Vector(record);
        long vectors = HostVectors.run(folder, "x87/x87_vectors.c", X87Vector.BYTES, List.of(),
                List.of("7", Long.toString(VECTORS), "basic"), bytes -> {
                    System.arraycopy(bytes, 0, record, 0, record.length);
                    check(vector);
                });
        assertEquals(VECTORS, vectors);
        assertTrue(failures.isEmpty(), failures::toString);
    }

    private void check(X87Vector vector) {
        vector.imageBefore(image);
        vector.memoryBefore(memory);
        processor.write(IMAGE, image);
        processor.write(OPERAND, memory);
        processor.state.gpr[Reg.ESI] = IMAGE;
        processor.state.gpr[Reg.EDI] = OPERAND;
        // FRSTOR [ESI], the instruction with its operand at [EDI], FNSAVE [ESI]
        processor.place((byte) 0xDD, (byte) 0x26, (byte) vector.opcode(), (byte) vector.modrm(), (byte) 0xDD, (byte) 0x36);
        processor.state.setEflags(vector.flagsBefore());
        int end = processor.state.eip + 6;
        processor.step(3);
        int flags = processor.state.eflags() & ARITHMETIC;
        processor.read(IMAGE, ourImage);
        processor.read(OPERAND, ourMemory);
        vector.imageAfter(image);
        vector.memoryAfter(memory);
        clearPointers(image);
        clearPointers(ourImage);
        if (vector.opcode() == 0xD9 && vector.modrm() >> 3 == 6) {
            clearPointers(memory);
            clearPointers(ourMemory);
        }
        if (processor.state.eip != end || flags != vector.flagsAfter() || !Arrays.equals(image, ourImage)
                || !Arrays.equals(memory, ourMemory)) {
            failures.merge(String.format("%02X %02X", vector.opcode(), vector.modrm()), 1, Integer::sum);
        }
    }

    private static void clearPointers(byte[] bytes) {
        Arrays.fill(bytes, POINTERS, POINTERS_END, (byte) 0);
    }
}
