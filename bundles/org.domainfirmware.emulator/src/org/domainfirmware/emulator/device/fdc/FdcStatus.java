package org.domainfirmware.emulator.device.fdc;

/** Bits of the status registers (82077AA datasheet, section 4.0 "Status register encoding" and 2.1 "MSR"). */
final class FdcStatus {
    /** MSR: the host may transfer a byte. */
    static final int MSR_RQM = 0x80;
    /** MSR: the transfer is from the controller to the host. */
    static final int MSR_DIO = 0x40;
    /** MSR: execution phase of a non-DMA command. */
    static final int MSR_NON_DMA = 0x20;
    /** MSR: a command is in progress. */
    static final int MSR_BUSY = 0x10;

    /** ST0: abnormal termination. */
    static final int ST0_ABNORMAL = 0x40;
    /** ST0: invalid command. */
    static final int ST0_INVALID = 0x80;
    /** ST0: abnormal termination caused by polling: a drive's ready line changed. */
    static final int ST0_POLLING = 0xC0;
    /** ST0: a seek or recalibrate ended. */
    static final int ST0_SEEK_END = 0x20;
    /** ST0: no track 0 signal after a recalibrate, or a fault. */
    static final int ST0_EQUIPMENT_CHECK = 0x10;

    static final int ST1_END_OF_CYLINDER = 0x80;
    static final int ST1_DATA_ERROR = 0x20;
    static final int ST1_OVERRUN = 0x10;
    static final int ST1_NO_DATA = 0x04;
    static final int ST1_NOT_WRITABLE = 0x02;
    static final int ST1_MISSING_ADDRESS_MARK = 0x01;

    static final int ST2_CONTROL_MARK = 0x40;
    static final int ST2_DATA_ERROR_IN_DATA = 0x20;
    static final int ST2_WRONG_CYLINDER = 0x10;
    static final int ST2_SCAN_EQUAL = 0x08;
    static final int ST2_SCAN_NOT_SATISFIED = 0x04;

    static final int ST3_WRITE_PROTECTED = 0x40;
    static final int ST3_TRACK_0 = 0x10;
    /** ST3: bits 5 (ready) and 3 (two sides) always read 1. */
    static final int ST3_ALWAYS = 0x28;

    private FdcStatus() {
    }
}
