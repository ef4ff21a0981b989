package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.domainfirmware.emulator.debug.RegistersView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variables and expressions; what they must be follows from the programs' sources. */
class ValuesTest {
    private static final String PROGRAM = """
            typedef unsigned short u16;
            enum colour { RED, GREEN = 5 };
            struct inner { char name[8]; };
            struct thing { int number; u16 word; unsigned low : 3, high : 5; struct inner in; struct thing *next;
                           union { unsigned eax; u16 ax; }; };
            struct thing global = { -2, 0xbeef, 5, 17, { "hello" }, 0, { 0x12345678 } };
            int numbers[4] = { 10, 20, 30, 40 };
            int sink;
            __attribute__((noinline)) int work(int a, struct thing *t, enum colour c)
            {
                const char *text = "abc\\n\\\\\\001";
                int local = a + t->number;
                sink = local + c + text[1];
                sink += local;
                return sink;
            }
            void main(void)
            {
                sink = work(7, &global, GREEN);
                for (;;)
                    sink++;
            }
            """;

    @TempDir
    Path folder;

    private TestGuest at(String line, String... options) throws Exception {
        GuestProgram program = GuestProgram.build(folder, PROGRAM, "", options);
        TestGuest guest = new TestGuest(program);
        int number = PROGRAM.substring(0, PROGRAM.indexOf(line)).split("\n").length;
        guest.runToAddress(guest.symbols.codeOf("program.c", number).get(0));
        return guest;
    }

    @Test
    void argumentsAndLocalsAtO0() throws Exception {
        try (TestGuest guest = at("sink += local", "-O0")) {
            Stop s = Stop.of(guest);
            assertEquals(List.of("a", "t", "c", "text", "local"), s.inspector().variables().stream().map(Datum::name).toList());
            assertEquals(7, s.number("a"));
            assertEquals(5, s.number("local"));
            assertEquals("GREEN", s.show("c"));
            assertTrue(s.show("text").endsWith("\"abc\\n\\\\<01>\""), s.show("text"));
            assertEquals("92 (0x5C) '\\\\'", s.show("text[4]"));
        }
    }

    @Test
    void argumentsAndLocalsAtOs() throws Exception {
        for (String registers : List.of("-mregparm=0", "-mregparm=3")) {
            GuestProgram program = GuestProgram.build(folder, PROGRAM, "", "-Os", registers);
            try (TestGuest guest = new TestGuest(program)) {
                guest.runToAddress(guest.symbols.files().get(2).function("work").orElseThrow().entry());
                Stop s = Stop.of(guest);
                assertEquals(7, s.number("a"), registers);
                assertEquals(-2, s.number("t->number"), registers);
                assertEquals("GREEN", s.show("c"), registers);
            }
        }
    }

    @Test
    void structuresArraysPointersAndBitFields() throws Exception {
        try (TestGuest guest = at("sink += local", "-O0")) {
            Stop s = Stop.of(guest);
            assertEquals(-2, s.number("t->number"));
            assertEquals(0xBEEF, s.number("global.word"));
            assertEquals(5, s.number("t->low"));
            assertEquals(17, s.number("t->high"));
            assertEquals(0x5678, s.number("t->ax"));
            // Members of the anonymous union are members of the structure.
            List<Datum> members = s.inspector().children(s.expressions().evaluate("global"));
            assertEquals(List.of("number", "word", "low", "high", "in", "next", "eax", "ax"), members.stream().map(Datum::name).toList());
            assertEquals("22136 (0x5678)", s.text().of(members.get(7)));
            assertEquals("\"hello\"", s.show("global.in.name"));
            assertEquals('e', s.number("t->in.name[1]"));
            assertEquals(30, s.number("numbers[2]"));
            assertEquals(40, s.number("*(numbers + 3)"));
            assertEquals(1, s.number("&numbers[3] - &numbers[2]"));
            long address = guest.symbols.files().get(2).symbol("global").orElseThrow().value();
            assertEquals(String.format("0000:%04X (linear %08X)", address, address), s.show("t"));
            assertEquals(20, s.inspector().children(s.expressions().evaluate("numbers")).size() * 5);
        }
    }

