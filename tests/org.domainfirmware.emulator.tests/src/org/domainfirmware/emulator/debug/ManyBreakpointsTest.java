package org.domainfirmware.emulator.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A thousand breakpoints elsewhere change nothing for the guest, however often its code is made anew. What they cost is printed:
 * the best of several runs by turns, no condition, because other load on the computer moves it.
 */
class ManyBreakpointsTest {
    private static final int BREAKPOINTS = 1000;
    private static final int START = 0x100;
    /** The routine in RAM the program calls and changes. */
    private static final int ROUTINE = 0x1000;
    private static final int INSTRUCTIONS = 3_000_000;
    private static final int ROUNDS = 9;

    /** xor ax,ax; mov ds,ax; mov ss,ax; mov sp,800h; mov byte [1000h],40h (inc ax); mov byte [1001h],CBh (retf). */
    private static final int[] PROGRAM = {0x31, 0xC0, 0x8E, 0xD8, 0x8E, 0xD0, 0xBC, 0x00, 0x08, 0xC6, 0x06, 0x00, 0x10, 0x40,
        0xC6, 0x06, 0x01, 0x10, 0xCB,
        // again: xor byte [1000h],08h (inc ax, dec ax by turns); mov cx,20h
        0x80, 0x36, 0x00, 0x10, 0x08, 0xB9, 0x20, 0x00,
        // more: call 0000:1000; loop more; jmp again
        0x9A, 0x00, 0x10, 0x00, 0x00, 0xE2, 0xF9, 0xEB, 0xEF};

    /** Where the instruction is that changes the routine, and its bytes. */
    private static final int CHANGE = 19;
    private static final int CHANGE_BYTES = 5;
    private static final int NOP = 0x90;

    /** A guest and what it tells of its stops. */
    private static final class Guest implements AutoCloseable {
        private final BlockingQueue<StopReason> stops = new LinkedBlockingQueue<>();
        private final DebugPort port;

        Guest() throws Exception {
            this(true);
        }

        /** @param changing whether the program changes its routine all the time, so that its code is made anew */
        Guest(boolean changing) throws Exception {
            byte[] rom = new byte[0x10000];
            int[] jump = {0xEA, START & 0xFF, START >> 8, 0x00, 0xF0};
            for (int i = 0; i < jump.length; i++) {
                rom[0xFFF0 + i] = (byte) jump[i];
            }
            for (int i = 0; i < PROGRAM.length; i++) {
                boolean left = !changing && i >= CHANGE && i < CHANGE + CHANGE_BYTES;
                rom[START + i] = (byte) (left ? NOP : PROGRAM[i]);
            }
            port = Machines.start("breakpoints", MachineConfig.of(rom, new byte[0]).withMemory(1));
            port.addListener(e -> {
                if (e instanceof DebugEvent.Stopped s) {
                    stops.add(s.reason());
                }
            });
        }

        StopReason awaitStop() throws InterruptedException {
            StopReason reason = stops.poll(60, TimeUnit.SECONDS);
            assertTrue(reason != null, "the guest did not stop");
            return reason;
        }

        /** Host nanoseconds of so many instructions. */
        long run(int instructions) throws InterruptedException {
            long before = System.nanoTime();
            port.step(instructions);
            assertInstanceOf(StopReason.StepEnd.class, awaitStop());
            return System.nanoTime() - before;
        }

        /**
         * Sets them one by one, half of them by physical address, none where the program comes by; each as one of a line is, with its
         * code wherever it is copied to. That begins like an instruction of the program, and goes on otherwise.
         */
        void setBreakpoints() {
            for (int i = 0; i < BREAKPOINTS; i++) {
                Location at = i % 2 == 0 ? new Location.Linear(0x20000 + 3 * i) : new Location.Physical(0xF1000 + 3 * i);
                port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Execution(at))).join();
                byte[] code = new byte[64];
                new Random(i).nextBytes(code);
                code[32] = (byte) PROGRAM[i % (PROGRAM.length - 1)];
                code[33] = (byte) PROGRAM[i % (PROGRAM.length - 1) + 1];
                port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Copied(List.of(at), code, 32))).join();
            }
        }

        /** Copied code is met where it was not known to be. */
        int setWhereItIsCopied() {
            byte[] code = {0x40, (byte) 0xCB, 0, 0};
            return port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Copied(List.of(), code, 0))).join();
        }

        @Override
        public void close() {
            port.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSameInstructionsEndInTheSameState(boolean changing) throws Exception {
        try (Guest free = new Guest(changing); Guest watched = new Guest(changing)) {
            watched.setBreakpoints();
            long bestFree = Long.MAX_VALUE;
            long bestWatched = Long.MAX_VALUE;
            // By turns, so that whatever else the computer does meets both alike.
            for (int round = 0; round < ROUNDS; round++) {
                bestFree = Math.min(bestFree, free.run(INSTRUCTIONS));
                bestWatched = Math.min(bestWatched, watched.run(INSTRUCTIONS));
            }
            assertEquals(free.port.stateHash().join(), watched.port.stateHash().join());
            System.out.printf("%d instructions%s: %d us with %d breakpoints, %d us without%n", INSTRUCTIONS,
                    changing ? " that are changed all the time" : "", bestWatched / 1000, BREAKPOINTS, bestFree / 1000);
        }
    }

    @Test
    void theOneThatIsMetStopsAndNoLongerWhenRemoved() throws Exception {
        try (Guest guest = new Guest()) {
            guest.setBreakpoints();
            guest.run(1000);
            for (Location at : List.of(new Location.Linear(ROUTINE), new Location.Physical(ROUTINE + 1),
                    new Location.SegmentOffset(ROUTINE >> 4, 0))) {
                int id = guest.port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Execution(at))).join();
                guest.port.resume().join();
                assertEquals(new StopReason.AtBreakpoints(List.of(id)), guest.awaitStop());
                assertEquals(at instanceof Location.Physical ? ROUTINE + 1 : ROUTINE, guest.port.registers().join().eip());
                guest.port.removeBreakpoint(id).join();
                guest.run(10_000);
            }
        }
    }

    @Test
    void theOneOfCopiedCodeStopsWhereverItsBytesAre() throws Exception {
        try (Guest guest = new Guest()) {
            guest.setBreakpoints();
            int id = guest.setWhereItIsCopied();
            guest.port.resume().join();
            assertEquals(new StopReason.AtBreakpoints(List.of(id)), guest.awaitStop());
            assertEquals(ROUTINE, guest.port.registers().join().eip());
        }
    }

    @Test
    void oneSetWhileTheGuestRunsStopsIt() throws Exception {
        try (Guest guest = new Guest()) {
            guest.port.resume().join();
            guest.setBreakpoints();
            int id = guest.port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Execution(new Location.Linear(ROUTINE)))).join();
            assertEquals(new StopReason.AtBreakpoints(List.of(id)), guest.awaitStop());
        }
    }
}
