package org.domainfirmware.emulator.device.disk;

/**
 * Cylinders, heads and sectors of a fixed disk.
 *
 * @param cylinders 1 to 65535
 * @param heads 1 to 255
 * @param sectors sectors of a track, 1 to 63
 */
public record DiskGeometry(int cylinders, int heads, int sectors) {
    /** The most an ATA drive reports in words 1, 3 and 6 of IDENTIFY DEVICE (ATA/ATAPI-5, annex C). */
    public static final DiskGeometry ATA_LARGEST = new DiskGeometry(16383, 16, 63);

    /** Sectors that can be reached with it. */
    public long capacity() {
        return (long) cylinders * heads * sectors;
    }

    /** What an ATA drive of that many sectors reports. */
    public static DiskGeometry ofDrive(long sectors) {
        if (sectors >= ATA_LARGEST.capacity()) {
            return ATA_LARGEST;
        }
        int perTrack = (int) Math.min(63, sectors);
        int heads = (int) Math.min(16, sectors / perTrack);
        return new DiskGeometry((int) (sectors / ((long) perTrack * heads)), heads, perTrack);
    }

    /**
     * LBA-assisted translation for INT 13h: the fewest heads that keep the cylinders at 1024 or
     * less (Phoenix Enhanced Disk Drive Specification 3.0, geometry translation).
     */
    public static DiskGeometry lbaAssisted(long sectors) {
        DiskGeometry drive = ofDrive(sectors);
        if (drive.cylinders <= 1024) {
            return drive;
        }
        int heads = 16;
        while (heads < 255 && sectors > 1024L * heads * 63) {
            heads = heads == 128 ? 255 : heads * 2;
        }
        return new DiskGeometry((int) Math.min(1024, sectors / (heads * 63L)), heads, 63);
    }
}
