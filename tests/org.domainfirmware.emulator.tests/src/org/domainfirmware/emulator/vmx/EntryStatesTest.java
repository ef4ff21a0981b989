package org.domainfirmware.emulator.vmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.domainfirmware.emulator.debug.EntryCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A monitor that enters its guest with each state the processor refuses (SDM volume 3C, 26.3.1.1 to 26.3.1.6): the domain
 * stops, and says which check failed.
 */
class EntryStatesTest {
    /** Places in a context, bytes. */
    private static final int EFLAGS = 8;
    private static final int CR0 = 12;
    private static final int CR3 = 16;
    private static final int CR4 = 20;
    private static final int IDTR_LIMIT = 24;
    private static final int GDTR_LIMIT = 32;
    private static final int SELECTOR = 0;
    private static final int LIMIT = 4;
    private static final int BASE = 8;
    private static final int RIGHTS = 12;
    private static final int VM = 1 << 17;
    private static final int UNUSABLE = 1 << 16;
    private static final List<String> SEGMENTS = List.of("CS", "DS", "ES", "SS", "FS", "GS", "TR", "LDTR");

    /**
     * A state.
     *
     * @param words what is written into a good context: place and value by turns
     * @param check what the failing check's name must say
     * @param value what its values must say
     */
    record State(String name, int[] words, String check, String value) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static int at(String segment, int part) {
        return 40 + 16 * SEGMENTS.indexOf(segment) + part;
    }

    private static State state(String name, String check, String value, int... words) {
        return new State(name, words, check, value);
    }

    private static State rights(String segment, String what, int rights, String check) {
        return state(segment + " " + what, check, "", at(segment, RIGHTS), rights);
    }

    static Stream<State> bad() {
        List<State> all = new ArrayList<>();
        all.add(state("CR4 with bit 11", "CR4", "00000800", CR4, 0x800));
        all.add(state("GDTR limit of 17 bits", "GDTR limit", "10000", GDTR_LIMIT, 0x10000));
        all.add(state("IDTR limit of 17 bits", "IDTR limit", "10000", IDTR_LIMIT, 0x10000));
        for (int bit : new int[] {3, 5, 15, 22, 31}) {
            all.add(state("RFLAGS with bit " + bit, "reserved RFLAGS", "", EFLAGS, 2 | 1 << bit));
        }
        all.add(state("RFLAGS without bit 1", "reserved RFLAGS", "00000000", EFLAGS, 0));
        all.add(state("a PDPTE with a reserved bit", "PDPTE0", "0000000000003003", CR0, 0x80000011, CR3, 0x3000, CR4, 0x20));
        codeAndStack(all);
        for (String data : List.of("DS", "ES", "FS", "GS")) {
            data(all, data);
        }
        for (String any : List.of("CS", "SS", "DS", "ES", "FS", "GS")) {
            inAllSegments(all, any);
        }
        systemSegments(all);
        for (String any : List.of("CS", "SS", "DS", "ES", "FS", "GS")) {
            virtual8086(all, any);
        }
        return all.stream();
    }

    private static void codeAndStack(List<State> all) {
        all.add(rights("CS", "is data", 0xC093, "CS is accessed code"));
        all.add(rights("CS", "is not accessed", 0xC09A, "CS is accessed code"));
        all.add(rights("CS", "DPL 3 over SS.DPL 0", 0xC0FB, "CS: DPL"));
        all.add(rights("CS", "conforming, DPL 1 over SS.DPL 0", 0xC0BF, "CS: DPL"));
        all.add(rights("SS", "is read-only", 0xC091, "SS is accessed, writable"));
        all.add(rights("SS", "is not accessed", 0xC092, "SS is accessed, writable"));
        all.add(rights("SS", "is code", 0xC09B, "SS is accessed, writable"));
        all.add(state("SS has another RPL than CS", "SS: RPL equals CS's", "SS.RPL=3 CS.RPL=0",
                at("SS", SELECTOR), 0x1B));
        // DPL 3 would make CS the first to fail; with CS at level 3 too only the stack's RPL is wrong.
        all.add(state("SS DPL 3 with RPL 0", "SS: DPL equals RPL", "DPL=3 RPL=0", at("SS", RIGHTS), 0xC0F3,
                at("CS", RIGHTS), 0xC0FB));
    }

    private static void data(List<State> all, String name) {
        all.add(rights(name, "is not accessed", 0xC092, name + " is accessed"));
        all.add(rights(name, "is code that cannot be read", 0xC099, name + " is accessed and, if code, readable"));
        all.add(state(name + " DPL 0 with RPL 3", name + ": DPL", "DPL=0 RPL=3", at(name, SELECTOR), 0x1B));
    }

    private static void inAllSegments(List<State> all, String name) {
        int good = name.equals("CS") ? 0xC09B : 0xC093;
        all.add(rights(name, "is a system segment", good & ~0x10, name + ": S is 1 and P is 1"));
        all.add(rights(name, "is not present", good & ~0x80, name + ": S is 1 and P is 1"));
        all.add(rights(name, "with bit 8 of the rights", good | 0x100, name + ": reserved bits"));
        all.add(rights(name, "with bit 17 of the rights", good | 0x20000, name + ": reserved bits"));
        all.add(state(name + " G clear, limit above 1 MiB", name + ": G fits", "limit=0010FFEF", at(name, LIMIT), 0x10FFEF,
                at(name, RIGHTS), good & ~0x8000));
        all.add(state(name + " G set, limit within a page", name + ": G fits", "limit=00012345", at(name, LIMIT), 0x12345));
    }

