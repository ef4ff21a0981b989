package org.domainfirmware.emulator.cli.conformance;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.cli.conformance.MooTest.Registers;

/** Compares what the bench holds after a test with what the hardware held. */
final class Judgement {
    private static final int FLAGS_286 = 0x0FD7;

    private Judgement() {
    }

    /**
     * What differs, a phrase each; empty when the test passed.
     *
     * @param flagsMask FLAGS bits the manuals define after this instruction
     */
    static List<String> differences(TestBench bench, MooTest test, int flagsMask) {
        List<String> found = new ArrayList<>();
        int mask = flagsMask & FLAGS_286;
        for (Registers r : Registers.values()) {
            int bits = r == Registers.FLAGS ? mask : 0xFFFF;
            int expected = test.after()[r.ordinal()] & bits;
            int got = bench.register(r) & bits;
            if (expected != got) {
                found.add(String.format("%s is %04X, hardware %04X (before %04X)", r, got, expected,
                        test.before()[r.ordinal()]));
            }
        }
        // The EXCP chunk gives the bus cycle's even address where FLAGS lie at an odd one; the stack tells exactly.
        int flagsAt = (test.after()[Registers.SS.ordinal()] << 4) + (test.after()[Registers.SP.ordinal()] + 4 & 0xFFFF);
        for (int i = 0; i < test.ramAfter().length; i += 2) {
            int address = test.ramAfter()[i];
            int bits = 0xFF;
            if (test.exception() >= 0 && address >= flagsAt && address <= flagsAt + 1) {
                bits = mask >>> 8 * (address - flagsAt) & 0xFF;
            }
            int expected = test.ramAfter()[i + 1] & bits;
            int got = bench.memory(address) & bits;
            if (expected != got) {
                found.add(String.format("[%06X] is %02X, hardware %02X", address, got, expected));
            }
        }
        return found;
    }
}
