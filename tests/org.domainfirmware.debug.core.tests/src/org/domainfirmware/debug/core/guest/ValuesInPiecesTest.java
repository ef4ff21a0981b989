package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.domainfirmware.emulator.debug.RegistersView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Values that optimized code keeps in several registers, or as a part of one: each member is shown where it is kept, and can be changed.
 * What must be shown is what the program writes down of them.
 */
class ValuesInPiecesTest {
    private static final String PROGRAM = """
            typedef unsigned short u16;
            struct far { u16 offset, segment; };
            struct request { unsigned lba, count; u16 sector[4]; char *buffer; };
            volatile unsigned truth[5], stops, out;
            volatile unsigned long long wide;
            __attribute__((noinline)) unsigned linear(struct far p)
            {
                stops++;                                        // in linear
                truth[0] = p.offset;
                truth[1] = p.segment;
                return p.segment * 16 + p.offset;
            }
            __attribute__((noinline)) unsigned work(unsigned a, unsigned b)
            {
                struct request r = { a, b };
                r.lba += stops;
                r.count *= b;
                r.buffer = (char *)(a ^ b);
                stops++;                                        // in work
                truth[2] = r.lba;
                truth[3] = r.count;
                truth[4] = (unsigned)r.buffer;
                return r.lba / r.count;
            }
            __attribute__((noinline)) void twice(unsigned long long x)
            {
                stops++;                                        // in twice
                wide = x + x;
            }
            __attribute__((noinline)) void done(void) { stops++; }
            void main(void)
            {
                struct far f = { 0x1234, 0xF000 };
                out = linear(f);
                out = work(77, 3);
                twice(0x123456789aULL + stops);
                done();
                for (;;);
            }
            """;
    @TempDir
    Path folder;

    private TestGuest guest(String... options) throws Exception {
        return new TestGuest(GuestProgram.build(folder, PROGRAM, "", options));
    }

    private static Stop at(TestGuest guest, String text) throws Exception {
        int number = PROGRAM.substring(0, PROGRAM.indexOf(text)).split("\n").length;
        guest.runToAddress(guest.symbols.codeOf("program.c", number).get(0));
        return Stop.of(guest);
    }

    /** In registers side by side; gcc keeps nothing of the sectors, which are never used. */
    @Test
    void membersOfAStructInRegisters() throws Exception {
        try (TestGuest guest = guest("-Os")) {
            Stop s = at(guest, "truth[2] = r.lba");
            assertTrue(s.inspector().variables().stream().filter(d -> d.name().equals("r")).findFirst().orElseThrow().place()
                    instanceof Place.InPieces);
            assertEquals(78, s.number("r.lba"));
            assertEquals(9, s.number("r.count"));
            assertEquals(77 ^ 3, s.number("r.buffer"));
            assertTrue(s.show("r").startsWith("{lba = 78 (0x4E), count = 9, sector = <optimized out>, buffer = "), s.show("r"));
            assertEquals("<optimized out>", s.show("r.sector[1]"));
            assertTrue(assertThrows(InspectionException.class, () -> s.show("r.sector[4]")).getMessage().contains("0 to 3"));
            s.inspector().assign(s.expressions().evaluate("r.count"), 1000);
            assertFalse(s.inspector().canAssign(s.expressions().evaluate("r.sector[1]")));
            guest.runToFunction("done");
            assertEquals(List.of(78L, 1000L, 77L ^ 3), List.of(Stop.of(guest).number("truth[2]"), Stop.of(guest).number("truth[3]"),
                    Stop.of(guest).number("truth[4]")));
        }
    }

    @Test
    void membersOfAStructInOneRegister() throws Exception {
        try (TestGuest guest = guest("-Os", "-mregparm=3")) {
            Stop s = at(guest, "// in linear");
            Datum p = s.expressions().evaluate("p");
            assertTrue(p.place() instanceof Place.InRegister, () -> p.place().toString());
            assertEquals("{offset = 4660 (0x1234), segment = 61440 (0xF000)}", s.show("p"));
            s.inspector().assign(s.expressions().evaluate("p.segment"), 0xC000);
            guest.runToFunction("done");
            assertEquals(List.of(0x1234L, 0xC000L), List.of(Stop.of(guest).number("truth[0]"), Stop.of(guest).number("truth[1]")));
        }
    }

    @Test
    void aNumberInTwoRegisters() throws Exception {
        try (TestGuest guest = guest("-Os", "-mregparm=3")) {
            Stop s = at(guest, "// in twice");
            Datum x = s.expressions().evaluate("x");
            assertTrue(x.place() instanceof Place.InPieces, () -> x.place().toString());
            assertEquals(0x123456789aL + 2, s.number("x"));
            s.inspector().assign(x, 0xFEDCBA98765L);
            guest.runToFunction("done");
            assertEquals(2 * 0xFEDCBA98765L, Stop.of(guest).number("wide"));
        }
    }
}
