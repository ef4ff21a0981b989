package org.domainfirmware.emulator.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.device.StateCopy;
import org.domainfirmware.emulator.snapshot.Stateful;
import org.domainfirmware.emulator.time.EventQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine's lumps, put into a fresh machine of the same configuration, give one that goes on exactly as the first. */
class SnapshotRoundTripTest {
    private static final long FURTHER = 300_000;

    private static List<byte[]> save(Machine machine) {
        List<byte[]> lumps = new ArrayList<>();
        for (Stateful lump : machine.lumps()) {
            lumps.add(StateCopy.of(lump));
        }
        return lumps;
    }

    private static void load(Machine machine, List<byte[]> lumps) throws Exception {
        for (int i = 0; i < lumps.size(); i++) {
            StateCopy.restore(machine.lumps().get(i), lumps.get(i));
        }
    }

    /** Moments within the set-up code, between two timer ticks, in the handler, and late. */
    @ParameterizedTest
    @ValueSource(longs = {0, 7, 31, 40, 1_000, 40_001, 100_003, 1_234_567})
    void goesOnAsTheOriginal(long moment) throws Exception {
        try (Machine original = new Machine(BusyRom.machine()); Machine copy = new Machine(BusyRom.machine())) {
            original.run(moment, EventQueue.NEVER);
            List<byte[]> lumps = save(original);
            load(copy, lumps);
            assertEquals(original.stateHash(), copy.stateHash(), "right after loading");
            for (long at : new long[] {moment + 1, moment + 1000, moment + FURTHER}) {
                original.run(at, EventQueue.NEVER);
                copy.run(at, EventQueue.NEVER);
                assertEquals(original.clock().nanos(), copy.clock().nanos(), "guest time at " + at);
                assertSameLumps(original, copy);
                assertEquals(original.stateHash(), copy.stateHash(), "state hash at " + at);
            }
        }
    }

    private static void assertSameLumps(Machine original, Machine copy) {
        for (int i = 0; i < original.lumps().size(); i++) {
            Stateful lump = original.lumps().get(i);
            assertArrayEquals(StateCopy.of(lump), StateCopy.of(copy.lumps().get(i)), lump.name());
        }
    }

    /** Loading over a machine that is somewhere else altogether: decoded code, events and translations of it must go. */
    @Test
    void replacesARunningMachine() throws Exception {
        try (Machine original = new Machine(BusyRom.machine()); Machine other = new Machine(BusyRom.machine())) {
            original.run(50_000, EventQueue.NEVER);
            List<byte[]> lumps = save(original);
            original.run(350_000, EventQueue.NEVER);
            other.run(777_777, EventQueue.NEVER);
            assertNotEquals(original.stateHash(), other.stateHash());
            load(other, lumps);
            other.run(350_000, EventQueue.NEVER);
            assertSameLumps(original, other);
            assertEquals(original.stateHash(), other.stateHash());
        }
    }

    /** An NMI that came after the last instruction run is part of the state. */
    @Test
    void keepsAPendingNonMaskableInterrupt() throws Exception {
        // mov sp,7000h; jmp $
        MachineConfig config = TestRom.machine(0xBC, 0x00, 0x70, 0xEB, 0xFE);
        try (Machine original = new Machine(config); Machine copy = new Machine(config)) {
            original.run(10, EventQueue.NEVER);
            long before = original.stateHash();
            original.executor().nonMaskableInterrupt();
            assertNotEquals(before, original.stateHash());
            load(copy, save(original));
            original.run(11, EventQueue.NEVER);
            copy.run(11, EventQueue.NEVER);
            assertNotEquals(0xF000, original.cpu().s.cs.selector, "vector 2 of a zeroed table is 0000:0000");
            assertSameLumps(original, copy);
        }
    }

    @Test
    void everyLumpHasANameOfItsOwn() throws Exception {
        try (Machine machine = new Machine(BusyRom.machine())) {
            List<String> names = machine.lumps().stream().map(Stateful::name).toList();
            assertEquals(names.size(), names.stream().distinct().count(), names.toString());
        }
    }

    /** The busy guest really is busy: else the round trip would show little. */
    @Test
    void theGuestUsesItsTimerAndItsLoop() throws Exception {
        try (Machine machine = new Machine(BusyRom.machine())) {
            StringBuilder serial = new StringBuilder();
            machine.serial(0).listener(value -> serial.append((char) value));
            machine.run(400_000, EventQueue.NEVER);
            // 400,000 instructions at 10 ns, more with the halts: at least 4 ms, a tick each 1024 / 1.193182 MHz.
            int ticks = machine.memory().peek(0x5000, 2);
            double seconds = machine.clock().nanos() / 1e9;
            assertEquals(seconds * 1_193_182 / 1024, ticks, 2);
            assertNotEquals(0, serial.length());
        }
    }
}
