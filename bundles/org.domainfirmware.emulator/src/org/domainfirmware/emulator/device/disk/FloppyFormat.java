package org.domainfirmware.emulator.device.disk;

import java.util.Optional;

/** The PC's floppy formats, all with sectors of 512 bytes, MFM (IBM PC DOS and PS/2 technical references). */
public enum FloppyFormat {
    K160("160 KiB", 40, 1, 8, Density.DOUBLE, true),
    K180("180 KiB", 40, 1, 9, Density.DOUBLE, true),
    K320("320 KiB", 40, 2, 8, Density.DOUBLE, true),
    K360("360 KiB", 40, 2, 9, Density.DOUBLE, true),
    K720("720 KiB", 80, 2, 9, Density.DOUBLE, false),
    M1_2("1.2 MB", 80, 2, 15, Density.HIGH, true),
    M1_44("1.44 MB", 80, 2, 18, Density.HIGH, false),
    /** Microsoft's distribution media format. */
    M1_68("1.68 MB", 80, 2, 21, Density.HIGH, false),
    M2_88("2.88 MB", 80, 2, 36, Density.EXTRA, false);

    /** Flux changes on the surface; with the drive's speed it gives the data rate. */
    public enum Density { DOUBLE, HIGH, EXTRA }

    private final String label;
    private final int cylinders;
    private final int heads;
    private final int sectors;
    private final Density density;
    private final boolean fiveInch;

    FloppyFormat(String label, int cylinders, int heads, int sectors, Density density, boolean fiveInch) {
        this.label = label;
        this.cylinders = cylinders;
        this.heads = heads;
        this.sectors = sectors;
        this.density = density;
        this.fiveInch = fiveInch;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    public int cylinders() {
        return cylinders;
    }

    public int heads() {
        return heads;
    }

    /** Sectors on a track; they are numbered from 1. */
    public int sectors() {
        return sectors;
    }

    public Density density() {
        return density;
    }

    /** True for 5.25 inch media, false for 3.5 inch. */
    public boolean fiveInch() {
        return fiveInch;
    }

    /** Bytes of an image. */
    public long bytes() {
        return 512L * cylinders * heads * sectors;
    }

    /** Number of a sector in the image; {@code sector} counts from 1. */
    public long index(int cylinder, int head, int sector) {
        return ((long) cylinder * heads + head) * sectors + sector - 1;
    }

    /** The format whose image has that many bytes; no two have the same size. */
    public static Optional<FloppyFormat> ofSize(long bytes) {
        for (FloppyFormat format : values()) {
            if (format.bytes() == bytes) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
