package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.BreakpointSpec;
import org.domainfirmware.emulator.debug.Location;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The VM86 monitor and its guest on one stack. What is expected of the guest follows from the program's labels and from what it
 * puts into its registers; of the monitor, from its source.
 */
class MonitorFramesTest {
    private static final String SOURCE = "void enter(void);\nvoid main(void) {\n volatile int local = 4711; enter();\n}";
    /**
     * Instructions virtual-8086 mode does not have, and a way through protected mode. The label behind the first is a breakpoint
     * at an instruction the monitor has just returned to.
     */
    private static final String ASSEMBLY = """
            .globl enter, readcr, stop, loadgdt, toprot, between, in32, toreal, again
            enter:    movl $0x1234abcd, %ecx
                      movl $0x5678, %esi
                      movw $0x3000, %ax
                      movw %ax, %fs
            readcr:   movl %cr0, %eax
            stop:     nop
                      cli
            loadgdt:  lgdtl gdtr
                      movl %cr0, %eax
                      orb $1, %al
            toprot:   movl %eax, %cr0
            between:  addl %edx, %ecx
                      ljmpl $8, $in32
                      .code32
            in32:     movw $0x10, %ax
                      movw %ax, %ds
                      movw %ax, %ss
                      ljmpl $0x18, $in16
                      .code16
            in16:     movl $0x00c0ffee, %edx
                      movl %cr0, %eax
                      andb $0xfe, %al
            toreal:   movl %eax, %cr0
                      ljmp $0, $again
            again:    xorw %ax, %ax
                      movw %ax, %ds
                      movw %ax, %ss
            idle:     jmp idle
                      .balign 8
            gdt:      .quad 0, 0x00cf9a000000ffff, 0x00cf92000000ffff, 0x00009a000000ffff
            gdtr:     .word 31
                      .long gdt
            """;

    @TempDir
    Path folder;

    private DomainGuest guest() throws Exception {
        return new DomainGuest(GuestProgram.build(folder, SOURCE, ASSEMBLY, "-O0"));
    }

    private static String file(GuestFrame f) {
        return f.line() == null ? "" : DebugInfo.lastName(f.line().file());
    }

    private static GuestFrame firstOfGuest(List<GuestFrame> frames) {
        return frames.stream().filter(GuestFrame::underMonitor).findFirst()
                .orElseThrow(() -> new AssertionError("no guest under " + frames));
    }

    private static List<String> functions(List<GuestFrame> frames) {
        return frames.stream().map(GuestFrame::functionName).toList();
    }

    /** Number of the first line of a source of the monitor that has a text. */
    private static int line(String source, String text) throws IOException {
        Path file = Path.of(System.getProperty("dfw.root", ".")).resolve("firmware-src").resolve(source);
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError(source + " has no " + text);
    }

    @Test
    void theMonitorsFramesAreOnTopAndTheGuestsUnderThem() throws Exception {
        try (DomainGuest guest = guest()) {
            guest.trapAt("loadgdt", "emulate_one");
            List<GuestFrame> frames = guest.frames();
            assertEquals("emulate_one", frames.get(0).functionName(), frames.toString());
            assertEquals("emulate.c", file(frames.get(0)), frames.toString());
            assertTrue(functions(frames).contains("guest_trap"), frames.toString());
            int first = frames.indexOf(firstOfGuest(frames));
            assertEquals("exception 0Dh (general protection)", frames.get(first - 1).enteredBy(), frames.toString());
            assertTrue(frames.subList(0, first).stream().allMatch(f -> file(f).equals("emulate.c") || file(f).equals("trap.c")
                    || file(f).equals("trap_entry.S")), frames.toString());
            assertTrue(frames.subList(first, frames.size()).stream().allMatch(GuestFrame::underMonitor), frames.toString());
            GuestFrame program = frames.get(first);
            assertEquals(guest.label("loadgdt"), program.linear(), frames.toString());
            assertEquals("0000:" + String.format("%04X", guest.label("loadgdt")), program.address());
            assertEquals(0x1234ABCD, program.registers().values()[FrameRegisters.ECX]);
            assertEquals(0x5678, program.registers().values()[FrameRegisters.ESI]);
            assertEquals(0x30000, program.registers().fs().base());
            assertEquals("main", frames.get(first + 1).functionName(), frames.toString());
            assertEquals(3, frames.get(first + 1).line().line(), "the call of enter()");
            Inspector inspector = new Inspector(frames.get(first + 1), guest.memory, null);
            assertEquals(4711, new Expressions(inspector, guest.symbols, guest.port.registers().join()).number("local"));
        }
    }

    @Test
    void stoppedInTheGuestItsFramesAreItsOwn() throws Exception {
        try (DomainGuest guest = guest()) {
            guest.runToAddress(guest.label("stop"));
            List<GuestFrame> frames = guest.frames();
            assertFalse(frames.stream().anyMatch(GuestFrame::underMonitor), frames.toString());
            assertEquals(guest.label("stop"), frames.get(0).linear());
            assertEquals("main", frames.get(1).functionName(), frames.toString());
            assertTrue(frames.stream().noneMatch(f -> file(f).startsWith("trap")), frames.toString());
        }
    }

    @Test
    void aLineOfTheMonitorIsWhereTheLoaderPutsIt() throws Exception {
        try (DomainGuest guest = guest()) {
            int line = line("vmxassist/trap.c", "dispatch(guest.vector);");
            List<Long> code = guest.symbols.codeOf("vmxassist/trap.c", line);
            assertFalse(code.isEmpty());
            assertTrue(code.stream().allMatch(a -> a >= 0xD0000 && a < 0xE0000), code.toString());
            guest.runToAddress(guest.label("loadgdt"));
            guest.runToAddress(code.get(0));
            GuestFrame top = guest.frames().get(0);
            assertEquals("guest_trap", top.function().name());
            assertEquals(guest.label("loadgdt"), firstOfGuest(guest.frames()).linear());
        }
    }

