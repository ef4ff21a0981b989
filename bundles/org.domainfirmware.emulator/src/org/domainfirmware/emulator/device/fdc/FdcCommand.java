package org.domainfirmware.emulator.device.fdc;

/** Commands of the 82077AA (datasheet, section 5.0 "Command set"). */
enum FdcCommand {
    READ_TRACK(0x02, 0x9F, 8),
    SPECIFY(0x03, 0xFF, 2),
    SENSE_DRIVE_STATUS(0x04, 0xFF, 1),
    WRITE_DATA(0x05, 0x3F, 8),
    READ_DATA(0x06, 0x1F, 8),
    RECALIBRATE(0x07, 0xFF, 1),
    SENSE_INTERRUPT_STATUS(0x08, 0xFF, 0),
    WRITE_DELETED_DATA(0x09, 0x3F, 8),
    READ_ID(0x0A, 0xBF, 1),
    READ_DELETED_DATA(0x0C, 0x1F, 8),
    FORMAT_TRACK(0x0D, 0xBF, 5),
    DUMPREG(0x0E, 0xFF, 0),
    SEEK(0x0F, 0xFF, 2),
    VERSION(0x10, 0xFF, 0),
    SCAN_EQUAL(0x11, 0x1F, 8),
    PERPENDICULAR_MODE(0x12, 0xFF, 1),
    CONFIGURE(0x13, 0xFF, 3),
    LOCK(0x14, 0x7F, 0),
    VERIFY(0x16, 0x1F, 8),
    SCAN_LOW_OR_EQUAL(0x19, 0x1F, 8),
    SCAN_HIGH_OR_EQUAL(0x1D, 0x1F, 8),
    RELATIVE_SEEK(0x8F, 0xBF, 2),
    INVALID(0, 0, 0);

    private final int opcode;
    /** Bits of the first byte that tell the command; the others are its options MT, MFM, SK, LOCK, DIR. */
    private final int mask;
    private final int parameters;

    FdcCommand(int opcode, int mask, int parameters) {
        this.opcode = opcode;
        this.mask = mask;
        this.parameters = parameters;
    }

    /** Bytes that follow the first. */
    int parameters() {
        return parameters;
    }

    /** The command that a first byte begins. */
    static FdcCommand of(int first) {
        for (FdcCommand command : values()) {
            if (command != INVALID && (first & command.mask) == command.opcode) {
                return command;
            }
        }
        return INVALID;
    }

    boolean writesMedium() {
        return this == WRITE_DATA || this == WRITE_DELETED_DATA || this == FORMAT_TRACK;
    }

    boolean scans() {
        return this == SCAN_EQUAL || this == SCAN_LOW_OR_EQUAL || this == SCAN_HIGH_OR_EQUAL;
    }

    /** True when its execution phase takes bytes from the host. */
    boolean takesBytes() {
        return writesMedium() || scans();
    }
}
