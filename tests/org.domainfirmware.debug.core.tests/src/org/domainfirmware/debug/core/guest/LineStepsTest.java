package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.debug.StopReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stepping by lines in programs whose lines are counted in their sources below. */
class LineStepsTest {
    private static final String PROGRAM = """
            int sink;
            __attribute__((noinline)) int twice(int a)
            {
                sink = a;
                return a + a;
            }
            void bios(void);
            void modes(void);
            void main(void)
            {
                int i = 3;
                i = twice(i) +
                    twice(i + 1);
                bios();
                modes();
                __asm__ volatile("cld; rep stosb" : : "a"(0), "c"(1000), "D"(0x9000) : "memory");
                sink = i;
                for (;;)
                    sink++;
            }
            """;
    private static final String ASSEMBLY = """
            .globl bios, modes
            bios:   pushal
                    movw $0x0201, %ax
                    movw $0x9000, %bx
                    movw $0x0001, %cx
                    movw $0x0000, %dx
            int13:  int $0x13
            behind: popal
                    retl
            modes:  cli
                    lgdtw descr
                    movl %cr0, %eax
                    orb $1, %al
                    movl %eax, %cr0
                    ljmpw $8, $flush
            flush:  andb $0xfe, %al
                    movl %eax, %cr0
                    ljmpw $0, $real
            real:   retl
            .balign 8
            gdt:    .quad 0, 0x00009b000000ffff
            descr:  .word 15
                    .long gdt
            """;

    @TempDir
    Path folder;

    private TestGuest inMain(String optimize) throws Exception {
        GuestProgram program = GuestProgram.build(folder, PROGRAM, ASSEMBLY, optimize);
        TestGuest guest = new TestGuest(program);
        guest.runToFunction("main");
        return guest;
    }

    static LineSteps steps(TestGuest guest) {
        return new LineSteps(guest.port, guest.symbols, guest.memory, order -> {
            guest.stops().clear();
            order.get();
            try {
                return guest.awaitStop();
            } catch (Exception e) {
                throw new InspectionException("no stop: " + e);
            }
        });
    }

    private static int line(TestGuest guest) {
        GuestFrame top = guest.frames().get(0);
        return top.line() == null ? 0 : top.line().line();
    }

    @Test
    void stepsOverLinesWithCallsRepeatsInterruptsAndModeSwitches() throws Exception {
        try (TestGuest guest = inMain("-O0")) {
            List<Integer> lines = new ArrayList<>(List.of(line(guest)));
            LineSteps steps = steps(guest);
            while (lines.get(lines.size() - 1) < 18) {
                assertInstanceOf(StopReason.StepEnd.class, steps.over());
                assertEquals("main", guest.frames().get(0).functionName());
                lines.add(line(guest));
            }
            assertEquals(List.of(11, 12, 13, 12, 14, 15, 16, 17), lines.subList(0, 8));
        }
    }

    @Test
    void stepsIntoAFunctionBehindItsPrologueAndReturns() throws Exception {
        try (TestGuest guest = inMain("-O0")) {
            LineSteps steps = steps(guest);
            steps.over();
            assertEquals(12, line(guest));
            steps.into();
            assertEquals("twice", guest.frames().get(0).functionName());
            assertEquals(4, line(guest));
            int caller = guest.frames().get(1).linear();
            steps.returnFrom(guest.frames().get(0));
            assertEquals("main", guest.frames().get(0).functionName());
            assertEquals(caller, guest.frames().get(0).linear());
        }
    }

    @Test
    void stepsOverInt13AsOneInstruction() throws Exception {
        try (TestGuest guest = inMain("-O0")) {
            long int13 = guest.symbols.files().get(2).symbol("int13").orElseThrow().value();
            guest.runToAddress(int13);
            assertNotEquals(0x55, guest.memory.u8(0x91FE));
            steps(guest).overInstruction();
            assertEquals(int13 + 2, guest.frames().get(0).linear());
            assertEquals(0xAA55, guest.memory.u16(0x91FE), "the boot sector was read");
        }
    }

    @Test
    void stepsOverTheLineOfAnInterruptInstruction() throws Exception {
        try (TestGuest guest = inMain("-O0")) {
            guest.runToAddress(guest.symbols.files().get(2).symbol("int13").orElseThrow().value());
            int before = line(guest);
            steps(guest).over();
            assertEquals(before + 1, line(guest));
        }
    }

    @Test
    void stepsIntoAnInterruptHandler() throws Exception {
        try (TestGuest guest = inMain("-O0")) {
            guest.runToAddress(guest.symbols.files().get(2).symbol("int13").orElseThrow().value());
            steps(guest).into();
            GuestFrame top = guest.frames().get(0);
            assertEquals(0xF000, top.registers().cs().selector());
            assertTrue(top.line() != null && top.line().file().endsWith(".S"), top.toString());
        }
    }

    @Test
    void followsModeSwitchesLineByLine() throws Exception {
        try (TestGuest guest = inMain("-O0")) {
            guest.runToAddress(guest.symbols.files().get(2).symbol("modes").orElseThrow().value());
            LineSteps steps = steps(guest);
            int line = line(guest);
            for (int i = 1; i <= 9; i++) {
                assertInstanceOf(StopReason.StepEnd.class, steps.over());
                assertEquals(line + i, line(guest));
            }
            steps.over();
            assertEquals("main", guest.frames().get(0).functionName());
        }
    }

    @Test
    void stepsTheFirmwareThroughItsResetVectorAndShadowing() throws Exception {
        try (TestGuest guest = new TestGuest(null)) {
            LineSteps steps = steps(guest);
            for (int i = 0; i < 12; i++) {
                assertInstanceOf(StopReason.StepEnd.class, steps.over());
                assertTrue(line(guest) > 0, guest.frames().get(0).toString());
            }
        }
    }

    @Test
    void aLineOfOptimizedCodeThatIsTheSecondStatementAtItsAddressHasCode() throws Exception {
        try (TestGuest guest = new TestGuest(null)) {
            // post_main's loop: several statements begin at one address (readelf --debug-dump=decodedline).
            for (String file : List.of("int13.c", "post.c")) {
                java.nio.file.Path source = java.nio.file.Path.of(System.getProperty("dfw.root", "."), "firmware-src/rombios", file);
                List<String> lines = java.nio.file.Files.readAllLines(source);
                for (String text : List.of("    if (r->ah == 0x4B)", "    post_code(0x80);", "    boot();")) {
                    int line = lines.indexOf(text) + 1;
                    if (line > 0) {
                        long code = guest.symbols.codeOf("rombios/" + file, line).get(0);
                        boolean exact = guest.symbols.files().get(0).codeOf("rombios/" + file, line).stream()
                                .anyMatch(r -> r.line().line() == line && r.range().start() == code);
                        assertTrue(exact, file + ":" + line);
                    }
                }
            }
        }
    }

    @Test
    void stepsOverLinesOfOptimizedPost() throws Exception {
        try (TestGuest guest = new TestGuest(null)) {
            guest.runToFunction("post_main");
            LineSteps steps = steps(guest);
            for (int i = 0; i < 30; i++) {
                assertInstanceOf(StopReason.StepEnd.class, steps.over());
                GuestFrame top = guest.frames().get(0);
                assertEquals("post_main", top.function().name(), top.toString());
            }
        }
    }
}
