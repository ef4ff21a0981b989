package org.domainfirmware.emulator.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Code that runs at several addresses: below 1 MiB and at the top of memory (ROM), and on both sides of a wrapped A20. */
class AliasBreakpointTest {
    private static final int START = 0x100;
    private static final int ROUTINE = 0x200;

    private final BlockingQueue<StopReason> stops = new LinkedBlockingQueue<>();
    private DebugPort port;

    /**
     * From reset at FFFFFFF0h, near: call 200h at the top of memory, then far to F000:0108, call 200h there, halt.
     * The routine: inc cx; inc dx; ret.
     */
    @BeforeEach
    void start() throws Exception {
        byte[] rom = new byte[0x10000];
        put(rom, 0xFFF0, 0xE9, START - 0xFFF3, START - 0xFFF3 >> 8);
        // bc: mov sp,800h; call 200h; jmp F000:010B
        put(rom, START, 0xBC, 0x00, 0x08, 0xE8, ROUTINE - START - 6, 0x00, 0xEA, 0x0B, 0x01, 0x00, 0xF0);
        put(rom, START + 0x0B, 0xE8, ROUTINE - START - 0x0E, 0x00, 0xF4);
        put(rom, ROUTINE, 0x41, 0x42, 0xC3);
        port = Machines.start("aliases", MachineConfig.of(rom, new byte[0]).withMemory(1));
        port.addListener(e -> {
            if (e instanceof DebugEvent.Stopped s) {
                stops.add(s.reason());
            }
        });
    }

    @AfterEach
    void close() {
        port.close();
    }

    private static void put(byte[] rom, int at, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            rom[at + i] = (byte) bytes[i];
        }
    }

    private int breakpoint(Location at) {
        return port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Execution(at))).join();
    }

    private StopReason resume() throws InterruptedException {
        port.resume().join();
        StopReason reason = stops.poll(60, TimeUnit.SECONDS);
        assertTrue(reason != null, "the guest did not stop");
        return reason;
    }

    private void stopsAtBoth(Location at) throws InterruptedException {
        int id = breakpoint(at);
        for (int base : new int[] {0xFFFF0000, 0xF0000}) {
            assertEquals(new StopReason.AtBreakpoints(List.of(id)), resume());
            RegistersView r = port.registers().join();
            assertEquals(ROUTINE + 1, r.eip());
            assertEquals(base, r.segment(1).base());
        }
        assertEquals(2L, port.breakpointHits().join().get(id));
    }

    @Test
    void aLinearBreakpointStopsAtTheAliasAtTheTopOfMemory() throws Exception {
        stopsAtBoth(new Location.Linear(0xF0000 + ROUTINE + 1));
    }

    @Test
    void aLinearBreakpointAtTheTopOfMemoryStopsBelowOneMebibyte() throws Exception {
        stopsAtBoth(new Location.Linear(0xFFFF0000 + ROUTINE + 1));
    }

    @Test
    void aPhysicalBreakpointStopsAtBoth() throws Exception {
        stopsAtBoth(new Location.Physical(0xF0000 + ROUTINE + 1));
    }

    @Test
    void anotherPlaceWithTheSameOffsetInItsPageIsNotMeant() throws Exception {
        int other = breakpoint(new Location.Linear(0xF1000 + ROUTINE + 1));
        int halt = breakpoint(new Location.Linear(0xF0000 + START + 0x0E));
        assertEquals(new StopReason.AtBreakpoints(List.of(halt)), resume());
        assertEquals(0L, port.breakpointHits().join().get(other));
    }
}