    private static void systemSegments(List<State> all) {
        all.add(state("TR in the LDT", "TR selector: TI", "TR=002C", at("TR", SELECTOR), 0x2C));
        all.add(rights("TR", "is not busy", 0x89, "TR is a busy TSS"));
        all.add(rights("TR", "is not present", 0x0B, "TR: S is 0, P is 1"));
        all.add(rights("TR", "is no system segment", 0x9B, "TR: S is 0, P is 1"));
        all.add(rights("TR", "is unusable", 0x8B | UNUSABLE, "TR: S is 0, P is 1, usable"));
        all.add(rights("TR", "with bit 9 of the rights", 0x28B, "TR: reserved bits"));
        all.add(rights("TR", "G set, limit within a page", 0x808B, "TR: G fits"));
        all.add(state("LDTR in the LDT", "LDTR: TI", "LDTR=0034", at("LDTR", SELECTOR), 0x34, at("LDTR", RIGHTS), 0x82));
        all.add(rights("LDTR", "is a TSS", 0x8B, "LDTR: TI is 0, type 2"));
        all.add(rights("LDTR", "is not present", 0x02, "LDTR: TI is 0, type 2, S 0, P 1"));
        all.add(rights("LDTR", "with bit 10 of the rights", 0x482, "LDTR: reserved bits"));
        all.add(rights("LDTR", "G set, limit within a page", 0x8082, "LDTR: G fits"));
    }

    private static void virtual8086(List<State> all, String name) {
        String in = name + " in virtual-8086 mode: ";
        all.add(vm86(name, "base", in + "base is selector x 16", BASE, 0x12350));
        all.add(vm86(name, "limit", in + "limit is FFFFh", LIMIT, 0x1FFFF));
        all.add(vm86(name, "rights", in + "access rights are F3h", RIGHTS, 0x93));
    }

    private static State vm86(String segment, String what, String check, int part, int value) {
        int[] words = new int[good86().length + 2];
        System.arraycopy(good86(), 0, words, 0, good86().length);
        words[words.length - 2] = at(segment, part);
        words[words.length - 1] = value;
        return new State("virtual-8086 mode, " + segment + " " + what, words, check, "");
    }

    /** EFLAGS.VM, and every segment as that mode has it. */
    private static int[] good86() {
        int[] words = new int[2 + 6 * 8];
        words[0] = EFLAGS;
        words[1] = VM | 2;
        for (int n = 0; n < 6; n++) {
            int[] segment = {0x1234, 0xFFFF, 0x12340, 0xF3};
            for (int part = 0; part < 4; part++) {
                words[2 + 8 * n + 2 * part] = at(SEGMENTS.get(n), 4 * part);
                words[3 + 8 * n + 2 * part] = segment[part];
            }
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadStateStopsTheDomainByTheNameOfItsCheck(State state) {
        EntryBench bench = new EntryBench();
        bench.enterGuest(state.words());
        String why = bench.stopped();
        assertNotNull(why, "the entry must fail");
        assertTrue(why.startsWith("VM entry failed at return to protected mode: "), why);
        assertTrue(why.contains(state.check()), why);
        assertTrue(why.contains(state.value()), why);
        EntryCheck first = bench.partition().lastChecks().stream().filter(c -> !c.passes()).findFirst().orElseThrow();
        assertTrue(why.contains(first.rule()), first + " is not in: " + why);
    }

    static Stream<State> good() {
        return Stream.of(state("flat", "", ""),
                state("virtual-8086 mode", "", "", good86()),
                state("unusable data segments say nothing", "", "", at("DS", RIGHTS), UNUSABLE, at("ES", RIGHTS), UNUSABLE | 0xF0F,
                        at("GS", RIGHTS), UNUSABLE, at("GS", LIMIT), 0x10FFEF),
                state("an unusable LDTR says nothing", "", "", at("LDTR", SELECTOR), 0x34, at("LDTR", RIGHTS), UNUSABLE | 0xB),
                state("DS with a DPL above its RPL", "", "", at("DS", RIGHTS), 0xC0F3),
                state("conforming CS below SS", "", "", at("CS", RIGHTS), 0xC09F),
                state("an expand-down stack", "", "", at("SS", RIGHTS), 0xC097),
                state("a 16-bit busy TSS", "", "", at("TR", RIGHTS), 0x83),
                state("GS of 1 MiB in whole pages", "", "", at("GS", LIMIT), 0xFFFFF),
                state("GS limit above 1 MiB in whole pages", "", "", at("GS", LIMIT), 0x10FFFF, at("GS", RIGHTS), 0xC093),
                state("PDPTEs", "", "", CR0, 0x80000011, CR3, 0x3020, CR4, 0x20));
    }

    @ParameterizedTest
    @MethodSource("good")
    void aGoodStateIsEntered(State state) {
        EntryBench bench = new EntryBench();
        bench.enterGuest(state.words());
        assertNull(bench.stopped());
        assertFalse(bench.partition().isMonitorActive());
        assertTrue(bench.partition().lastChecks().stream().allMatch(EntryCheck::passes));
    }

    @Test
    void everyRuleOfThePresentStateIsNamedOnceWithItsValues() {
        List<EntryCheck> checks = EntryChecks.of(new EntryBench().cpu());
        assertEquals(checks.size(), checks.stream().map(EntryCheck::rule).distinct().count());
        assertTrue(checks.stream().noneMatch(c -> c.values().isBlank() || c.group().isBlank()));
    }
}
