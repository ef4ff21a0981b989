package org.domainfirmware.emulator.device.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Geometry facts: ATA/ATAPI-5 annex C, and LBA-assisted translation. */
class DiskLayoutTest {
    @Test
    void driveGeometry() {
        assertEquals(new DiskGeometry(1, 1, 1), DiskGeometry.ofDrive(1));
        assertEquals(new DiskGeometry(20, 16, 63), DiskGeometry.ofDrive(20 * 1008));
        assertEquals(new DiskGeometry(16383, 16, 63), DiskGeometry.ofDrive(1L << 33));
    }

    @Test
    void lbaAssisted() {
        assertEquals(new DiskGeometry(1024, 16, 63), DiskGeometry.lbaAssisted(1024L * 16 * 63));
        assertEquals(32, DiskGeometry.lbaAssisted(1024L * 16 * 63 + 1008).heads());
        assertEquals(128, DiskGeometry.lbaAssisted(1024L * 128 * 63).heads());
        assertEquals(new DiskGeometry(1024, 255, 63), DiskGeometry.lbaAssisted(1L << 26));
    }

    private static Medium disk(long sectors, int endHead, int endSector, int endCylinder, int start, int length) {
        byte[] image = new byte[(int) sectors * 512];
        image[510] = 0x55;
        image[511] = (byte) 0xAA;
        int at = 0x1BE;
        image[at + 4] = 6;
        image[at + 5] = (byte) endHead;
        image[at + 6] = (byte) (endSector | endCylinder >> 2 & 0xC0);
        image[at + 7] = (byte) endCylinder;
        for (int i = 0; i < 4; i++) {
            image[at + 8 + i] = (byte) (start >>> 8 * i);
            image[at + 12 + i] = (byte) (length >>> 8 * i);
        }
        return new OverlayMedium(new MemoryImage("disk", image), 512);
    }

    @Test
    void partitionTableTellsTheGeometry() throws IOException {
        DiskLayout small = DiskLayout.guess(disk(4 * 17 * 100, 3, 17, 99, 17, 4 * 17 * 100 - 17));
        assertEquals(new DiskGeometry(100, 4, 17), small.bios());
        assertEquals(DiskLayout.Translation.NONE, small.translation());
        DiskLayout large = DiskLayout.guess(disk(255 * 63 * 4, 254, 63, 3, 63, 255 * 63 * 4 - 63));
        assertEquals(new DiskGeometry(4, 255, 63), large.bios());
        assertEquals(16, large.drive().heads());
        assertEquals(DiskLayout.Translation.LBA, large.translation());
    }

    @Test
    void inconsistentTableIsIgnored() throws IOException {
        DiskLayout layout = DiskLayout.guess(disk(20 * 1008, 254, 63, 3, 63, 500));
        assertEquals(new DiskGeometry(20, 16, 63), layout.bios());
    }
}
