package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.debug.StopReason;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File and line of frames and steps where code does not stand where it is run: macros, included files, inlined functions. */
class SourceLinesTest {
    private static final String PROGRAM = """
            #include "part.h"
            #define TWICE(x) \\
                ((x) + \\
                 (x))
            void assembled(void);
            __attribute__((noinline)) int main_line(int a)
            {
                int b = TWICE(a);
                b += outer(b);
                sink = b;
                return b;
            }
            void main(void) { main_line(3); assembled(); for (;;); }
            """;
    private static final String PART = """
            static volatile int sink;
            static inline __attribute__((always_inline)) int inner(int v)
            {
                sink = v;
                sink += v;
                return v + 1;
            }
            static inline __attribute__((always_inline)) int outer(int v)
            {
                int w = inner(v);
                return w + 2;
            }
            """;
    private static final String ASSEMBLY = """
            .macro  LOAD value
            movw    $\\value, %ax
            incw    %ax
            .endm
            .globl  assembled
            assembled: nop
            LOAD    5
            callw   included
            retl
            .include "more.inc"
            """;
    private static final String INCLUDED = """
            included:
                nop
                decw %ax
                ret
            """;

    @TempDir
    Path folder;

    private TestGuest guest(String... options) throws Exception {
        Files.writeString(folder.resolve("part.h"), PART);
        Files.writeString(folder.resolve("more.inc"), INCLUDED);
        return new TestGuest(GuestProgram.build(folder, PROGRAM, ASSEMBLY, options));
    }

    private static String place(GuestFrame f) {
        return DebugInfo.lastName(f.line().file()) + ":" + f.line().line();
    }

    private static List<String> steps(TestGuest guest, int count) throws Exception {
        LineSteps steps = LineStepsTest.steps(guest);
        List<String> places = new ArrayList<>(List.of(place(guest.frames().get(0))));
        for (int i = 0; i < count; i++) {
            assertEquals(new StopReason.StepEnd(), steps.into());
            places.add(place(guest.frames().get(0)));
        }
        return places;
    }

    /** The lines of PROGRAM, PART as they are written above. */
    @Test
    void macrosAreTheLineThatUsesThemAndInlinedFunctionsTheirOwn() throws Exception {
        try (TestGuest guest = guest("-O0")) {
            guest.runToFunction("main_line");
            assertEquals("program.c:8", place(guest.frames().get(0)));
            guest.runToAddress(guest.symbols.codeOf("part.h", 5).get(0));
            List<GuestFrame> frames = guest.frames();
            assertEquals(List.of("inner", "outer", "main_line", "main"), frames.subList(0, 4).stream().map(GuestFrame::functionName).toList());
            assertEquals(List.of("part.h:5", "part.h:10", "program.c:9", "program.c:13"), frames.subList(0, 4).stream()
                    .map(SourceLinesTest::place).toList());
            Inspector inner = new Inspector(frames.get(0), guest.memory, null);
            assertEquals(6, new Expressions(inner, guest.symbols, guest.port.registers().join()).number("v"));
            Inspector caller = new Inspector(frames.get(2), guest.memory, null);
            assertEquals(3, new Expressions(caller, guest.symbols, guest.port.registers().join()).number("a"));
        }
    }

    /** Of code that was moved about, each frame is still a function of its file. */
    @Test
    void optimizedInlinedFunctionsHaveTheirFrames() throws Exception {
        try (TestGuest guest = guest("-Os")) {
            guest.runToFunction("main_line");
            boolean inlined = false;
            for (int i = 0; i < 20 && guest.frames().get(0).function().name().equals("main_line"); i++) {
                List<GuestFrame> frames = guest.frames().stream().filter(f -> f.function() != null).toList();
                for (int n = 0; frames.get(n).inlined() != null; n++) {
                    assertTrue(place(frames.get(n)).startsWith("part.h:"), frames.toString());
                    inlined = true;
                }
                GuestFrame whole = frames.stream().filter(f -> f.inlined() == null).findFirst().orElseThrow();
                assertEquals("main_line", whole.functionName());
                assertTrue(place(whole).startsWith("program.c:"), frames.toString());
                assertEquals("program.c:13", place(frames.get(frames.indexOf(whole) + 1)), frames.toString());
                guest.port.step(1);
                guest.awaitStop();
            }
            assertTrue(inlined, "no instruction of an inlined function was met");
        }
    }

    /** Assembly: two lines come before extra.S's text. A macro's instructions belong to the line that uses it. */
    @Test
    void assemblyOfMacrosAndIncludedFiles() throws Exception {
        try (TestGuest guest = guest("-O0")) {
            guest.runToAddress(guest.symbols.files().get(2).symbol("assembled").orElseThrow().value());
            assertEquals(List.of("extra.S:8", "extra.S:9", "extra.S:10", "more.inc:2", "more.inc:3", "more.inc:4", "extra.S:11"),
                    steps(guest, 6));
        }
    }

    @Test
    void theCallersOfIncludedCodeHaveTheirLines() throws Exception {
        try (TestGuest guest = guest("-O0")) {
            guest.runToAddress(guest.symbols.codeOf("more.inc", 3).get(0));
            List<GuestFrame> frames = guest.frames();
            assertEquals("more.inc:3", place(frames.get(0)));
            assertEquals("extra.S:10", place(frames.get(1)));
            assertEquals("program.c:13", place(frames.get(2)));
        }
    }
}