    @Test
    void aTrapOfTheBiosLeadsToItsSourceLine() throws Exception {
        try (DomainGuest guest = guest()) {
            guest.runToFunction("post_main");
            guest.runToFunction("emulate_one");
            List<GuestFrame> frames = guest.frames();
            GuestFrame bios = firstOfGuest(frames);
            assertEquals(0xF000, bios.registers().cs().selector(), frames.toString());
            assertTrue(bios.line() != null && bios.line().file().contains("rombios"), frames.toString());
            assertTrue(frames.stream().anyMatch(f -> f.underMonitor() && f.functionName().equals("post_main")), frames.toString());
        }
    }

    @Test
    void theGuestThatLeavesProtectedModeIsUnderTheWorldSwitch() throws Exception {
        try (DomainGuest guest = guest()) {
            guest.trapAt("toreal", "emulate_one");
            List<GuestFrame> frames = guest.frames();
            int first = frames.indexOf(firstOfGuest(frames));
            assertEquals("switch from protected mode", frames.get(first - 1).enteredBy(), frames.toString());
            GuestFrame program = frames.get(first);
            assertEquals(guest.label("toreal"), program.linear(), frames.toString());
            assertEquals(0x18, program.registers().cs().selector(), "the protected-mode selector is still in force");
            assertEquals(0x00C0FFEE, program.registers().values()[FrameRegisters.EDX]);
            assertTrue(program.registers().ss().big(), "the stack segment is the 32-bit one");
        }
    }

    /** ADD ECX, EDX with a prefix stands for what the monitor does not do itself: it runs a copy at level 3. */
    @Test
    void anInstructionRunAtLevel3HasTheMonitorAndTheGuestUnderIt() throws Exception {
        try (DomainGuest guest = guest()) {
            guest.trapAt("toprot", "run_thunk");
            guest.runToAddress(guest.symbols.files().get(0).symbol("thunk_code").orElseThrow().value());
            List<GuestFrame> frames = guest.frames();
            assertEquals("the guest's instruction at level 3", frames.get(0).enteredBy(), frames.toString());
            assertEquals("thunk_execute", frames.get(1).functionName(), frames.toString());
            // The monitor counts the instruction as fetched while it runs: EIP may be behind its three bytes.
            int behind = firstOfGuest(frames).linear() - guest.label("between");
            assertTrue(behind == 0 || behind == 3, frames.toString());
        }
    }

    /** HLT is privileged: the monitor halts in the guest's place, and an interrupt request finds it there. */
    @Test
    void anInterruptOfTheMonitorItselfHasTheMonitorAndThenTheGuestUnderIt() throws Exception {
        try (DomainGuest guest = new DomainGuest(GuestProgram.build(folder, "void main(void) {\n __asm__(\"sti\");\n}", "", "-O0"))) {
            guest.trapAt("idle", "monitor_trap");
            List<GuestFrame> frames = guest.frames();
            List<String> functions = functions(frames);
            assertEquals("monitor_trap", functions.get(0), frames.toString());
            int interrupted = functions.indexOf("wait_for_interrupt");
            assertTrue(interrupted > 0 && frames.get(interrupted - 1).enteredBy().startsWith("interrupt 2"), frames.toString());
            assertTrue(functions.indexOf("emulate_one") > interrupted, frames.toString());
            int hlt = firstOfGuest(frames).linear() - guest.label("idle");
            assertTrue(hlt == 0 || hlt == 1, frames.toString());
        }
    }

    /** The processor never executes what the monitor emulates; a breakpoint there stops in the monitor, with the guest at it. */
    @Test
    void aBreakpointOnAnEmulatedInstructionStopsWithTheGuestAtIt() throws Exception {
        try (DomainGuest guest = guest()) {
            guest.runToAddress(guest.label("between"));
            List<GuestFrame> frames = guest.frames();
            assertEquals(guest.label("between"), firstOfGuest(frames).linear(), frames.toString());
            assertFalse(frames.get(0).underMonitor(), frames.toString());
            guest.runToAddress(guest.label("in32"));
            assertEquals(guest.label("in32"), guest.frames().get(0).linear(), "executed natively");
        }
    }

    @Test
    void aBreakpointOnAnInstructionThatTrapsStopsOnce() throws Exception {
        try (DomainGuest guest = guest()) {
            int id = guest.port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Execution(
                    new Location.Linear(guest.label("loadgdt"))))).join();
            guest.runToAddress(guest.label("loadgdt"));
            assertEquals(guest.label("loadgdt"), guest.frames().get(0).linear());
            guest.runToAddress(guest.label("in32"));
            assertEquals(guest.label("in32"), guest.frames().get(0).linear(), "no second stop in the monitor");
            assertEquals(1, guest.port.breakpointHits().join().get(id));
        }
    }

    @Test
    void betweenTheModesTheGuestIsFoundByTheMonitorsSegments() throws Exception {
        try (DomainGuest guest = guest()) {
            guest.trapAt("toprot", "emulate_one");
            // The instruction behind is emulated too, with real-mode segments in protected mode.
            guest.runToFunction("emulate_one");
            GuestFrame program = firstOfGuest(guest.frames());
            assertEquals(guest.label("toprot") + 3, program.linear());
            assertEquals(0, program.registers().cs().base());
        }
    }
}
