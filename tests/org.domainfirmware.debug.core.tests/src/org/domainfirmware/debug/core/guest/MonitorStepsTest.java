package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.StopReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stepping in the guest of a VM86 monitor: what traps is one step, unless a single instruction is asked for. */
class MonitorStepsTest {
    private static final String SOURCE = "void enter(void);\nvoid main(void) {\n enter();\n}";
    private static final String ASSEMBLY = """
            .globl enter, first, second, third, toprot, in32, toreal, again, idle
            enter:    cli
            first:    smsww %cx
            second:   lgdtl gdtr
            third:    movl %cr0, %eax
                      orb $1, %al
            toprot:   movl %eax, %cr0
                      ljmpl $8, $in32
                      .code32
            in32:     ljmpl $0x10, $in16
                      .code16
            in16:     movl %cr0, %eax
                      andb $0xfe, %al
            toreal:   movl %eax, %cr0
            jumps:    ljmp $0, $again
            again:    nop
            idle:     jmp idle
                      .balign 8
            gdt:      .quad 0, 0x00cf9a000000ffff, 0x00009a000000ffff
            gdtr:     .word 23
                      .long gdt
            """;
    private static final int PE = 1;
    private static final int VM = 1 << 17;
    private static final int CS = 1;

    @TempDir
    Path folder;

    private DomainGuest guest() throws Exception {
        return new DomainGuest(GuestProgram.build(folder, SOURCE, ASSEMBLY, "-O0"));
    }

    private static LineSteps steps(DomainGuest guest) {
        return new LineSteps(guest.port, guest.symbols, guest.memory, order -> {
            guest.stops().clear();
            order.get();
            try {
                return guest.awaitStop();
            } catch (InterruptedException e) {
                throw new InspectionException(e.getMessage());
            }
        });
    }

    private static int here(DomainGuest guest) {
        RegistersView r = guest.port.registers().join();
        return r.segment(CS).base() + r.eip();
    }

    @Test
    void anInstructionThatTrapsIsSteppedOverInOne() throws Exception {
        try (DomainGuest guest = guest()) {
            guest.runToAddress(guest.label("second"));
            assertEquals(new StopReason.StepEnd(), steps(guest).overInstruction());
            assertEquals(guest.label("third"), here(guest));
            assertTrue((guest.port.registers().join().eflags() & VM) != 0, "in virtual-8086 mode");
        }
    }

    @Test
    void aSingleInstructionEntersTheMonitor() throws Exception {
        try (DomainGuest guest = guest()) {
            guest.runToAddress(guest.label("second"));
            assertEquals(new StopReason.StepEnd(), steps(guest).instruction());
            assertTrue(here(guest) >= 0xD0000 && here(guest) < 0xE0000, Integer.toHexString(here(guest)));
            assertEquals(guest.label("second"), guest.frames().get(1).linear(), guest.frames().toString());
        }
    }

    @Test
    void aReturnFromTheMonitorEndsWhereTheGuestGoesOn() throws Exception {
        try (DomainGuest guest = guest()) {
            guest.trapAt("second", "emulate_one");
            GuestFrame outermost = guest.frames().stream().filter(f -> !f.enteredBy().isEmpty()).findFirst().orElseThrow();
            assertEquals(new StopReason.StepEnd(), steps(guest).returnFrom(outermost));
            assertEquals(guest.label("third"), here(guest));
            guest.stops().clear();
            guest.port.leaveMonitor().join();
            assertEquals(new StopReason.StepEnd(), guest.awaitStop(), "nothing to leave");
            assertEquals(guest.label("third"), here(guest));
        }
    }

    @Test
    void changesOfModeAreOneStepEach() throws Exception {
        try (DomainGuest guest = guest()) {
            guest.runToAddress(guest.label("toprot"));
            assertEquals(new StopReason.StepEnd(), steps(guest).overInstruction());
            // The monitor has emulated up to the far jump into the protected segment.
            assertEquals(guest.label("in32"), here(guest));
            RegistersView r = guest.port.registers().join();
            assertEquals(8, r.segment(CS).selector());
            assertTrue((r.control().get(0) & PE) != 0 && (r.eflags() & VM) == 0);
            guest.runToAddress(guest.label("toreal"));
            assertEquals(new StopReason.StepEnd(), steps(guest).overInstruction());
            assertTrue(here(guest) == guest.label("again") || here(guest) == guest.label("idle"), Integer.toHexString(here(guest)));
            assertTrue((guest.port.registers().join().eflags() & VM) != 0);
        }
    }

    /** The lines of pic_setup each write a port that the monitor keeps for itself. */
    @Test
    void linesOfTheBiosAreSteppedAsWithRealMode() throws Exception {
        try (DomainGuest guest = guest()) {
            guest.runToFunction("pic_setup");
            int line = guest.frames().get(0).line().line();
            for (int i = 1; i <= 5; i++) {
                assertEquals(new StopReason.StepEnd(), i == 3 ? steps(guest).into() : steps(guest).over());
                GuestFrame top = guest.frames().get(0);
                assertEquals("pic_setup", top.functionName().equals("outb") ? top.function().name() : top.functionName());
                assertEquals(line + i, guest.frames().stream().filter(f -> f.inlined() == null).findFirst().orElseThrow().line().line());
            }
        }
    }
}
