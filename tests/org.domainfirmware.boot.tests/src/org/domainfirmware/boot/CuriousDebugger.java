package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.BreakpointSpec;
import org.domainfirmware.emulator.debug.DebugEvent;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.Location;
import org.domainfirmware.emulator.debug.Machines;
import org.domainfirmware.emulator.debug.StopReason;
import org.domainfirmware.emulator.machine.MachineConfig;

/** Drives a guest through its debug port, looking at everything and stopping at random moments on the way. */
final class CuriousDebugger implements AutoCloseable {
    private static final int MOST_BREAKPOINTS = 4;
    private static final int PORTS = 0x10000;

    private final SplittableRandom random;
    private final DebugPort port;
    private final BlockingQueue<StopReason> stops = new LinkedBlockingQueue<>();
    private final Deque<Integer> breakpoints = new ArrayDeque<>();

    CuriousDebugger(MachineConfig config, long seed) throws IOException {
        random = new SplittableRandom(seed);
        port = Machines.start("curious", config);
        port.addListener(e -> {
            if (e instanceof DebugEvent.Stopped s) {
                stops.add(s.reason());
            }
        });
    }

    DebugPort port() {
        return port;
    }

    /** Gets the guest to stand at an instruction count. */
    void goTo(long instructions) throws InterruptedException {
        int id = port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.InstructionCount(instructions))).join();
        while (!standsAt(id)) {
            look();
            changeBreakpoints();
            go();
            long now = port.registers().join().instructions();
            assertTrue(now <= instructions, "passed the breakpoint at " + instructions + " instructions, now at " + now);
        }
        port.removeBreakpoint(id).join();
    }

    private boolean standsAt(int id) {
        return port.stopReason() instanceof StopReason.AtBreakpoints at && at.ids().contains(id);
    }

    private void go() throws InterruptedException {
        switch (random.nextInt(8)) {
            case 0 -> {
                port.resume().join();
                Thread.sleep(random.nextInt(8));
                lookWhileRunning();
                port.suspend().join();
            }
            case 1, 2 -> port.step(random.nextInt(1, 40)).join();
            case 3 -> port.stepOver().join();
            default -> port.step(random.nextInt(1, 400_000)).join();
        }
        // A suspend that came too late makes no event of its own: the stop that was first did.
        StopReason reason = stops.poll(60, TimeUnit.SECONDS);
        assertNotNull(reason, "the guest does not stop");
        assertFalse(reason instanceof StopReason.Faulted, reason::toString);
    }

    private void lookWhileRunning() {
        port.readMemory(AddressSpace.PORT, 0, PORTS).join();
        port.devices().join();
        port.screen().join();
    }

    private void look() {
        switch (random.nextInt(6)) {
            case 0 -> port.readMemory(AddressSpace.PORT, 0, PORTS).join();
            case 1 -> {
                port.readMemory(AddressSpace.PHYSICAL, random.nextInt() & ~0xFFF, 0x1000).join();
                port.readMemory(AddressSpace.PHYSICAL, 0xA0000, 0x20000).join();
                port.readMemory(AddressSpace.LINEAR, random.nextInt(0x100000), 0x2000).join();
            }
            case 2 -> {
                port.readMemory(AddressSpace.CMOS, 0, 128).join();
                port.readMemory(AddressSpace.VGA_PLANE, 0, 0x40000).join();
                port.readMemory(AddressSpace.VGA_MEMORY, 0, 0x40000).join();
                port.video().join();
                port.screen().join();
            }
            case 3 -> {
                port.devices().join();
                port.e820().join();
                port.interruptTrace(0, 1000).join();
            }
            case 4 -> port.traceInterrupts(random.nextBoolean()).join();
            default -> {
                port.registers().join();
                port.disassemble(random.nextInt(0x100000), 20).join();
                port.pageWalk(random.nextInt()).join();
            }
        }
    }

    /** Sets one, or removes the oldest. */
    private void changeBreakpoints() {
        if (breakpoints.size() == MOST_BREAKPOINTS || !breakpoints.isEmpty() && random.nextInt(3) == 0) {
            port.removeBreakpoint(breakpoints.remove()).join();
            return;
        }
        Breakpoint what = switch (random.nextInt(7)) {
            case 0 -> new Breakpoint.Execution(new Location.Linear(port.registers().join().segment(1).base()
                    + port.registers().join().eip()));
            case 1 -> new Breakpoint.Execution(new Location.Physical(0xF0000 + random.nextInt(0x10000)));
            case 2 -> new Breakpoint.Memory(AddressSpace.LINEAR, random.nextInt(0x500), 16, true, true);
            case 3 -> new Breakpoint.Memory(AddressSpace.PHYSICAL, random.nextInt(0xC0000), 4096, true, random.nextBoolean());
            case 4 -> new Breakpoint.Port(random.nextInt(0x400), 8, true, true);
            case 5 -> new Breakpoint.Interrupt(random.nextInt(0x20), OptionalInt.empty(), OptionalInt.empty());
            default -> new Breakpoint.ModeChange(true, true, true, true);
        };
        Breakpoint.Action action = random.nextInt(4) == 0 ? Breakpoint.Action.STOP : Breakpoint.Action.COUNT;
        breakpoints.add(port.setBreakpoint(new BreakpointSpec(what, action, "", 0)).join());
        assertTrue(breakpoints.size() <= MOST_BREAKPOINTS);
    }

    @Override
    public void close() {
        port.close();
    }
}
