package org.domainfirmware.emulator.cpu.x87;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.domainfirmware.emulator.vectors.HostVectors;
import org.domainfirmware.emulator.vectors.X87Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every x87 instruction but the transcendental ones against the host's processor: state, memory and flags, exactly. */
class BasicX87VectorTest {

    private static final long VECTORS = 1_500_000;
    private static final long SEED = 0x387;

    private final X87VectorRunner runner = new X87VectorRunner();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final StringBuilder explanations = new StringBuilder();

    @Test
    void everyInstructionAgreesWithTheProcessor(@TempDir Path folder) throws IOException {
        byte[] record = new byte[X87Vector.BYTES];
        X87Vector vector = new X87Vector(record);
        long vectors = HostVectors.run(folder, "x87/x87_vectors.c", X87Vector.BYTES, List.of(),
                List.of(Long.toString(SEED), Long.toString(VECTORS), "basic"), bytes -> {
                    System.arraycopy(bytes, 0, record, 0, record.length);
                    check(vector);
                });
        assertEquals(VECTORS, vectors);
        assertTrue(failures.isEmpty(), () -> failures + System.lineSeparator() + explanations);
    }

    private void check(X87Vector vector) {
        runner.run(vector);
        if (!runner.agrees(vector)) {
            String form = String.format("%02X %02X", vector.opcode(), vector.modrm());
            if (failures.merge(form, 1, Integer::sum) == 1) {
                explanations.append(runner.explain(vector));
            }
        }
    }
}
