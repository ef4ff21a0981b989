package org.domainfirmware.emulator.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.junit.jupiter.api.Test;

/** A terminated guest frees its machine, whoever keeps its port: the Debug view does until the user removes the launch. */
class TerminatedPortTest {
    private static final int LAUNCHES = 100;
    private static final int MEMORY_MIB = 32;
    private static final int COLLECTIONS = 100;

    private record Kept(DebugPort port, BlockingQueue<DebugEvent> events, CompletableFuture<RegistersView> registers) { }

    private static Machine machine(int... code) throws Exception {
        byte[] rom = new byte[0x10000];
        for (int i = 0; i < code.length; i++) {
            rom[0xFFF0 + i] = (byte) code[i];
        }
        return new Machine(MachineConfig.of(rom, new byte[0]).withMemory(MEMORY_MIB));
    }

    private static Kept launch(Machine machine, boolean running) {
        DebugPort port = new LocalDebugPort("release", machine);
        BlockingQueue<DebugEvent> events = new LinkedBlockingQueue<>();
        port.addListener(events::add);
        port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Execution(new Location.Linear(0x500)))).join();
        port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Port(0x80, 1, false, true))).join();
        if (running) {
            port.resume().join();
        }
        return new Kept(port, events, port.registers());
    }

    /** The machines are made here so that no variable of the test's own keeps one. */
    private static WeakReference<Machine> launchAndEnd(List<Kept> kept, boolean running) throws Exception {
        Machine machine = machine(0xEB, 0xFE);
        Kept k = launch(machine, running);
        k.registers.join();
        k.port.close();
        kept.add(k);
        return new WeakReference<>(machine);
    }

    @Test
    void keptPortsKeepNoMachines() throws Exception {
        List<Kept> kept = new ArrayList<>();
        List<WeakReference<Machine>> machines = new ArrayList<>();
        for (int i = 0; i < LAUNCHES; i++) {
            machines.add(launchAndEnd(kept, i % 2 == 0));
        }
        for (int i = 0; i < COLLECTIONS && machines.stream().anyMatch(m -> m.get() != null); i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertEquals(0, machines.stream().filter(m -> m.get() != null).count(), "machines are kept by their ports");
        for (Kept k : kept) {
            assertTrue(k.events.stream().anyMatch(DebugEvent.Terminated.class::isInstance));
            assertFalse(k.port.isRunning());
        }
    }

    @Test
    void whatIsAskedAfterwardsIsRefusedInWords() throws Exception {
        Kept k = launch(machine(0xEB, 0xFE), false);
        StopReason reason = k.port.stopReason();
        k.port.close();
        assertEquals(reason, k.port.stopReason());
        List<CompletableFuture<?>> answers = List.of(k.port.registers(), k.port.resume(), k.port.suspend(), k.port.screen(),
                k.port.readMemory(AddressSpace.PHYSICAL, 0, 16), k.port.type("x"), k.port.breakpointHits());
        for (CompletableFuture<?> answer : answers) {
            CompletionException e = assertThrows(CompletionException.class, answer::join);
            assertInstanceOf(DebugException.class, e.getCause());
            assertEquals("the guest is terminated", e.getCause().getMessage());
        }
    }

    @Test
    void whatWaitsWhenItEndsIsRefusedToo() throws Exception {
        Kept k = launch(machine(0xEB, 0xFE), true);
        List<CompletableFuture<RegistersView>> waiting = new ArrayList<>();
        CountDownLatch asked = new CountDownLatch(1);
        Thread asker = new Thread(() -> {
            for (int i = 0; i < 2000; i++) {
                waiting.add(k.port.registers());
                asked.countDown();
            }
        });
        asker.start();
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        k.port.close();
        asker.join();
        for (CompletableFuture<RegistersView> answer : waiting) {
            answer.handle((view, error) -> view == null ? error : null).get(10, TimeUnit.SECONDS);
        }
    }
}
