package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames in the real firmware and in programs that call it. What is expected follows from the sources by reading them. */
class FramesTest {
    private static final String CALLS = """
            int sink;
            __attribute__((noinline)) int inner(int a, int b) { sink = a * b; return sink + 1; }
            __attribute__((noinline)) int outer(int a) { return inner(a, 7) + 2; }
            void main(void) { sink = outer(6); for (;;) sink++; }
            """;

    @TempDir
    Path folder;

    private static List<String> names(List<GuestFrame> frames) {
        return frames.stream().map(GuestFrame::functionName).toList();
    }

    @Test
    void followsAnInterruptFromItsHandlerInShadowRamToTheProgram() throws Exception {
        GuestProgram program = GuestProgram.build(folder, CALLS, "", "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToAddress(0x7C00);
            long read = guest.symbols.files().get(2).symbol("read").orElseThrow().value();
            guest.runToFunction("int13_disk");
            List<GuestFrame> frames = guest.frames();
            assertEquals("int13_disk", frames.get(0).functionName());
            GuestFrame stub = frames.get(1);
            assertEquals("INT 13h, AH=02h (disk)", stub.enteredBy(), frames.toString());
            assertEquals(read + 2, frames.get(2).linear());
            assertEquals("0000:" + String.format("%04X", read + 2), frames.get(2).address());
            assertEquals(0x7C00, frames.get(2).registers().sp());
        }
    }

    @Test
    void unwindsCallsAtO0AndOs() throws Exception {
        for (String optimize : List.of("-O0", "-Os")) {
            GuestProgram program = GuestProgram.build(folder, CALLS, "", optimize, "-fno-optimize-sibling-calls");
            try (TestGuest guest = new TestGuest(program)) {
                guest.runToFunction("inner");
                List<GuestFrame> frames = guest.frames();
                assertEquals(List.of("inner", "outer", "main"), names(frames).subList(0, 3), optimize);
                assertEquals(3, frames.get(1).line().line(), optimize);
                assertEquals(4, frames.get(2).line().line(), optimize);
                assertTrue(frames.get(3).linear() > 0x7C00 && frames.get(3).linear() < 0x7E00, optimize);
            }
        }
    }

    @Test
    void everyInstructionOfAPrologueHasTheSameCaller() throws Exception {
        GuestProgram program = GuestProgram.build(folder, CALLS, "", "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToAddress(guest.symbols.files().get(2).function("inner").orElseThrow().entry());
            int cfa = guest.frames().get(0).cfa().orElseThrow();
            for (int i = 0; i < 8; i++) {
                List<GuestFrame> frames = guest.frames();
                assertEquals("inner", frames.get(0).functionName());
                assertEquals("outer", frames.get(1).functionName(), "after " + i + " steps");
                assertEquals(cfa, frames.get(0).cfa().orElseThrow(), "after " + i + " steps");
                guest.port.step(1);
                guest.awaitStop();
            }
        }
    }

    @Test
    void findsCallersOfAssemblyWithoutFrameInformation() throws Exception {
        String assembly = """
                .globl far_one, near_one
                near_one: pushw %bx
                          pushw $0x1234
                          lcallw $0, $far_one
                          addw $2, %sp
                          popw %bx
                          retl
                far_one:  pushw %bp
                          movw %sp, %bp
                          pushw %ax
                innermost: nop
                          popw %ax
                          popw %bp
                          lretw
                """;
        String source = "void near_one(void);\nint sink;\nvoid main(void) { sink = 1;\n near_one();\n for (;;) sink++; }";
        GuestProgram program = GuestProgram.build(folder, source, assembly, "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToAddress(guest.symbols.files().get(2).symbol("innermost").orElseThrow().value());
            List<GuestFrame> frames = guest.frames();
            assertEquals("innermost", guest.symbols.nameAt(frames.get(0).linear()));
            assertTrue(guest.symbols.nameAt(frames.get(1).linear()).startsWith("near_one+"), frames.toString());
            assertEquals("main", frames.get(2).functionName(), frames.toString());
            assertEquals(4, frames.get(2).line().line());
        }
    }

    @Test
    void atAnInterruptHandlersEntryTheInterruptedProgramIsTheCaller() throws Exception {
        GuestProgram program = GuestProgram.build(folder, CALLS, "", "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToAddress(0x7C00);
            int entry = guest.memory.i32(4 * 0x13);
            guest.runToAddress((entry >>> 16 << 4) + (entry & 0xFFFF));
            List<GuestFrame> frames = guest.frames();
            long read = guest.symbols.files().get(2).symbol("read").orElseThrow().value();
            assertEquals(read + 2, frames.get(1).linear(), frames.toString());
            assertEquals("INT 13h, AH=02h (disk)", frames.get(0).enteredBy());
        }
    }

    @Test
    void theVideoRomsHandlerIsFollowedToo() throws Exception {
        String source = "void main(void) {\n int ax = 0x0f00;\n __asm__ volatile(\"int $0x10\" : \"+a\"(ax) : : \"ebx\");\n for (;;); }";
        GuestProgram program = GuestProgram.build(folder, source, "", "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToFunction("main");
            guest.runToFunction("int10_dispatch");
            List<GuestFrame> frames = guest.frames();
            assertEquals("int10_dispatch", frames.get(0).functionName());
            assertEquals("INT 10h, AH=0Fh (video)", frames.get(1).enteredBy(), frames.toString());
            assertEquals("main", frames.get(2).functionName());
            assertEquals(3, frames.get(2).line().line());
        }
    }

    @Test
    void aHardwareInterruptIsNamedByItsVector() throws Exception {
        GuestProgram program = GuestProgram.build(folder, CALLS, "", "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToFunction("main");
            guest.runToFunction("int08_timer_irq");
            List<GuestFrame> frames = guest.frames().stream().filter(f -> f.inlined() == null).toList();
            assertEquals("interrupt 08h (timer)", frames.get(1).enteredBy(), frames.toString());
            assertEquals("main", frames.get(2).functionName(), frames.toString());
        }
    }
}
