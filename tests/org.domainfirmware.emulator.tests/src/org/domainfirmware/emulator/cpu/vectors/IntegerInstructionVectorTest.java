package org.domainfirmware.emulator.cpu.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.domainfirmware.emulator.cpu.state.Reg;
import org.domainfirmware.emulator.vectors.IntegerVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BCD, shifts, rotates, multiplication and division against the host's processor: registers and defined flags. */
class IntegerInstructionVectorTest {

    private static final int VECTORS = 100_000;
    private static final int[] REGISTERS = {Reg.EAX, Reg.ECX, Reg.EDX, Reg.EBX};

    private final FlatProcessor processor = new FlatProcessor();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final StringBuilder explanations = new StringBuilder();

    private void run(Path folder, String family, int seed) throws IOException {
        assertEquals(VECTORS, IntegerVector.generate(folder, seed, VECTORS, family, this::check));
        assertTrue(failures.isEmpty(), () -> failures + System.lineSeparator() + explanations);
    }

    private void check(IntegerVector vector) {
        byte[] code = vector.code();
        processor.place(code);
        int start = processor.state.eip;
        for (int i = 0; i < REGISTERS.length; i++) {
            processor.state.gpr[REGISTERS[i]] = vector.before(i);
        }
        processor.state.setEflags(vector.before(IntegerVector.EFLAGS));
        processor.step(1);
        boolean agrees = processor.state.eip == start + code.length;
        for (int i = 0; i < REGISTERS.length && !vector.isResultUndefined(); i++) {
            agrees &= processor.state.gpr[REGISTERS[i]] == vector.after(i);
        }
        int compared = IntegerVector.ARITHMETIC_FLAGS & ~vector.undefinedFlags();
        int flags = processor.state.eflags();
        agrees &= ((flags ^ vector.after(IntegerVector.EFLAGS)) & compared) == 0;
        if (!agrees) {
            int at = code[0] == 0x66 ? 1 : 0;
            String form = String.format("%02X %02X", code[at] & 0xFF, at + 1 < code.length ? code[at + 1] & 0xF8 : 0);
            if (failures.merge(form, 1, Integer::sum) == 1) {
                explain(vector, flags);
            }
        }
    }

    private void explain(IntegerVector vector, int flags) {
        explanations.append(vector).append(" ours");
        for (int register : REGISTERS) {
            explanations.append(String.format(" %08X", processor.state.gpr[register]));
        }
        explanations.append(String.format(" %08X at %08X%n", flags, processor.state.eip));
    }

    @Test
    void decimalAdjustments(@TempDir Path folder) throws IOException {
        run(folder, "bcd", 11);
    }

    @Test
    void shiftsAndRotates(@TempDir Path folder) throws IOException {
        run(folder, "shift", 12);
    }

    @Test
    void multiplications(@TempDir Path folder) throws IOException {
        run(folder, "multiply", 13);
    }

    @Test
    void divisions(@TempDir Path folder) throws IOException {
        run(folder, "divide", 14);
    }
}
