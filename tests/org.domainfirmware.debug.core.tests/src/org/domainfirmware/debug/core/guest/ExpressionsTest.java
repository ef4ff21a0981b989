package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.BreakpointSpec;
import org.domainfirmware.emulator.debug.Location;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.StopReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expressions and kinds of values. What they must be follows from the program below and the rules of C. */
class ExpressionsTest {
    private static final String PROGRAM = """
            typedef unsigned short u16;
            enum colour { RED, GREEN = 5, BLUE };
            union both { unsigned eax; u16 ax; };
            struct flags { unsigned a : 3; signed b : 4; unsigned c : 1; };
            struct node { int value; struct node *next; };
            struct node second = { 22, 0 }, first = { 11, &second };
            float single = 1.5f; double twice = -0.25; long double longest = 2.5L;
            long long big = 0x123456789abcdef0; signed char minus = -3; _Bool yes = 1;
            int matrix[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } };
            const char *names[2] = { "one", "two" };
            char text[12] = "tab\\there";
            enum colour favourite = GREEN, strange = 77;
            union both both = { 0x12345678 };
            struct flags flags = { 5, -3, 1 };
            static const int fixed = 4711;
            const volatile int *where = &fixed;
            static int counter = 40;
            int work(int a) { counter += a; return counter; }
            int (*callback)(int) = work;
            void main(void)
            {
                int local = 3;
                __asm__ volatile("fninit");
                single += twice;
                local = callback(local);
                for (;;)
                    local += fixed;
            }
            """;

    @TempDir
    Path folder;
    private TestGuest guest;

    @BeforeEach
    void stop() throws Exception {
        guest = new TestGuest(GuestProgram.build(folder, PROGRAM, "", "-O0"));
        guest.runToAddress(line("local = callback"));
    }

    @AfterEach
    void close() {
        guest.close();
    }

    private long line(String text) {
        return guest.symbols.codeOf("program.c", PROGRAM.substring(0, PROGRAM.indexOf(text)).split("\n").length).get(0);
    }

    private Inspector inspector() {
        return new Inspector(guest.frames().get(0), guest.memory, (n, v) -> { });
    }

    private Expressions expressions() {
        return new Expressions(inspector(), guest.symbols, guest.port.registers().join());
    }

    private String show(String expression) throws InspectionException {
        return new ValueText(inspector(), guest.symbols).of(expressions().evaluate(expression));
    }

    private int address(String name) {
        return (int) guest.symbols.files().get(2).symbol(name).orElseThrow().value();
    }

    @Test
    void valuesOfC() throws Exception {
        Map<String, Long> expected = Map.ofEntries(Map.entry("first.next->value", 22L), Map.entry("(&first)->next->value + 1", 23L),
                Map.entry("matrix[1][2]", 6L), Map.entry("*(*(matrix + 1) + 1)", 5L), Map.entry("&matrix[1][2] - &matrix[0][0]", 5L),
                Map.entry("&matrix[1] - matrix", 1L), Map.entry("*(1 + matrix[0])", 2L), Map.entry("1[names][0]", (long) 't'),
                Map.entry("sizeof(matrix)", 24L), Map.entry("sizeof matrix[0]", 12L), Map.entry("sizeof(int)", 4L),
                Map.entry("sizeof(struct node)", 8L), Map.entry("sizeof(struct node *)", 4L), Map.entry("sizeof(u16)", 2L),
                Map.entry("sizeof(text) / sizeof(text[0])", 12L), Map.entry("sizeof(big) + 1", 9L),
                Map.entry("favourite == GREEN", 1L), Map.entry("BLUE", 6L), Map.entry("(enum colour)favourite", 5L),
                Map.entry("((union both *)&both)->ax", 0x5678L), Map.entry("both.eax >> 16", 0x1234L),
                Map.entry("(signed char)0xFF", -1L), Map.entry("(unsigned char)-1", 255L), Map.entry("minus * minus", 9L),
                Map.entry("flags.a", 5L), Map.entry("flags.b", -3L), Map.entry("flags.c", 1L), Map.entry("!yes", 0L),
                Map.entry("text[3] == '\\t'", 1L), Map.entry("'\\\\'", 92L), Map.entry("big", 0x123456789abcdef0L),
                Map.entry("callback == work", 1L), Map.entry("&work == work", 1L), Map.entry("*where", 4711L),
                Map.entry("1 ? 2 : 3", 2L), Map.entry("0 ? 1 : 0 ? 2 : 0x10", 16L), Map.entry("local << 4 | 1", 0x31L),
                Map.entry("~0 & 0xF", 15L), Map.entry("10 % 4 - -3", 5L), Map.entry("(int)$cs + ($ss & 0)", 0L));
        for (Map.Entry<String, Long> e : expected.entrySet()) {
            assertEquals(e.getValue(), expressions().number(e.getKey()), e.getKey());
        }
        assertEquals(address("work"), expressions().number("work"));
    }

    @Test
    void textsOfValues() throws Exception {
        Map<String, String> expected = Map.ofEntries(Map.entry("twice", "-0.25"), Map.entry("longest", "2.5"),
                Map.entry("single", "1.25"), Map.entry("favourite", "GREEN"), Map.entry("strange", "77 (0x4D)"), Map.entry("yes", "true"),
                Map.entry("text", "\"tab\\there\""), Map.entry("flags", "{a = 5, b = -3 (0xD), c = 1}"),
                Map.entry("matrix[1]", "[4, 5, 6]"), Map.entry("first.next->next", "0"), Map.entry("minus", "-3 (0xFD)"));
        for (Map.Entry<String, String> e : expected.entrySet()) {
            assertEquals(e.getValue(), show(e.getKey()), e.getKey());
        }
        assertTrue(show("names[1]").endsWith(" \"two\""), show("names[1]"));
        assertTrue(show("callback").endsWith(" <work>"), show("callback"));
    }

