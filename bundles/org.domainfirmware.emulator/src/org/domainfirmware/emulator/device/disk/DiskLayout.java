package org.domainfirmware.emulator.device.disk;

import java.io.IOException;

/**
 * Geometries of a fixed disk: what the drive itself reports and what the partition table was made
 * with, which the BIOS must offer by INT 13h for the boot sectors to work.
 *
 * @param drive what IDENTIFY DEVICE reports
 * @param bios what INT 13h offers
 */
public record DiskLayout(DiskGeometry drive, DiskGeometry bios) {
    private static final int TABLE = 0x1BE;
    private static final int ENTRY = 16;

    /** How a BIOS gets from one to the other; the numbers are those of Bochs' CMOS registers 39h and 3Ah. */
    public enum Translation { NONE, LBA, LARGE, RECHS }

    /** The translation a BIOS must use so that the disk works. */
    public Translation translation() {
        return drive.equals(bios) ? Translation.NONE : Translation.LBA;
    }

    /** Guesses from the partition table; without one, LBA-assisted translation. */
    public static DiskLayout guess(Medium disk) throws IOException {
        long sectors = disk.sectors();
        DiskGeometry drive = DiskGeometry.ofDrive(sectors);
        byte[] mbr = new byte[disk.sectorSize()];
        disk.read(0, 1, mbr, 0);
        DiskGeometry table = fromTable(mbr, sectors);
        if (table == null) {
            return new DiskLayout(drive, DiskGeometry.lbaAssisted(sectors));
        }
        boolean asDrive = table.heads() <= 16 && table.cylinders() <= 1024;
        return new DiskLayout(asDrive ? table : drive, table);
    }

    /** The geometry in which an entry's last sector is the same by CHS and by LBA; null if there is none. */
    private static DiskGeometry fromTable(byte[] mbr, long diskSectors) {
        if (u8(mbr, 510) != 0x55 || u8(mbr, 511) != 0xAA) {
            return null;
        }
        for (int at = TABLE; at < TABLE + 4 * ENTRY; at += ENTRY) {
            DiskGeometry geometry = u8(mbr, at + 4) == 0 ? null : fromEntry(mbr, at, diskSectors);
            if (geometry != null) {
                return geometry;
            }
        }
        return null;
    }

    private static DiskGeometry fromEntry(byte[] mbr, int at, long diskSectors) {
        int heads = u8(mbr, at + 5) + 1;
        int sectors = u8(mbr, at + 6) & 0x3F;
        int cylinder = u8(mbr, at + 7) | (u8(mbr, at + 6) & 0xC0) << 2;
        long length = u32(mbr, at + 12);
        long last = u32(mbr, at + 8) + length - 1;
        if (sectors == 0 || heads > 255 || length == 0 || last >= diskSectors) {
            return null;
        }
        // A partition ends with a cylinder, so its last head and sector are the highest there are;
        // past cylinder 1023 the table holds 1023 and proves only head and sector.
        long byChs = ((long) cylinder * heads + heads - 1) * sectors + sectors - 1;
        boolean beyond = cylinder == 1023 && last >= byChs && (last + 1) % ((long) heads * sectors) == 0;
        if (last != byChs && !beyond) {
            return null;
        }
        long cylinders = Math.max(1, diskSectors / ((long) heads * sectors));
        return new DiskGeometry((int) Math.min(1024, cylinders), heads, sectors);
    }

    private static int u8(byte[] data, int at) {
        return data[at] & 0xFF;
    }

    private static long u32(byte[] data, int at) {
        return u8(data, at) | u8(data, at + 1) << 8 | u8(data, at + 2) << 16 | (long) u8(data, at + 3) << 24;
    }
}
