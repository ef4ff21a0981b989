package org.domainfirmware.emulator.device.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random register operations on each device alone, with time passing: no exception, bounded state,
 * peeks that change nothing, and a lump that restores what it was written from.
 *
 * <p>System properties: {@code dfw.fuzz.operations} (default 10000000 a device) and {@code dfw.fuzz.seed} (default 1).
 */
class DeviceFuzzTest {
    private static final int OPERATIONS = Integer.getInteger("dfw.fuzz.operations", 10_000_000);
    private static final long SEED = Long.getLong("dfw.fuzz.seed", 1L);
    /** A check builds another device on a board of its own, so they become rarer once the device has been about. */
    private static final int CLOSE_CHECKS = 200_000;
    private static final int CLOSE = 2_000;
    private static final int APART = 50_000;

    static List<FuzzTarget> targets() {
        return Stream.concat(FuzzTargets.all().stream(), StorageFuzzTargets.all().stream()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void survives(FuzzTarget target) throws CorruptSnapshot {
        Random random = new UnsharedRandom(SEED);
        FuzzBoard board = new FuzzBoard();
        Device device = target.builder.apply(board);
        for (int i = 0; i < OPERATIONS; i++) {
            try {
                operate(target, board, device, random);
            } catch (RuntimeException defect) {
                throw new AssertionError(target + ": seed " + SEED + ", operation " + i + ": " + defect, defect);
            }
            if ((i + 1) % (i < CLOSE_CHECKS ? CLOSE : APART) == 0) {
                check(target, board, device, random, "seed " + SEED + ", operation " + i);
            }
        }
    }

    private static void operate(FuzzTarget target, FuzzBoard board, Device device, Random random) {
        int what = random.nextInt(100);
        if (what < 15) {
            board.advance(someTime(random));
        } else if (what < 20) {
            target.input.accept(device, random);
        } else if (what == 99 && random.nextInt(200) == 0) {
            device.reset();
        } else {
            access(target, board, random);
        }
    }

    private static long someTime(Random random) {
        int kind = random.nextInt(100);
        if (kind < 80) {
            return random.nextInt(2_000);
        }
        return kind < 99 ? random.nextInt(5_000_000) : random.nextInt(2_000_000_000);
    }

    private static void access(FuzzTarget target, FuzzBoard board, Random random) {
        int choice = random.nextInt(target.ports.size() + target.mmio.size());
        int size = random.nextInt(8) > 0 ? 1 : random.nextBoolean() ? 2 : 4;
        int value = random.nextInt(4) == 0 ? 1 << random.nextInt(32) : random.nextInt();
        boolean write = random.nextBoolean();
        if (choice < target.ports.size()) {
            int[] range = target.ports.get(choice);
            int port = range[0] + random.nextInt(range[1] - range[0] + 1);
            int masked = size == 4 ? value : value & (1 << 8 * size) - 1;
            if (write) {
                board.ports.write(port, size, masked);
            } else {
                board.ports.read(port, size);
            }
            return;
        }
        int[] range = target.mmio.get(choice - target.ports.size());
        int address = range[0] + random.nextInt(range[1] - range[0] + 1);
        if (random.nextInt(4) > 0) {
            size = 4;
            address = range[0] + (address - range[0] & ~15);
        }
        if (write) {
            board.memory.write(address, size, value);
        } else {
            board.memory.read(address, size);
        }
    }

    private static void check(FuzzTarget target, FuzzBoard board, Device device, Random random, String when)
            throws CorruptSnapshot {
        byte[] before = Lump.of(device);
        assertTrue(before.length <= target.stateLimit, () -> target + " grew to " + before.length + " bytes, " + when);
        peekEverything(target, board, device, random);
        assertArrayEquals(before, Lump.of(device), () -> target + ": peeking changed the state, " + when);

        FuzzBoard other = new FuzzBoard();
        other.clock.skipTo(board.clock.nanos());
        Device copy = target.builder.apply(other);
        assertEquals(0, Lump.restore(copy, before), () -> target + ": bytes left over, " + when);
        assertArrayEquals(before, Lump.of(copy), () -> target + ": the restored state differs, " + when);
    }

    private static void peekEverything(FuzzTarget target, FuzzBoard board, Device device, Random random) {
        for (Register register : device.registers()) {
            register.peek();
        }
        for (int[] range : target.ports) {
            for (int port = range[0]; port <= range[1]; port++) {
                board.ports.peek(port, 1 << random.nextInt(3));
            }
        }
        for (int[] range : target.mmio) {
            for (int i = 0; i < 64; i++) {
                board.memory.peek(range[0] + random.nextInt(range[1] - range[0] + 1), 1 << random.nextInt(3));
            }
        }
    }
}
