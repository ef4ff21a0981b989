package org.domainfirmware.debug.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.domainfirmware.debug.core.breakpoints.GuestAddressBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestPortBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestWatchpoint;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.core.model.GuestStackFrame;
import org.domainfirmware.emulator.debug.AddressSpace;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.BreakpointSpec;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.Machines;
import org.domainfirmware.emulator.debug.StopReason;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IStackFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several threads use a guest's debugger at once, in random order, as views, jobs and people do. The seed is printed. */
class ManyHandsTest {
    private static final int HANDS = 4;
    private static final int ROUNDS = 900;
    private static final long DEADLOCK_SECONDS = 300;
    private static final long SEED = Long.getLong("dfw.seed", System.nanoTime());

    @TempDir
    Path folder;
    private Guests guests;
    private EventOrder order;
    private volatile GuestDebugTarget target;

    @BeforeEach
    void open() throws Exception {
        guests = new Guests();
        order = new EventOrder();
        System.out.println("ManyHandsTest: -Ddfw.seed=" + SEED);
    }

    @AfterEach
    void close() throws Exception {
        guests.close();
        order.close();
    }

    private GuestDebugTarget launch() throws Exception {
        return guests.debug("hands", Map.of(LaunchAttributes.drive("fda"), Guests.floppy(folder, BreakpointsTest.LOOP).toString(),
                LaunchAttributes.STOP_AT, LaunchAttributes.STOP_AT_BOOT_SECTOR));
    }

    /** One who does something to the guest, {@link #ROUNDS} times. */
    private interface Hand {
        void act(Random random) throws Exception;
    }

