package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.StopReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps over, into and out of calls of every kind, in real mode, 16-bit and 32-bit protected mode. Each line is found by its text. */
class AssemblyStepsTest {
    private static final String ASSEMBLY = """
            .globl start, far_one, near_one, near32, handler
            start:  pushal
                    movw $handler, 4*0x60
                    movw $0, 4*0x60+2
                    lcallw $0, $far_one         # far
                    int $0x60                   # int
                    pushfw                      # pushf
                    lcallw *4*0x60              # vector
                    movw $3, %cx                # count
                    movw $0x9000, %di           # to
                    cld                         # cld
                    rep stosb                   # rep
                    cli                         # cli
                    lgdtw descr                 # lgdt
                    movl %cr0, %eax             # cr0
                    orb $1, %al                 # pe
                    movl %eax, %cr0             # protect
                    ljmpl $0x10, $in32          # jump32
                    .code32
            in32:   movw $0x18, %ax             # in32
                    movw %ax, %ss               # stack32
                    call near32                 # call32
                    pushl $1                    # push32
                    popl %ecx                   # pop32
                    ljmpl $8, $out16            # jump16
                    .code16
            out16:  movw $0x20, %ax             # out16
                    movw %ax, %ss               # stack16
                    callw near_one              # call16
                    movl %cr0, %eax             # cr0 again
                    andb $0xfe, %al             # not pe
                    movl %eax, %cr0             # unprotect
                    ljmpw $0, $real             # jump real
            real:   movw $0, %ax                # real
                    movw %ax, %ss               # stack real
                    sti                         # sti
                    popal                       # end
                    retl
            near_one: pushw %ax                 # near
                    popw %ax                    # near 2
                    ret
            far_one: callw near_one             # in far
                    lretw                       # far 2
            handler: nop                        # handler
                    iretw                       # handler 2
                    .code32
            near32: pushl %ebx                  # near32
                    popl %ebx                   # near32 2
                    ret
                    .code16
                    .balign 8
            gdt:    .quad 0, 0x00009b000000ffff, 0x00cf9b000000ffff, 0x00cf93000000ffff, 0x000093000000ffff
            descr:  .word 39
                    .long gdt
            """;
    private static final String SOURCE = "void start(void);\nvoid main(void) { start(); for (;;); }";

    @TempDir
    Path folder;
    private TestGuest guest;
    private LineSteps steps;

    @BeforeEach
    void build() throws Exception {
        guest = new TestGuest(GuestProgram.build(folder, SOURCE, ASSEMBLY, "-O0"));
        steps = LineStepsTest.steps(guest);
        guest.runToAddress(guest.symbols.codeOf("extra.S", line("# far")).get(0));
    }

    @AfterEach
    void close() {
        guest.close();
    }

    /** Two lines come before the text in extra.S. */
    private static int line(String mark) {
        return Arrays.asList(ASSEMBLY.split("\n")).indexOf(Arrays.stream(ASSEMBLY.split("\n")).filter(l -> l.endsWith(mark)).findFirst()
                .orElseThrow()) + 3;
    }

    private void at(String mark) {
        assertEquals(line(mark), guest.frames().get(0).line().line(), () -> mark + ": " + guest.frames());
    }

    private void over(String... marks) throws InspectionException {
        for (String mark : marks) {
            assertEquals(new StopReason.StepEnd(), steps.over());
            at(mark);
        }
    }

    private void runTo(String mark) throws Exception {
        guest.runToAddress(guest.symbols.codeOf("extra.S", line(mark)).get(0));
    }

    @Test
    void overEveryLineOfEveryMode() throws Exception {
        over("# int", "# pushf", "# vector", "# count", "# to", "# cld", "# rep", "# cli", "# lgdt", "# cr0", "# pe", "# protect", "# jump32",
                "# in32", "# stack32", "# call32", "# push32", "# pop32", "# jump16", "# out16", "# stack16", "# call16", "# cr0 again",
                "# not pe", "# unprotect", "# jump real", "# real", "# stack real", "# sti", "# end");
    }

    @Test
    void intoAndOutOfFarCallsInterruptsAndNearCalls() throws Exception {
        for (String[] way : new String[][] {{"# far", "# in far", "# int"}, {"# int", "# handler", "# pushf"},
            {"# vector", "# handler", "# count"}, {"# call32", "# near32", "# push32"}, {"# call16", "# near", "# cr0 again"}}) {
            if (guest.frames().get(0).line().line() != line(way[0])) {
                runTo(way[0]);
            }
            assertEquals(new StopReason.StepEnd(), steps.into());
            at(way[1]);
            GuestFrame top = guest.frames().get(0);
            assertEquals(line(way[0]), guest.frames().get(1).line().line(), guest.frames().toString());
            assertEquals(new StopReason.StepEnd(), steps.returnFrom(top));
            at(way[2]);
        }
    }

    @Test
    void outOfTwoFramesAtOnce() throws Exception {
        steps.into();
        steps.into();
        at("# near");
        assertEquals(new StopReason.StepEnd(), steps.returnFrom(guest.frames().get(1)));
        at("# int");
    }

    /** An iteration of REP is an instruction; over it, all of them are one. */
    @Test
    void repeatedInstructions() throws Exception {
        runTo("# rep");
        steps.instruction();
        at("# rep");
        RegistersView r = guest.port.registers().join();
        assertEquals(2, r.general().get(1) & 0xFFFF);
        steps.overInstruction();
        at("# cli");
        assertEquals(0, guest.port.registers().join().general().get(1) & 0xFFFF);
        assertEquals(0x9003, guest.port.registers().join().general().get(7) & 0xFFFF);
    }

    @Test
    void overInstructionsOfEveryMode() throws Exception {
        for (String[] way : new String[][] {{"# far", "# int"}, {"# int", "# pushf"}, {"# vector", "# count"}, {"# protect", "# jump32"},
            {"# jump32", "# in32"}, {"# call32", "# push32"}, {"# jump16", "# out16"}, {"# call16", "# cr0 again"},
            {"# unprotect", "# jump real"}, {"# jump real", "# real"}}) {
            if (guest.frames().get(0).line().line() != line(way[0])) {
                runTo(way[0]);
            }
            assertEquals(new StopReason.StepEnd(), steps.overInstruction());
            at(way[1]);
        }
    }
}
