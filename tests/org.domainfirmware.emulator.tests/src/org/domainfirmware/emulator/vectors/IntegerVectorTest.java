package org.domainfirmware.emulator.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The integer generator and its reader against arithmetic anyone can do: what the vectors say is what the processor did. */
class IntegerVectorTest {

    private static final int VECTORS = 60_000;

    private final Set<Integer> opcodes = new HashSet<>();
    private int divisions;

    @Test
    void divisionsMultiplyBack(@TempDir Path folder) throws IOException {
        long count = IntegerVector.generate(folder, 1, VECTORS, "divide", vector -> {
            byte[] code = vector.code();
            if ((code[0] & 0xFF) == 0xF7) {
                divisions++;
                checkDivision(vector, (code[1] & 0xFF) == 0xFB);
            }
        });
        assertEquals(VECTORS, count);
        assertTrue(divisions > VECTORS / 4, "32-bit divisions: " + divisions);
    }

    private static void checkDivision(IntegerVector vector, boolean signed) {
        long dividend = (long) vector.before(IntegerVector.EDX) << 32 | vector.before(IntegerVector.EAX) & 0xFFFF_FFFFL;
        long divisor = vector.before(IntegerVector.EBX);
        if (signed) {
            assertEquals(dividend / divisor, vector.after(IntegerVector.EAX), vector::toString);
            assertEquals(dividend % divisor, vector.after(IntegerVector.EDX), vector::toString);
        } else {
            divisor &= 0xFFFF_FFFFL;
            assertEquals((int) Long.divideUnsigned(dividend, divisor), vector.after(IntegerVector.EAX), vector::toString);
            assertEquals((int) Long.remainderUnsigned(dividend, divisor), vector.after(IntegerVector.EDX), vector::toString);
        }
    }

    @Test
    void allFamiliesOccur(@TempDir Path folder) throws IOException {
        long count = IntegerVector.generate(folder, 2, VECTORS, "all", vector -> {
            byte[] code = vector.code();
            int at = code[0] == 0x66 ? 1 : 0;
            int opcode = code[at] & 0xFF;
            opcodes.add(opcode == 0x0F ? 0x0F00 | code[at + 1] & 0xFF : opcode);
        });
        assertEquals(VECTORS, count);
        assertEquals(Set.of(0x27, 0x2F, 0x37, 0x3F, 0xD4, 0xD5, 0xC0, 0xC1, 0xD0, 0xD1, 0xD2, 0xD3, 0x0FA4, 0x0FA5,
                0x0FAC, 0x0FAD, 0xF6, 0xF7, 0x69, 0x6B, 0x0FAF), opcodes);
    }
}
