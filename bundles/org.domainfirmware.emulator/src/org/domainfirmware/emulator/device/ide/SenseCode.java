package org.domainfirmware.emulator.device.ide;

/** Sense key, additional sense code and qualifier that a packet device reports (SPC-2, table 107; MMC-3, annex). */
enum SenseCode {
    NONE(0, 0, 0),
    MEDIUM_NOT_PRESENT(2, 0x3A, 0),
    UNRECOVERED_READ_ERROR(3, 0x11, 0),
    INVALID_OPCODE(5, 0x20, 0),
    ADDRESS_OUT_OF_RANGE(5, 0x21, 0),
    INVALID_FIELD(5, 0x24, 0),
    SAVING_NOT_SUPPORTED(5, 0x39, 0),
    REMOVAL_PREVENTED(5, 0x53, 2),
    MEDIUM_CHANGED(6, 0x28, 0),
    RESET_OCCURRED(6, 0x29, 0);

    private final int key;
    private final int code;
    private final int qualifier;

    SenseCode(int key, int code, int qualifier) {
        this.key = key;
        this.code = code;
        this.qualifier = qualifier;
    }

    int key() {
        return key;
    }

    int code() {
        return code;
    }

    int qualifier() {
        return qualifier;
    }
}