    @Test
    void registersSegmentsAndCasts() throws Exception {
        try (TestGuest guest = at("sink += local", "-O0")) {
            Stop s = Stop.of(guest);
            RegistersView r = guest.port.registers().join();
            assertEquals(r.eip(), s.number("eip"));
            assertEquals(r.general().get(5) & 0xFFFF, s.number("$bp"));
            assertEquals(0, s.number("cs"));
            assertEquals(0xFFFF, s.number("cs.limit"));
            assertEquals(0xEA, s.number("byte [F000:FFF0]"), "the reset vector is a far jump");
            assertEquals(0xEA, s.number("byte [0F000h:0xFFF0]"));
            assertEquals(0xAA55, s.number("*(unsigned short *)0x7dfe"));
            assertEquals(0xAA55, s.number("[0x7dfe]"));
            assertEquals(0xBEEF, s.number("((struct thing *)&global)->word"));
            assertEquals(1, s.number("a == 7 && local != 7 ? 1 : 2"));
        }
    }

    @Test
    void changesValues() throws Exception {
        try (TestGuest guest = at("sink += local", "-O0")) {
            Stop s = Stop.of(guest);
            s.inspector().assign(s.expressions().evaluate("local"), 1000);
            s.inspector().assign(s.expressions().evaluate("global.high"), 3);
            Stop after = Stop.of(guest);
            assertEquals(1000, after.number("local"));
            assertEquals(3, after.number("t->high"));
            assertEquals(5, after.number("t->low"));
        }
    }

    @Test
    void theFirmwaresOwnArgumentsAreReadThroughItsStackSegment() throws Exception {
        GuestProgram program = GuestProgram.build(folder, PROGRAM, "", "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToAddress(0x7C00);
            guest.runToAddress(guest.symbols.files().get(0).function("int13_disk").orElseThrow().entry());
            Stop s = Stop.of(guest);
            assertEquals(0x02, s.number("r->ah"));
            assertEquals(0x10, s.number("r->al"));
            assertEquals(0x7E00, s.number("r->bx"));
            assertEquals(0x0002, s.number("r->cx"));
            assertEquals(0, s.number("r->es"));
            assertTrue(s.show("r").startsWith("9E00:"), s.show("r"));
        }
    }

    @Test
    void pointersOfNamedAddressSpacesCountFromTheirSegment() throws Exception {
        String source = """
                struct pair { int number; char text[6]; };
                struct pair here = { 77, "there" };
                int sink;
                void main(void) {
                    const struct pair __seg_gs *far = (const struct pair __seg_gs *)((unsigned)&here - 0x120);
                    unsigned short __seg_fs *ticks = (unsigned short __seg_fs *)0x6c;
                    struct pair *near = &here;
                    __asm__ volatile("mov %0, %%gs; mov %1, %%fs" : : "r"(0x12), "r"(0x40));
                    sink = far->number + near->number;
                    for (;;) sink += *ticks;
                }
                """;
        GuestProgram program = GuestProgram.build(folder, source, "", "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToAddress(guest.symbols.codeOf("program.c", 9).get(0));
            Stop s = Stop.of(guest);
            long here = guest.symbols.files().get(2).symbol("here").orElseThrow().value();
            assertEquals(String.format("0012:%04X (linear %08X)", here - 0x120, here), s.show("far"));
            assertEquals("0040:006C (linear 0000046C)", s.show("ticks"));
            assertEquals(String.format("0000:%04X (linear %08X)", here, here), s.show("near"));
            assertEquals("const struct pair __seg_gs *", s.expressions().evaluate("far").type().name());
            assertEquals(77, s.number("far->number"));
            assertEquals("\"there\"", s.show("far->text"));
            assertEquals('h', s.number("*(&far->text[0] + 1)"));
            assertEquals(here, s.expressions().linear("far"));
            assertEquals(s.number("word [0x46c]"), s.number("*ticks"));
        }
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        try (TestGuest guest = at("sink += local", "-O0")) {
            Stop s = Stop.of(guest);
            for (String bad : List.of("", "a +", "nothing", "t->nothing", "a.b", "(a", "1 / 0", "*a", "12x", "a @ b")) {
                InspectionException e = assertThrows(InspectionException.class, () -> s.number(bad), bad);
                assertTrue(e.getMessage().length() > 10, e.getMessage());
            }
        }
    }
}
