package org.domainfirmware.emulator.device.vga;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.domainfirmware.emulator.device.vga.window.LegacyWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random register settings and accesses, against the manual word for word. */
class DisplayMemoryTest {
    private static final int[] SEQUENCER_MASKS = {0x03, 0x3D, 0x0F, 0x3F, 0x0E};
    private static final int[] GRAPHICS_MASKS = {0x0F, 0x0F, 0x0F, 0x1F, 0x03, 0x7B, 0x0F, 0x0F, 0xFF};
    private static final int STEPS = 60_000;

    private final VgaRig rig = new VgaRig();
    private final ManualPlanes manual = new ManualPlanes();
    private final LegacyWindow window = (LegacyWindow) rig.memory.handlerOf(rig.memory.readPage(0xA0000));
    private Random random;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyAccessDoesWhatTheManualSays(long seed) {
        random = new Random(seed);
        miscellaneous(0x23);
        for (int i = 0; i < STEPS; i++) {
            switch (random.nextInt(16)) {
                case 0 -> graphics(random.nextInt(9), random.nextInt(256));
                case 1 -> sequencer(random.nextBoolean() ? 2 : 4, random.nextInt(256));
                case 2 -> usualMode();
                case 3 -> runs(i);
                case 4, 5, 6, 7, 8, 9 -> write();
                default -> read(i);
            }
        }
        comparePlanes();
    }

    private void sequencer(int index, int value) {
        rig.sequencer(index, value);
        manual.sequencer[index] = value & SEQUENCER_MASKS[index];
    }

    private void graphics(int index, int value) {
        rig.graphics(index, value);
        manual.graphics[index] = value & GRAPHICS_MASKS[index];
    }

    private void miscellaneous(int value) {
        rig.out(0x3C2, value);
        manual.miscellaneousOutput = value;
    }

    /** The settings whose paths are the fast ones come up rarely by chance. */
    private void usualMode() {
        graphics(0, 0);
        graphics(1, 0);
        graphics(3, 0);
        graphics(8, 0xFF);
        graphics(4, random.nextInt(4));
        switch (random.nextInt(5)) {
            case 0 -> modeBits(0x0F, 0x0E, 0x40, 0x05);
            case 1 -> modeBits(0x03, 0x02, 0x10, 0x0E);
            case 2 -> modeBits(random.nextInt(16), 0x06, random.nextInt(4), 0x05);
            case 3 -> modeBits(0x0F, 0x02, 0x30, random.nextInt(16));
            default -> miscellaneous(random.nextInt(4) == 0 ? 0x03 : 0x23);
        }
    }

    private void modeBits(int mapMask, int memoryMode, int graphicsMode, int miscellaneous) {
        sequencer(2, mapMask);
        sequencer(4, memoryMode);
        graphics(5, graphicsMode);
        graphics(6, miscellaneous);
    }

    private int address() {
        int start = switch (random.nextInt(4)) {
            case 0 -> 0xA0000;
            case 1 -> 0xAFFF8;
            case 2 -> 0xB0000;
            default -> 0xB8000;
        };
        return start + random.nextInt(64);
    }

    private void write() {
        int address = address();
        int size = 1 << random.nextInt(3);
        int value = random.nextInt();
        rig.memory.write(address, size, value);
        for (int b = 0; b < size; b++) {
            manual.write(address + b, value >> 8 * b & 0xFF);
        }
    }

    private void read(int step) {
        int address = address();
        int size = 1 << random.nextInt(3);
        int peeked = rig.memory.peek(address, size);
        int expected = 0;
        for (int b = 0; b < size; b++) {
            expected |= manual.read(address + b) << 8 * b;
        }
        assertEquals(expected, rig.memory.read(address, size), () -> "step " + step);
        assertEquals(expected, peeked, () -> "peek at step " + step);
    }

    private void runs(int step) {
        int address = address();
        int size = 1 << random.nextInt(3);
        int units = random.nextInt(9);
        byte[] data = new byte[size * units];
        switch (random.nextInt(3)) {
            case 0 -> {
                random.nextBytes(data);
                window.writeRun(address, size, data, 0, units);
                for (int i = 0; i < data.length; i++) {
                    manual.write(address + i, data[i] & 0xFF);
                }
            }
            case 1 -> {
                window.readRun(address, size, data, 0, units);
                for (int i = 0; i < data.length; i++) {
                    assertEquals(manual.read(address + i), data[i] & 0xFF, "step " + step);
                }
            }
            default -> copy(address, address(), size, units);
        }
    }

    private void copy(int from, int to, int size, int units) {
        window.copyRun(from, to, size, units);
        int[] unit = new int[size];
        for (int u = 0; u < units; u++) {
            for (int b = 0; b < size; b++) {
                unit[b] = manual.read(from + u * size + b);
            }
            for (int b = 0; b < size; b++) {
                manual.write(to + u * size + b, unit[b]);
            }
        }
    }

    private void comparePlanes() {
        VgaInspector inspector = rig.vga.inspector();
        for (int map = 0; map < 4; map++) {
            byte[] actual = inspector.plane(map, 0, 0x10000);
            int[] unsigned = new int[actual.length];
            for (int i = 0; i < actual.length; i++) {
                unsigned[i] = actual[i] & 0xFF;
            }
            assertArrayEquals(manual.maps[map], unsigned, "map " + map);
        }
    }
}