    private void together(Hand hand) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < HANDS; i++) {
            Random random = new Random(SEED + i);
            all.add(hands.submit((Callable<Void>) () -> {
                for (int n = 0; n < ROUNDS; n++) {
                    hand.act(random);
                }
                return null;
            }));
        }
        hands.shutdown();
        for (Future<Void> one : all) {
            await(one);
        }
    }

    private static void await(Future<?> one) throws InterruptedException {
        try {
            one.get(DEADLOCK_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            StringBuilder stacks = new StringBuilder("they wait for each other:\n");
            Thread.getAllStackTraces().forEach((t, stack) -> stacks.append(t.getName()).append(' ').append(Arrays.toString(stack)).append('\n'));
            throw new AssertionError(stacks.toString(), e);
        } catch (ExecutionException e) {
            throw new AssertionError("seed " + SEED + ": " + e.getCause(), e.getCause());
        }
    }

    /** Sets it going or stops it. */
    private static void control(GuestDebugTarget t, Random random) {
        switch (random.nextInt(8)) {
            case 0, 1 -> t.resume();
            case 2, 3 -> t.suspend();
            case 4 -> t.thread().stepInto();
            case 5 -> t.thread().stepOver();
            case 6 -> t.thread().stepReturn();
            default -> t.thread().stepByInstruction(random.nextBoolean());
        }
    }

    /** Looks at everything views show; a guest that goes on meanwhile may only answer that it does. */
    private static void look(GuestDebugTarget t) {
        try {
            for (IStackFrame f : t.thread().getStackFrames()) {
                f.getName();
                ((GuestStackFrame) f).getVariables();
            }
            GuestStackFrame top = t.thread().top();
            if (top != null) {
                top.expressions().number("eax + word [0:9000]");
                for (IRegisterGroup g : top.getRegisterGroups()) {
                    g.getRegisters()[0].getValue().getValueString();
                }
            }
        } catch (DebugException | org.domainfirmware.debug.core.guest.InspectionException e) {
            assertFalse(e.getMessage().isBlank() || e.getMessage().contains("Exception"), "no sentence: " + e.getMessage());
        }
    }

    /** Looks past the debug model, as our own views do. */
    private static void peek(GuestDebugTarget t, Random random) {
        DebugPort port = t.port();
        List<Supplier<CompletableFuture<?>>> questions = List.of(port::registers, port::devices, port::video, port::screen, port::e820,
                port::entryChecks, port::breakpointHits, () -> port.disassemble(random.nextInt(1 << 20), 40),
                () -> port.assistTrace(10), () -> port.interruptTrace(0, 10), () -> port.pageWalk(random.nextInt()),
                () -> port.readMemory(AddressSpace.PORT, random.nextInt(0xFF00), 256),
                () -> port.readMemory(AddressSpace.CMOS, 0, 128), () -> port.readMemory(AddressSpace.PHYSICAL, 0xA0000, 0x20000));
        questions.get(random.nextInt(questions.size())).get().handle((answer, gone) -> answer).join();
    }

    /** Adds, changes and removes breakpoints. */
    private static void breakpoints(Random random) throws CoreException {
        IBreakpoint[] all = DebugPlugin.getDefault().getBreakpointManager().getBreakpoints();
        if (all.length < 6) {
            switch (random.nextInt(3)) {
                case 0 -> new GuestAddressBreakpoint(GuestAddress.linear(0x7C00 + new int[] {0, 3, 5, 7, 0xB}[random.nextInt(5)]));
                case 1 -> new GuestPortBreakpoint(0x61, 1, true, false);
                default -> new GuestWatchpoint("counter", GuestAddress.linear(0x9000), 2, random.nextBoolean(), true);
            }
            return;
        }
        GuestBreakpoint b = (GuestBreakpoint) all[random.nextInt(all.length)];
        try {
            switch (random.nextInt(5)) {
                case 0 -> b.setEnabled(!b.isEnabled());
                case 1 -> b.setCondition(random.nextBoolean() ? "*(unsigned short *)0x9000 % 7 == 3" : "(ax & 1) == 1");
                case 2 -> b.setIgnoreCount(random.nextInt(3));
                case 3 -> b.setLog(!b.isLog());
                default -> b.delete();
            }
        } catch (CoreException e) {
            assertFalse(b.getMarker().exists(), e.toString());
        }
    }

    @Test
    void whateverTheyDoItCanBeStoppedAndEnded() throws Exception {
        target = launch();
        List<GuestDebugTarget> every = new ArrayList<>(List.of(target));
        together(random -> {
            GuestDebugTarget t = target;
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> control(t, random);
                case 4, 5 -> look(t);
                case 6 -> peek(t, random);
                case 7, 8, 9 -> breakpoints(random);
                case 10 -> change(t, random);
                default -> {
                    if (random.nextInt(15) == 0) {
                        t.terminate();
                        synchronized (every) {
                            if (target == t) {
                                target = launch();
                                every.add(target);
                            }
                        }
                    }
                }
            }
        });
        suspended(target);
        assertTrue(target.thread().top() != null, "a standing guest has frames");
        for (GuestDebugTarget t : every) {
            t.terminate();
            Guests.await("the end of each", () -> t.isTerminated() && t.getLaunch().isTerminated() && order.isOver(t.thread()));
        }
        System.out.printf("%d actions, %d guests, set going %d times%n", HANDS * ROUNDS, every.size(), order.resumes());
        assertEquals(List.of(), order.wrong(), "seed " + SEED);
    }

    private static void change(GuestDebugTarget t, Random random) {
        CompletableFuture<?> done = switch (random.nextInt(4)) {
            case 0 -> t.port().writeRegister("ebx", random.nextInt());
            case 1 -> t.port().writeMemory(AddressSpace.LINEAR, 0x9100, new byte[] {1, 2, 3});
            case 2 -> random.nextInt(4) == 0 ? t.reloadFirmware() : CompletableFuture.completedFuture(null);
            default -> {
                if (random.nextInt(4) == 0) {
                    t.reset();
                }
                yield t.port().registers();
            }
        };
        done.exceptionally(refused -> null).join();
        t.changed();
    }

    /** Stops the guest whatever the hands left it doing. */
    private void suspended(GuestDebugTarget t) throws Exception {
        for (IBreakpoint b : DebugPlugin.getDefault().getBreakpointManager().getBreakpoints()) {
            b.delete();
        }
        Guests.await("it stands", () -> {
            t.suspend();
            return t.isSuspended();
        });
        Guests.await("it is told", () -> order.stands(t.thread()));
    }

    /** What only looks and stops, however often, leaves no trace: an undisturbed machine is the same after as many instructions. */
    @Test
    void lookingAndSteppingLeaveNoTrace() throws Exception {
        target = launch();
        guests.awaitSuspend();
        together(random -> {
            switch (random.nextInt(4)) {
                case 0 -> control(target, random);
                case 1 -> look(target);
                case 2 -> peek(target, random);
                default -> breakpoints(random);
            }
        });
        suspended(target);
        long instructions = target.thread().registers().instructions();
        String hash = target.port().stateHash().join();
        try (DebugPort undisturbed = Machines.start("undisturbed", target.session().settings().machine())) {
            CompletableFuture<StopReason> stop = new CompletableFuture<>();
            undisturbed.addListener(e -> {
                if (e instanceof org.domainfirmware.emulator.debug.DebugEvent.Stopped s) {
                    stop.complete(s.reason());
                }
            });
            undisturbed.setBreakpoint(BreakpointSpec.stop(new Breakpoint.InstructionCount(instructions))).join();
            undisturbed.resume();
            stop.get(DEADLOCK_SECONDS, TimeUnit.SECONDS);
            assertEquals(instructions, undisturbed.registers().join().instructions());
            assertEquals(undisturbed.stateHash().join(), hash, "seed " + SEED);
        }
        assertEquals(List.of(), order.wrong(), "seed " + SEED);
    }
}