    @Test
    void addressesOfEveryNotation() throws Exception {
        int at = address("both");
        for (String pointer : new String[] {"linear:%X", "physical:%X", "0000:%X", "0:%x"}) {
            String notation = String.format(pointer, at);
            assertEquals(0x12345678L, expressions().number("*(unsigned *)" + notation), notation);
            assertEquals(0x5678L, expressions().number("((union both *)" + notation + ")->ax"), notation);
            assertEquals(0x78L, expressions().number("*" + notation), notation);
            assertEquals(at, expressions().linear(notation), notation);
        }
        assertEquals(0xEA, expressions().number("*F000:FFF0"));
        assertEquals(0xF000, expressions().number("*(u16 *)(F000:FFF0 + 3)"));
        assertEquals(expressions().number("word [0x413]"), expressions().number("*(u16 *)40:13"));
        assertEquals(2, expressions().number("1 ? 2 : 30"), "no address between ? and :");
        assertEquals("linear 000FFFF0", show("F000:FFF0"));
    }

    /** Conditions that are left to the machine mean the same there. */
    @Test
    void theMachinesConditionsAreReadAlike() throws Exception {
        int at = (int) line("local += fixed");
        for (String condition : new String[] {"word [0:7DFE] == 0xAA55", "byte [F000:FFF0] == 234", "[0:10] == [0x10]", "[ds:10] == [0xA]",
            "[0:10] == [10]", "dword [40:13] == dword [0x413]", "byte [ss:7dfeh] == 55h", "word [F000:FFF3] == 0F000h"}) {
            guest.memory.forget();
            boolean holds = expressions().number(condition) != 0;
            int id = guest.port.setBreakpoint(new BreakpointSpec(new Breakpoint.Execution(new Location.Linear(at)),
                    Breakpoint.Action.STOP, condition, 0)).join();
            int goal = guest.port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.InstructionCount(
                    guest.port.registers().join().instructions() + 1000))).join();
            assertEquals(new StopReason.AtBreakpoints(java.util.List.of(holds ? id : goal)), guest.resume(), condition);
            guest.port.removeBreakpoint(id).join();
            guest.port.removeBreakpoint(goal).join();
        }
    }

    @Test
    void changesWhatHasAPlaceAndSaysWhyNotOtherwise() throws Exception {
        Map<String, Long> changes = Map.of("favourite", 6L, "flags.b", -2L, "minus", -128L, "big", -5L, "matrix[1][1]", 99L,
                "both.ax", 0xFFFFL, "first.next->value", -1L, "text[0]", (long) 'T', "yes", 0L, "*(u16 *)40:F0", 0x1234L);
        for (Map.Entry<String, Long> e : changes.entrySet()) {
            inspector().assign(expressions().evaluate(e.getKey()), e.getValue());
            guest.memory.forget();
            assertEquals(e.getValue(), expressions().number(e.getKey()), e.getKey());
        }
        assertEquals(0x1234FFFFL, expressions().number("both.eax"));
        assertEquals(5, expressions().number("flags.a"));
        Map<String, String> refusals = Map.of("matrix", "it has parts", "local + 1", "calculated", "twice", "floating-point",
                "first", "it has parts");
        for (Map.Entry<String, String> e : refusals.entrySet()) {
            Inspector inspector = inspector();
            Datum d = expressions().evaluate(e.getKey());
            assertFalse(inspector.canAssign(d), e.getKey());
            InspectionException refused = assertThrows(InspectionException.class, () -> inspector.assign(d, 1));
            assertTrue(refused.getMessage().contains(e.getValue()), refused.getMessage());
        }
    }

    @Test
    void errorsAreOneLine() {
        for (String bad : new String[] {"&flags.a", "sizeof(nothing)", "sizeof(", "single + 1", "40:", "F000:GGGG", "'ab'", "'\\q'", "*local",
            "first + 1", "matrix->x", "(struct none *)4", "linear:", "1 +* ", "names[", "work.x", "$none"}) {
            InspectionException e = assertThrows(InspectionException.class, () -> expressions().number(bad), bad);
            assertTrue(e.getMessage().length() > 10 && !e.getMessage().contains("\n"), bad + ": " + e.getMessage());
        }
    }

    @Test
    void pagingLeavesOnlyLinearAddresses() throws Exception {
        RegistersView r = guest.port.registers().join();
        RegistersView paged = new RegistersView(r.general(), r.eip(), r.eflags(), r.segments(),
                java.util.List.of(r.control().get(0) | 1 << 31, 0, 0, 0), r.debug(), r.gdtBase(), r.gdtLimit(), r.idtBase(), r.idtLimit(),
                r.x87(), r.msrs(), r.cpl(), r.halted(), r.instructions(), r.nanos());
        Expressions e = new Expressions(inspector(), guest.symbols, paged);
        assertEquals(0xEA, e.number("*linear:FFFF0"));
        assertTrue(assertThrows(InspectionException.class, () -> e.number("*physical:FFFF0")).getMessage().contains("Memory view"));
    }
}
