package org.domainfirmware.emulator.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.cpu.state.CpuState;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.RunEnd;
import org.domainfirmware.emulator.machine.TestRom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random bytes as code on whole machines, devices included. Whatever the guest does, the emulator never throws and the machine is
 * running, halted, shut down or switched off. Every failure names its seed; -Ddfw.random.seed=N starts there, and
 * -Ddfw.random.instructions=100000000 makes the long run.
 */
class RandomCodeTest {
    private static final long INSTRUCTIONS = Long.getLong("dfw.random.instructions", 5_000_000);
    private static final long FIRST_SEED = Long.getLong("dfw.random.seed", 1);
    /** Starts on the machine of one seed, its devices and memory as the code before left them. */
    private static final int STARTS = 32;
    /** Instructions for a start: random code soon goes round in a small loop. */
    private static final long EACH = 1500;
    private static final int NEW_BYTES = 16 << 10;
    private static final long SLICE_NANOS = 1_000_000;
    private static final int MEMORY_MIB = 2;

    /** Where and how the random bytes run. */
    enum Mode {
        REAL(RandomGuest::startReal),
        PROTECTED(RandomGuest::startProtected),
        PAGED(RandomGuest::startPaged),
        VM86(RandomGuest::startVm86);

        private final BiConsumer<Machine, SplittableRandom> start;

        Mode(BiConsumer<Machine, SplittableRandom> start) {
            this.start = start;
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void neverLeavesADefinedState(Mode mode) throws Exception {
        long left = INSTRUCTIONS / Mode.values().length;
        Map<RunEnd, Integer> ends = new EnumMap<>(RunEnd.class);
        long seed = FIRST_SEED;
        for (; left > 0; seed++) {
            left -= Math.max(1, run(mode, seed, ends));
        }
        System.out.printf("random code, %s mode: %d instructions, seeds %d to %d, slices ended: %s%n", mode, INSTRUCTIONS / Mode.values().length - left,
                FIRST_SEED, seed - 1, ends);
    }

    /** @return instructions run */
    private static long run(Mode mode, long seed, Map<RunEnd, Integer> ends) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        CpuModel model = CpuModel.values()[random.nextInt(CpuModel.values().length)];
        try (Machine machine = new Machine(TestRom.machine(0xF4).withMemory(MEMORY_MIB).withCpu(model)
                .withStopOnShutdown(random.nextBoolean()))) {
            RandomGuest.fill(machine, random, 0, RandomGuest.LOW_RAM);
            for (int i = 0; i < STARTS && !machine.isPoweredOff(); i++) {
                RandomGuest.fill(machine, random, random.nextInt(RandomGuest.LOW_RAM - NEW_BYTES), NEW_BYTES);
                mode.start.accept(machine, random);
                runOn(machine, ends);
            }
            assertNotEquals(0, machine.stateHash());
            return machine.clock().instructions();
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(mode + " mode, seed " + seed + ", " + model + ": " + e, e);
        }
    }

    private static void runOn(Machine machine, Map<RunEnd, Integer> ends) {
        long until = machine.clock().instructions() + EACH;
        while (machine.clock().instructions() < until) {
            long before = machine.clock().instructions();
            RunEnd end = machine.run(until, machine.clock().nanos() + SLICE_NANOS);
            ends.merge(end, 1, Integer::sum);
            assertDefined(machine);
            if (end == RunEnd.POWERED_OFF || end == RunEnd.SHUTDOWN || machine.clock().instructions() == before) {
                return;
            }
        }
    }

    private static void assertDefined(Machine machine) {
        CpuState s = machine.cpu().s;
        assertEquals(2, s.eflags() & 0x802A & ~0x8, "fixed bits of EFLAGS");
        assertTrue(s.cpl >= 0 && s.cpl <= 3, "CPL " + s.cpl);
        boolean real = (s.cr0 & 1) == 0;
        assertTrue(!real || s.cpl == 0, "CPL in real mode");
        for (var segment : s.seg) {
            assertEquals(0, segment.selector >>> 16, "bits beyond a selector");
        }
    }
}
