package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Frames through interrupts and far calls that a program or the firmware makes itself. What is expected follows from the
 * sources by reading them.
 */
class InterruptFramesTest {
    /** A handler for vector 60h, a far routine, and calls of both. */
    private static final String ASSEMBLY = """
            .globl by_int, by_vector, by_far_call, by_pushed_cs, handler
            handler:  pushal
                      calll service
                      popal
                      iretw
            routine:  pushw %si
                      calll service
                      popw %si
                      lretw
            hook:     movw $handler, 4*0x60
                      movw $0, 4*0x60+2
                      ret
            by_int:   callw hook
                      movw $0x1234, %ax
                      int $0x60
                      retl
            by_vector: callw hook
                      movw $0x5678, %ax
                      pushfw
                      lcallw *4*0x60
                      retl
            by_far_call: pushw %bx
                      lcallw $0, $routine
                      popw %bx
                      retl
            by_pushed_cs: pushw %bx
                      pushw %cs
                      callw routine
                      popw %bx
                      retl
            """;
    private static final String SOURCE = """
            int sink;
            __attribute__((noinline)) void service(void) { sink++; }
            void by_int(void); void by_vector(void); void by_far_call(void); void by_pushed_cs(void);
            __attribute__((noinline)) void caller(void) { by_int(); sink++;
             by_vector(); sink++;
             by_far_call(); sink++;
             by_pushed_cs(); sink++; }
            void main(void) { caller(); for (;;) sink++; }
            """;

    @TempDir
    Path folder;

    @Test
    void programsOwnHandlersAndFarRoutines() throws Exception {
        for (String optimize : List.of("-O0", "-Os")) {
            GuestProgram program = GuestProgram.build(folder, SOURCE, ASSEMBLY, optimize, "-fno-optimize-sibling-calls");
            try (TestGuest guest = new TestGuest(program)) {
                guest.runToAddress(0x7C00);
                int line = 4;
                for (String way : List.of("by_int", "by_vector", "by_far_call", "by_pushed_cs")) {
                    guest.runToAddress(guest.symbols.files().get(2).function("service").orElseThrow().entry());
                    List<GuestFrame> frames = guest.frames();
                    String what = optimize + " " + way + ": " + frames;
                    assertEquals("service", frames.get(0).functionName(), what);
                    String assembly = guest.symbols.nameAt(frames.get(1).linear(), false);
                    assertTrue(assembly.startsWith(line < 6 ? "handler+" : "routine+"), what + assembly);
                    assertTrue(guest.symbols.nameAt(frames.get(2).linear(), frames.get(2).exact()).startsWith(way + "+"), what);
                    // What AH was at a handler's entry by CALL nobody kept.
                    assertEquals(line == 4 ? "INT 60h, AH=12h" : line == 5 ? "INT 60h" : "", frames.get(1).enteredBy(), what);
                    assertEquals("caller", frames.get(3).functionName(), what);
                    assertEquals(line, frames.get(3).line().line(), what);
                    assertEquals("main", frames.get(4).functionName(), what);
                    line++;
                }
            }
        }
    }

    @Test
    void atAHandlersEntryTheVectorIsKnownHoweverItWasCalled() throws Exception {
        GuestProgram program = GuestProgram.build(folder, SOURCE, ASSEMBLY, "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToAddress(0x7C00);
            for (String expected : List.of("INT 60h, AH=12h", "INT 60h, AH=56h")) {
                guest.runToAddress(guest.symbols.files().get(2).symbol("handler").orElseThrow().value());
                assertEquals(expected, guest.frames().get(0).enteredBy());
            }
        }
    }

    /** The handler answers in AH: it is the function only at the entry. */
    @Test
    void theFunctionIsTheOneAtTheEntryOrNotNamed() throws Exception {
        GuestProgram program = GuestProgram.build(folder, SOURCE, ASSEMBLY, "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToAddress(0x7C00);
            guest.runToFunction("int13_disk");
            assertEquals("INT 13h, AH=02h (disk)", guest.frames().get(1).enteredBy());
            Inspector inspector = new Inspector(guest.frames().get(0), guest.memory, null);
            inspector.assign(new Expressions(inspector, guest.symbols, guest.port.registers().join()).evaluate("r->ah"), 0x55);
            assertEquals("INT 13h, AH=02h (disk)", guest.frames().get(1).enteredBy());
            guest.runToAddress(guest.symbols.files().get(0).symbol("int_return").orElseThrow().value());
            assertEquals("INT 13h (disk)", guest.frames().get(0).enteredBy());
        }
    }

    /** The firmware reads the boot sector by its own INT 13h service, inside INT 19h, which POST called. */
    @Test
    void theFirmwaresCallsOfItsOwnServicesLeadBackToReset() throws Exception {
        GuestProgram program = GuestProgram.build(folder, SOURCE, ASSEMBLY, "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToFunction("int13_disk");
            List<GuestFrame> frames = guest.frames();
            assertEquals(List.of("int13_disk", "", "", "load_sector", "boot_drive", "try_kind", "boot_from", "int19_boot", "", "",
                    "boot", "post_main", ""), frames.stream().map(GuestFrame::functionName).toList());
            assertEquals("INT 13h, AH=02h (disk)", frames.get(1).enteredBy());
            assertEquals("INT 19h (boot)", frames.get(8).enteredBy());
            for (int farCall : new int[] {2, 9}) {
                assertTrue(guest.symbols.nameAt(frames.get(farCall).linear(), false).startsWith("far_call+"), frames.toString());
            }
        }
    }

    @Test
    void everyInstructionOfAFarCallHasTheSameCaller() throws Exception {
        GuestProgram program = GuestProgram.build(folder, SOURCE, ASSEMBLY, "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToAddress(guest.symbols.files().get(0).symbol("far_call").orElseThrow().value());
            List<String> callers = functions(guest.frames());
            int steps = 0;
            while (guest.symbols.nameAt(guest.port.registers().join().eip() + 0xF0000).startsWith("far_call")) {
                assertEquals(callers, functions(guest.frames()), "after " + steps + " steps");
                guest.port.step(1);
                guest.awaitStop();
                steps++;
            }
            assertTrue(steps > 20, steps + " steps");
        }
    }

    /** POST gives a ROM's initialization a stack below 7C00h. */
    @Test
    void anOptionRomsInitializationLeadsBackToPost() throws Exception {
        try (TestGuest guest = new TestGuest(null)) {
            guest.runToFunction("init_video");
            List<GuestFrame> frames = guest.frames();
            assertEquals(List.of("init_video", "initialize", "find_video_rom", "video_rom_setup", "post_main"), functions(frames));
            assertEquals(0, frames.get(0).registers().ss().base());
            GuestFrame post = frames.stream().filter(f -> f.functionName().equals("post_main")).findFirst().orElseThrow();
            assertEquals(0x9E000, post.registers().ss().base());
        }
    }

    private static List<String> functions(List<GuestFrame> frames) {
        return frames.stream().map(GuestFrame::functionName).filter(n -> !n.isEmpty()).toList();
    }
}
