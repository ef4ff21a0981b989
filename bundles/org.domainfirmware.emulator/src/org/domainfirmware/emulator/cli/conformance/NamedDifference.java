package org.domainfirmware.emulator.cli.conformance;

import java.util.List;
import java.util.Set;
import org.domainfirmware.emulator.cpu.fault.Vector;
import org.domainfirmware.emulator.cpu.isa.Decoder;
import org.domainfirmware.emulator.cpu.isa.Instruction;
import org.domainfirmware.emulator.cpu.state.CpuModel;

/**
 * A way in which an 80286 is not the processor emulated here. A failing test that one of these explains
 * is counted apart, under its name.
 *
 * @param name short name for the report
 * @param reason why the later processor differs
 * @param applies tells whether a failing test is a case of it
 */
record NamedDifference(String name, String reason, Rule applies) {
    /** Tells whether a failing test is a case; may run it again under other conditions. */
    @FunctionalInterface
    interface Rule {
        boolean test(String form, MooTest test, Retry retry);
    }

    /** Runs a failed test again, changed; true when it passes then. */
    @FunctionalInterface
    interface Retry {
        boolean passes(MooTest changed);
    }

    /** Longest instruction of the 80286, bytes. */
    private static final int LONGEST_286 = 10;

    private static final String[] WORD_STRINGS = {"6D", "6F", "A5", "A7", "AB", "AD", "AF"};

    /** All that are known. */
    static final List<NamedDifference> ALL = List.of(
            new NamedDifference("lock", "LOCK before an instruction that cannot be locked is #UD from the 386 on; "
                    + "the 80286 ignores it; without the prefix the test passes",
                    (form, test, retry) -> lockRefused(test) && (retry.passes(withoutLock(test))
                            || test.exception() == Vector.GP && retry.passes(withStackVector(withoutLock(test))))),
            new NamedDifference("length", "the 80286 raises exception 13 beyond 10 bytes, its successors beyond 15",
                    (form, test, retry) -> test.exception() == Vector.GP && test.bytes().length - 1 > LONGEST_286),
            new NamedDifference("stack-limit", "a violation of the limit of SS is exception 12 from the 386 on, 13 on "
                    + "the 80286 in real mode; apart from the vector the test passes",
                    (form, test, retry) -> test.exception() == Vector.GP && retry.passes(withStackVector(test))),
            new NamedDifference("string-registers", "when a word of a string instruction lies across the limit, the "
                    + "80286 has already moved SI, DI or CX; the 386 restores them so that it can be restarted",
                    (form, test, retry) -> test.exception() == Vector.GP && oneOf(form, WORD_STRINGS)
                            && retry.passes(withRegistersKept(test))),
            new NamedDifference("fs-gs", "the 80286 has no FS and GS: exception 6",
                    (form, test, retry) -> test.exception() == Vector.UD && oneOf(form, "8C", "8E")
                            && (test.name().contains("fs") || test.name().contains("gs"))));

    /** The one that explains a failing test, or null. */
    static NamedDifference explaining(String form, MooTest test, Retry retry) {
        for (NamedDifference d : ALL) {
            if (d.applies.test(form, test, retry)) {
                return d;
            }
        }
        return null;
    }

    static boolean oneOf(String form, String... forms) {
        return Set.of(forms).contains(form);
    }

    private static boolean lockRefused(MooTest test) {
        Instruction in = new Decoder(CpuModel.PPRO).decode(i -> test.bytes()[i % test.bytes().length], false);
        return in.lock && in.fault == Vector.UD;
    }

    private static boolean isPrefix(int b) {
        return switch (b) {
            case 0x26, 0x2E, 0x36, 0x3E, 0xF0, 0xF2, 0xF3 -> true;
            default -> false;
        };
    }

    /** The test with a prefix in place of LOCK that changes nothing: the segment it uses anyway. */
    private static MooTest withoutLock(MooTest test) {
        byte[] prefixes = {0x26, 0x2E, 0x36, 0x3E};
        Instruction in = new Decoder(CpuModel.PPRO).decode(i -> test.bytes()[i % test.bytes().length], false);
        int start = (test.before()[MooTest.Registers.CS.ordinal()] << 4) + test.before()[MooTest.Registers.IP.ordinal()];
        int[] ram = test.ramBefore().clone();
        int prefixBytes = 0;
        while (isPrefix(test.bytes()[prefixBytes] & 0xFF)) {
            prefixBytes++;
        }
        for (int k = 0; k < ram.length; k += 2) {
            int inInstruction = ram[k] - start;
            if (inInstruction >= 0 && inInstruction < prefixBytes && test.bytes()[inInstruction] == (byte) 0xF0) {
                ram[k + 1] = prefixes[in.segment];
            }
        }
        return new MooTest(test.index(), test.name(), test.bytes(), test.before(), test.after(), ram, test.ramAfter(),
                test.exception());
    }

    /** The test with the handler of exception 13 for exception 12 too. */
    private static MooTest withStackVector(MooTest test) {
        int[] ram = test.ramBefore();
        int[] more = java.util.Arrays.copyOf(ram, ram.length + 8);
        int n = ram.length;
        for (int i = 0; i < 4; i++) {
            more[n + 2 * i] = 4 * Vector.SS + i;
            for (int k = 0; k < ram.length; k += 2) {
                if (ram[k] == 4 * Vector.GP + i) {
                    more[n + 2 * i + 1] = ram[k + 1];
                }
            }
        }
        return new MooTest(test.index(), test.name(), test.bytes(), test.before(), test.after(), more, test.ramAfter(),
                test.exception());
    }

    /** The test expecting CX, SI and DI as they were before. */
    private static MooTest withRegistersKept(MooTest test) {
        int[] after = test.after().clone();
        for (MooTest.Registers r : List.of(MooTest.Registers.CX, MooTest.Registers.SI, MooTest.Registers.DI)) {
            after[r.ordinal()] = test.before()[r.ordinal()];
        }
        return new MooTest(test.index(), test.name(), test.bytes(), test.before(), after, test.ramBefore(),
                test.ramAfter(), test.exception());
    }
}
