package org.domainfirmware.emulator.device.fdc;

import org.domainfirmware.emulator.device.disk.FloppyFormat;
import org.domainfirmware.emulator.device.disk.FloppyFormat.Density;

/** The PC's floppy drives, with their number in CMOS register 10h. */
public enum FloppyDriveType {
    NONE(0, 0, true),
    K360(1, 40, true),
    M1_2(2, 80, true),
    K720(3, 80, false),
    M1_44(4, 80, false),
    M2_88(5, 80, false);

    /** A data rate no drive reads at: the medium cannot be read here. */
    static final int UNREADABLE = -1;
    /** Cylinders the head can step beyond the last one: the stop is a little further in. */
    private static final int SPARE_CYLINDERS = 3;

    private final int cmosType;
    private final int cylinders;
    private final boolean fiveInch;

    FloppyDriveType(int cmosType, int cylinders, boolean fiveInch) {
        this.cmosType = cmosType;
        this.cylinders = cylinders;
        this.fiveInch = fiveInch;
    }

    /** The type's number in CMOS register 10h, 0 to 5. */
    public int cmosType() {
        return cmosType;
    }

    /** The innermost cylinder the head reaches. */
    int lastCylinder() {
        return cylinders + SPARE_CYLINDERS - 1;
    }

    /** Steps of this drive's head from one of the format's cylinders to the next. */
    int stepsPerCylinder(FloppyFormat format) {
        return cylinders == 80 && format.cylinders() == 40 ? 2 : 1;
    }

    /**
     * The rate select value (bits 0-1 of CCR and DSR: 0 500, 1 300, 2 250, 3 1000 kbit/s) at which
     * this drive reads the format, or {@link #UNREADABLE}. A 1.2 MB drive turns at 360 instead of
     * 300 revolutions a minute, hence 300 kbit/s for double density in it.
     */
    int rateSelect(FloppyFormat format) {
        if (this == NONE || format.fiveInch() != fiveInch) {
            return UNREADABLE;
        }
        return switch (format.density()) {
            case DOUBLE -> this == M1_2 ? 1 : 2;
            case HIGH -> this == K360 || this == K720 ? UNREADABLE : 0;
            case EXTRA -> this == M2_88 ? 3 : UNREADABLE;
        };
    }

    /** The drive a PC would have for that format. */
    public static FloppyDriveType forFormat(FloppyFormat format) {
        if (format.fiveInch()) {
            return format.density() == Density.HIGH ? M1_2 : K360;
        }
        return switch (format.density()) {
            case DOUBLE -> K720;
            case HIGH -> M1_44;
            case EXTRA -> M2_88;
        };
    }
}
