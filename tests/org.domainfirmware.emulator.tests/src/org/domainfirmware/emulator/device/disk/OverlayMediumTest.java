package org.domainfirmware.emulator.device.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.domainfirmware.emulator.device.StateCopy;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.snapshot.Stateful;
import org.junit.jupiter.api.Test;

/** The overlay against a plain array, its budget, and its state. */
class OverlayMediumTest {
    private static final int SECTORS = 700;

    private record Lump(Medium medium) implements Stateful {
        @Override
        public String name() {
            return "medium";
        }

        @Override
        public void writeState(StateWriter to) {
            medium.writeState(to);
        }

        @Override
        public void readState(StateReader from) throws CorruptSnapshot {
            medium.readState(from);
        }
    }

    @Test
    void behavesAsAnArrayAndLeavesTheImageAlone() throws IOException {
        Random random = new Random(42);
        byte[] image = new byte[SECTORS * 512];
        random.nextBytes(image);
        byte[] model = image.clone();
        byte[] untouched = image.clone();
        OverlayMedium medium = new OverlayMedium(new MemoryImage("image", image), 512);
        for (int i = 0; i < 5000; i++) {
            int first = random.nextInt(SECTORS);
            int count = 1 + random.nextInt(Math.min(300, SECTORS - first));
            byte[] data = new byte[count * 512];
            if (random.nextInt(4) == 0) {
                random.nextBytes(data);
                medium.write(first, count, data, 0);
                System.arraycopy(data, 0, model, first * 512, data.length);
            } else {
                medium.read(first, count, data, 0);
                assertArrayEquals(Arrays.copyOfRange(model, first * 512, (first + count) * 512), data);
            }
        }
        assertArrayEquals(untouched, image);
        assertEquals(6 * OverlayMedium.GRANULE, medium.overlayBytes());
    }

    @Test
    void budgetRefusesAndCounts() throws IOException {
        OverlayMedium medium = new OverlayMedium(new MemoryImage("image", new byte[SECTORS * 512]), 512,
                2 * OverlayMedium.GRANULE);
        byte[] sector = new byte[512];
        medium.write(0, 1, sector, 0);
        medium.write(128, 1, sector, 0);
        assertThrows(OverlayFullException.class, () -> medium.write(256, 1, sector, 0));
        medium.write(129, 1, sector, 0);
        assertEquals(1, medium.refusedWrites());
        assertEquals(medium.budgetBytes(), medium.overlayBytes());
    }

    @Test
    void rangesAreChecked() {
        OverlayMedium medium = new OverlayMedium(new MemoryImage("image", new byte[1024]), 512);
        byte[] sector = new byte[1024];
        assertThrows(IndexOutOfBoundsException.class, () -> medium.read(1, 2, sector, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> medium.write(2, 1, sector, 0));
    }

    @Test
    void stateHoldsTheOverlay() throws Exception {
        byte[] image = new byte[SECTORS * 512];
        OverlayMedium first = new OverlayMedium(new MemoryImage("image", image), 512);
        byte[] clean = StateCopy.of(new Lump(first));
        byte[] sector = new byte[512];
        Arrays.fill(sector, (byte) 9);
        first.write(SECTORS - 1, 1, sector, 0);
        byte[] written = StateCopy.of(new Lump(first));
        assertNotEquals(clean.length, written.length);

        OverlayMedium second = new OverlayMedium(new MemoryImage("image", image), 512);
        StateCopy.restore(new Lump(second), written);
        byte[] back = new byte[512];
        second.read(SECTORS - 1, 1, back, 0);
        assertArrayEquals(sector, back);
        assertArrayEquals(written, StateCopy.of(new Lump(second)));

        OverlayMedium other = new OverlayMedium(new MemoryImage("other", new byte[512]), 512);
        assertThrows(CorruptSnapshot.class, () -> StateCopy.restore(new Lump(other), written));
    }
}
