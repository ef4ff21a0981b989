package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.BreakpointSpec;
import org.domainfirmware.emulator.debug.StopReason;
import org.domainfirmware.emulator.machine.OptionRom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that runs where it was not linked for: names, lines, breakpoints and steps are those of where it was linked. */
class CopiedCodeTest {
    /** A routine that a program copies to a place of its own and calls there, twice; then something else comes there. */
    private static final String ASSEMBLY = """
            .globl mover, routine, second, back, end, other
            mover:  pushal
                    movw $2, %bp
            again:  cld
                    movw $routine, %si
                    movw $0x5000, %di
                    movw $end - routine, %cx
                    rep movsb
                    movw $0x5000, %ax
                    callw *%ax
            back:   decw %bp
                    jnz again
                    movl $0x90909090, 0x5000
                    movl $0xc3909090, 0x5004
                    movw $0x5000, %ax
                    callw *%ax
                    popal
                    retl
            routine: pushw %bx
                    movw $0x1234, %bx
                    callw inner
            second: addw $7, %bx
                    popw %bx
                    ret
            inner:  movb $3, %bh
                    orb $1, %bl
                    xorw $0x55aa, %bx
                    notw %bx
                    ret
                    .ascii "the end of what is copied"
            end:    nop
            """;
    private static final String SOURCE = "void mover(void);\nvoid main(void) { mover(); for (;;); }";

    @TempDir
    Path folder;

    private static int address(TestGuest guest, String label) {
        return (int) guest.symbols.files().get(2).symbol(label).orElseThrow().value();
    }

    private static List<Integer> set(TestGuest guest, long linked) {
        List<Integer> ids = new ArrayList<>();
        for (Breakpoint b : guest.symbols.breakpointsAt(linked)) {
            ids.add(guest.port.setBreakpoint(BreakpointSpec.stop(b)).join());
        }
        return ids;
    }

    @Test
    void aLineStopsInEachCopyAndTheFramesHaveItsNames() throws Exception {
        GuestProgram program = GuestProgram.build(folder, SOURCE, ASSEMBLY, "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToFunction("main");
            int inner = address(guest, "inner");
            int line = guest.symbols.lineAt(inner).orElseThrow().line().line();
            set(guest, guest.symbols.codeOf("extra.S", line).get(0));
            for (int i = 0; i < 2; i++) {
                assertInstanceOf(StopReason.AtBreakpoints.class, guest.resume());
                List<GuestFrame> frames = guest.frames();
                assertEquals(inner - address(guest, "routine") + 0x5000, frames.get(0).linear());
                assertEquals(line, frames.get(0).line().line());
                assertEquals("inner", guest.symbols.nameAt(frames.get(0).linear()));
                assertEquals("routine", guest.symbols.nameAt(0x5000));
                assertEquals(line - 4, frames.get(1).line().line(), "the call of inner");
                assertEquals(address(guest, "back"), frames.get(2).linear(), frames.toString());
                assertEquals("main", frames.get(3).functionName());
            }
            LineSteps steps = LineStepsTest.steps(guest);
            for (int i = 1; i <= 4; i++) {
                assertEquals(new StopReason.StepEnd(), steps.over());
                assertEquals(line + i, guest.frames().get(0).line().line());
            }
            assertEquals(new StopReason.StepEnd(), steps.returnFrom(guest.frames().get(0)));
            assertEquals("second", guest.symbols.nameAt(guest.frames().get(0).linear()));
        }
    }

    @Test
    void whatComesThereLaterHasNoNamesOfTheCopy() throws Exception {
        GuestProgram program = GuestProgram.build(folder, SOURCE, ASSEMBLY, "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            guest.runToFunction("main");
            guest.runToAddress(0x5000);
            assertEquals("routine", guest.symbols.nameAt(guest.frames().get(0).linear()));
            guest.runToAddress(0x5000);
            guest.runToAddress(0x5000);
            assertEquals(0x90, guest.memory.u8(0x5000));
            GuestFrame top = guest.frames().get(0);
            assertEquals("", guest.symbols.nameAt(0x5000), top.toString());
            assertEquals(null, top.line());
        }
    }

    @Test
    void theBreakpointCountsOnceWhereTheCodeIsByItself() throws Exception {
        GuestProgram program = GuestProgram.build(folder, SOURCE, ASSEMBLY, "-O0");
        try (TestGuest guest = new TestGuest(program)) {
            List<Integer> ids = set(guest, address(guest, "mover"));
            assertEquals(2, ids.size());
            assertEquals(new StopReason.AtBreakpoints(List.of(ids.get(0))), guest.resume());
        }
    }

    /** The template's symbols are for C8000. */
    @Test
    void anOptionRomIsDebuggedWhereverItIsPut() throws Exception {
        byte[] rom = Files.readAllBytes(TestGuest.firmware().resolve("optionrom.rom"));
        try (TestGuest guest = new TestGuest(null, new OptionRom(0xD4000, rom))) {
            long linked = guest.symbols.files().get(2).function("initialize").orElseThrow().entry();
            assertTrue(linked >= 0xC8000 && linked < 0xC9000);
            set(guest, linked);
            assertInstanceOf(StopReason.AtBreakpoints.class, guest.resume());
            List<GuestFrame> frames = guest.frames();
            assertEquals(0xD4000 + linked - 0xC8000, frames.get(0).linear());
            assertEquals("initialize", frames.get(0).functionName());
            assertEquals("init.c", frames.get(0).line().file().replaceAll(".*/", ""));
        }
    }

    /** The system ROM runs in RAM while its own place becomes RAM: reset.S copies it to 1000:0000. */
    @Test
    void theSystemRomsCopyOfItselfHasItsLines() throws Exception {
        try (TestGuest guest = new TestGuest(null)) {
            Path source = Path.of(System.getProperty("dfw.root", "."), "firmware-src/rombios/reset.S");
            int line = Files.readAllLines(source).indexOf("1:      movw    $0xCFD, %dx") + 1;
            set(guest, guest.symbols.codeOf("rombios/reset.S", line).get(0));
            assertInstanceOf(StopReason.AtBreakpoints.class, guest.resume());
            GuestFrame top = guest.frames().get(0);
            assertEquals(0x1000, top.registers().cs().selector());
            assertEquals(line, top.line().line());
        }
    }
}
