package org.domainfirmware.emulator.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.domainfirmware.emulator.debug.DebugEvent;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.Machines;
import org.domainfirmware.emulator.time.EventQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A hundred machines created, run and closed leave neither memory nor threads behind. */
@Isolated("measures the heap and counts threads")
class LeakTest {
    private static final int MACHINES = 100;
    private static final int WARM_UP = 20;
    private static final int MOST_KEPT = 4 << 20;
    private static final long INSTRUCTIONS = 100_000;

    /** Creates one, runs it, closes it. */
    private interface Life {
        void live() throws Exception;
    }

    private static void direct() throws Exception {
        try (Machine machine = new Machine(BusyRom.machine().withMemory(16))) {
            assertEquals(RunEnd.INSTRUCTIONS, machine.run(INSTRUCTIONS, EventQueue.NEVER));
        }
    }

    private static void debugged() throws Exception {
        try (DebugPort port = Machines.start("leak", BusyRom.machine().withMemory(16))) {
            port.addListener(e -> assertTrue(!(e instanceof DebugEvent.Logged), e.toString()));
            port.traceInterrupts(true);
            port.step(INSTRUCTIONS);
            port.screen().join();
            port.devices().join();
        }
    }

    @Test
    void machinesLeaveNothing() throws Exception {
        leavesNothing(LeakTest::direct);
    }

    @Test
    void debuggedMachinesLeaveNothing() throws Exception {
        leavesNothing(LeakTest::debugged);
    }

    private static void leavesNothing(Life life) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            life.live();
        }
        Set<Thread> threadsBefore = Thread.getAllStackTraces().keySet();
        long before = used();
        for (int i = 0; i < MACHINES; i++) {
            life.live();
        }
        long kept = used() - before;
        assertTrue(kept < MOST_KEPT, MACHINES + " machines of 16 MiB left " + (kept >> 10) + " KiB behind");
        assertEquals(new TreeSet<String>(), newThreads(threadsBefore));
    }

    private static Set<String> newThreads(Set<Thread> before) throws InterruptedException {
        for (Thread t : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(t) && t.getName().contains("leak")) {
                t.join(1000);
            }
        }
        return Thread.getAllStackTraces().keySet().stream().filter(t -> !before.contains(t) && t.getName().contains("guest"))
                .map(Thread::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Heap in use once the collector has had its way: the least of a few looks. */
    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(20);
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
