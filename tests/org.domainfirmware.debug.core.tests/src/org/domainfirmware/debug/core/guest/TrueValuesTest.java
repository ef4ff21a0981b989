package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.debug.RegistersView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Arguments and locals of one source at several levels of optimization, compared with what the program itself writes down of them: a
 * value that is shown is the true one, whatever the compiler did with it.
 */
class TrueValuesTest {
    private static final String PROGRAM = """
            volatile unsigned truth[8], input = 3, stops;
            volatile long long wide;
            static inline unsigned scaled(unsigned factor, unsigned value)
            {
                unsigned product = factor * value;
                stops++;                                        // in scaled
                truth[6] = product;
                return product + factor;
            }
            __attribute__((noinline)) unsigned work(unsigned a, unsigned b, unsigned c, unsigned d)
            {
                unsigned sum = a + b, spread = c * d;
                unsigned char small = (unsigned char)(sum + 0xF0);
                register long long both = (long long)sum << 32 | spread;
                stops++;                                        // in work
                truth[0] = a; truth[1] = b; truth[2] = c; truth[3] = d; truth[4] = sum; truth[5] = spread;
                wide = both;
                truth[7] = small;
                return scaled(sum, spread) + (unsigned)(both >> 32) + small;
            }
            __attribute__((noinline)) void done(void) { stops++; }  // done
            void main(void)
            {
                input = work(input, input + 4, 0x10000, input - 1);
                done();
                for (;;);
            }
            """;

    @TempDir
    Path folder;

    private static long line(TestGuest guest, String text) {
        int number = PROGRAM.substring(0, PROGRAM.indexOf(text)).split("\n").length;
        return guest.symbols.codeOf("program.c", number).get(0);
    }

    /** What is shown of variables at the top of the stack, "<...>" where it is said not to be there. */
    private static List<String> shown(TestGuest guest, List<String> names) {
        RegistersView view = guest.port.registers().join();
        GuestFrame frame = guest.frames().get(0);
        Inspector inspector = new Inspector(frame, guest.memory, null);
        Expressions expressions = new Expressions(inspector, guest.symbols, view);
        List<String> values = new ArrayList<>();
        for (String name : names) {
            try {
                values.add(Long.toHexString(expressions.number(name)));
            } catch (InspectionException e) {
                values.add("<" + e.getMessage() + ">");
            }
        }
        return values;
    }

    private void compare(int least, String... options) throws Exception {
        GuestProgram program = GuestProgram.build(folder, PROGRAM, "", options);
        try (TestGuest guest = new TestGuest(program)) {
            String what = String.join(" ", options);
            guest.runToAddress(line(guest, "// in work"));
            List<String> before = shown(guest, List.of("a", "b", "c", "d", "sum", "spread", "small"));
            // In optimized code gcc names registers for it that it never loads.
            guest.runToAddress(line(guest, "truth[7] = small"));
            List<String> pair = options[0].equals("-O0") ? shown(guest, List.of("both")) : List.of("<>");
            guest.runToAddress(line(guest, "// in scaled"));
            assertEquals("scaled", guest.frames().get(0).functionName(), what);
            assertEquals("work", guest.frames().get(1).functionName(), what);
            List<String> inside = shown(guest, List.of("factor", "value", "product"));
            guest.runToFunction("done");
            List<String> truth = shown(guest, List.of("truth[0]", "truth[1]", "truth[2]", "truth[3]", "truth[4]", "truth[5]",
                    "truth[7]"));
            assertEquals(List.of("3", "7", "10000", "2", "a", "20000", "fa"), truth);
            assertEquals(List.of("a00020000"), shown(guest, List.of("wide")));
            int there = same(before, truth, what) + same(pair, List.of("a00020000"), what) + same(inside, List.of("a", "20000", "140000"), what);
            System.out.println(what + ": " + there + " of 11 values, " + before + " " + pair + " " + inside);
            assertTrue(there >= least, what + ": only " + there + " values: " + before + inside);
        }
    }

    private static int same(List<String> shown, List<String> truth, String what) {
        int there = 0;
        for (int i = 0; i < truth.size(); i++) {
            if (!shown.get(i).startsWith("<")) {
                assertEquals(truth.get(i), shown.get(i), what + ": " + shown);
                there++;
            }
        }
        return there;
    }

    @Test
    void withoutOptimizationEverythingIsThere() throws Exception {
        compare(11, "-O0");
        compare(11, "-O0", "-mregparm=3");
    }

    /** The compiler's own debug information says how much it left: of each call at least what it still needs. */
    @Test
    void optimizedCodeShowsNothingWrong() throws Exception {
        for (String level : List.of("-Os", "-O1", "-O2", "-Og")) {
            compare(3, level);
            compare(3, level, "-mregparm=3");
        }
    }
}
