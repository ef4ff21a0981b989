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

/**
 * The transcendental instructions against the host's processor: stack, tags and status exactly (but PE and C1, which
 * depend on the last bit), values within one unit of the last place.
 */
class TranscendentalX87VectorTest {

    private static final long VECTORS = 400_000;
    private static final long SEED = 0x487;
    private static final int PE = 0x20;
    private static final int C1 = 0x200;
    private static final int STACK_FAULT = 0x40;
    private static final int SUMMARY = 0x8080;
    private static final long FAR_APART = Long.MAX_VALUE;

    private final X87VectorRunner runner = new X87VectorRunner();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final StringBuilder explanations = new StringBuilder();

    @Test
    void everyFunctionIsWithinOneUnitOfTheProcessor(@TempDir Path folder) throws IOException {
        byte[] record = new byte[X87Vector.BYTES];
        X87Vector vector = new X87Vector(record);
        long vectors = HostVectors.run(folder, "x87/x87_vectors.c", X87Vector.BYTES, List.of(),
                List.of(Long.toString(SEED), Long.toString(VECTORS), "transcendental"), bytes -> {
                    System.arraycopy(bytes, 0, record, 0, record.length);
                    check(vector);
                });
        assertEquals(VECTORS, vectors);
        assertTrue(failures.isEmpty(), () -> failures + System.lineSeparator() + explanations);
    }

    private void check(X87Vector vector) {
        runner.run(vector);
        if (!agrees()) {
            String form = String.format("%02X %02X", vector.opcode(), vector.modrm());
            if (failures.merge(form, 1, Integer::sum) == 1) {
                explanations.append(runner.explain(vector));
            }
        }
    }

    private boolean agrees() {
        ArrayFpuMemory expected = runner.expectedImage;
        ArrayFpuMemory actual = runner.actualImage;
        int status = expected.read16(4);
        int compared = (status & STACK_FAULT) != 0 ? 0xFFFF : ~(PE | C1 | SUMMARY);
        if (((status ^ actual.read16(4)) & compared) != 0 || expected.read16(0) != actual.read16(0)
                || expected.read16(8) != actual.read16(8)) {
            return false;
        }
        for (int i = 0; i < 8; i++) {
            if (distance(expected, actual, 28 + 10 * i) > 1) {
                return false;
            }
        }
        return true;
    }

    /** Units of the last place between two registers. */
    private static long distance(ArrayFpuMemory a, ArrayFpuMemory b, int at) {
        int aExponent = a.read16(at + 8);
        int bExponent = b.read16(at + 8);
        long aSignificand = a.read64(at);
        long bSignificand = b.read64(at);
        if (aExponent == bExponent) {
            return Math.abs(aSignificand - bSignificand);
        }
        boolean neighbours = Math.abs(aExponent - bExponent) == 1 && ((aExponent ^ bExponent) & 0x8000) == 0;
        if (!neighbours) {
            return FAR_APART;
        }
        boolean aSmaller = aExponent < bExponent;
        long smaller = aSmaller ? aSignificand : bSignificand;
        long larger = aSmaller ? bSignificand : aSignificand;
        // adjacent only across a power of two: all ones below it
        return smaller == -1L && larger == Long.MIN_VALUE || smaller == Long.MAX_VALUE && larger == Long.MIN_VALUE
                ? 1 : FAR_APART;
    }
}
