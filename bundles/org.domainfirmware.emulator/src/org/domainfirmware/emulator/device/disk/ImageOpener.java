package org.domainfirmware.emulator.device.disk;

import java.io.IOException;
import java.nio.file.Path;

/** Opens image files as media for a kind of drive, and refuses what that drive could not hold. */
public final class ImageOpener {
    /** Sectors that LBA48 can name, hence the largest disk. */
    private static final long MOST_DISK_SECTORS = 1L << 48;
    /** Sectors that READ CAPACITY can name. */
    private static final long MOST_CD_SECTORS = 0xFFFF_FFFFL;

    private ImageOpener() {
    }

    /**
     * A floppy of one of the formats of {@link FloppyFormat}.
     *
     * @param write whether the file itself shall change; else writes go to an overlay
     */
    public static Medium floppy(Path path, boolean write) throws ImageException {
        return checked(ImageFile.open(path, write), 512, write, ImageOpener::checkFloppy);
    }

    /** A raw fixed disk of 512-byte sectors. */
    public static Medium disk(Path path, boolean write) throws ImageException {
        return checked(ImageFile.open(path, write), 512, write, ImageOpener::checkDisk);
    }

    /** An ISO 9660 or any other image of 2048-byte sectors; always read only. */
    public static Medium cdrom(Path path) throws ImageException {
        return checked(ImageFile.open(path, false), 2048, true, ImageOpener::checkCdrom);
    }

    private interface Check {
        void check(String name, long size) throws ImageException;
    }

    private static Medium checked(ImageFile file, int sectorSize, boolean direct, Check check) throws ImageException {
        try {
            if (file.size() == 0) {
                throw new ImageException(file.description() + ": is empty; an image needs at least one sector");
            }
            ForeignImage.check(file);
            check.check(file.description(), file.size());
        } catch (ImageException e) {
            try {
                file.close();
            } catch (IOException close) {
                e.addSuppressed(close);
            }
            throw e;
        }
        return direct
                ? new WriteThroughMedium(file, sectorSize, sectorSize == 512)
                : new OverlayMedium(file, sectorSize);
    }

    /** Refuses sizes that are no floppy format's. */
    static void checkFloppy(String name, long size) throws ImageException {
        if (FloppyFormat.ofSize(size).isPresent()) {
            return;
        }
        for (FloppyFormat format : FloppyFormat.values()) {
            if (size < format.bytes()) {
                throw new ImageException(name + ": " + size + " bytes are no floppy format; pad the image to "
                        + format.label() + ": truncate -s " + format.bytes() + " FILE");
            }
        }
        throw new ImageException(name + ": " + size + " bytes are more than a floppy holds (2949120); attach it as a disk");
    }

    /** Refuses odd sizes and more than LBA48 can address. */
    static void checkDisk(String name, long size) throws ImageException {
        if (size % 512 != 0) {
            throw new ImageException(name + ": " + size
                    + " bytes are no whole number of 512-byte sectors (truncated?); pad the image: truncate -s %512 FILE");
        }
        if (size / 512 > MOST_DISK_SECTORS) {
            throw new ImageException(name + ": is larger than an ATA disk can be (2^48 sectors); use a smaller image");
        }
    }

    /** Refuses odd sizes, raw 2352-byte sectors and more than READ CAPACITY can say. */
    static void checkCdrom(String name, long size) throws ImageException {
        if (size % 2048 != 0) {
            throw new ImageException(name + ": " + size + " bytes are no whole number of 2048-byte sectors; "
                    + (size % 2352 == 0
                            ? "it looks like raw 2352-byte sectors (BIN/CUE): convert it to ISO"
                            : "pad the image: truncate -s %2048 FILE"));
        }
        if (size / 2048 > MOST_CD_SECTORS) {
            throw new ImageException(name + ": is larger than a CD-ROM can be (2^32 - 1 sectors); use a smaller image");
        }
    }
}
