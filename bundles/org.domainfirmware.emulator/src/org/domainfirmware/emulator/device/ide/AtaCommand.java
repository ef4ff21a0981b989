package org.domainfirmware.emulator.device.ide;

/** Commands of a disk, with what tells the transfers apart (ATA/ATAPI-6, clause 8 and table of opcodes). */
enum AtaCommand {
    RECALIBRATE(0x10, 0x1F), SEEK(0x70, 0x7F),
    READ_SECTORS(0x20, 0x21), READ_SECTORS_EXT(0x24), READ_DMA_EXT(0x25), READ_NATIVE_MAX_EXT(0x27), READ_MULTIPLE_EXT(0x29),
    WRITE_SECTORS(0x30, 0x31), WRITE_SECTORS_EXT(0x34), WRITE_DMA_EXT(0x35), WRITE_MULTIPLE_EXT(0x39),
    READ_VERIFY(0x40, 0x41), READ_VERIFY_EXT(0x42),
    EXECUTE_DIAGNOSTIC(0x90), INITIALIZE_PARAMETERS(0x91),
    READ_MULTIPLE(0xC4), WRITE_MULTIPLE(0xC5), SET_MULTIPLE(0xC6), READ_DMA(0xC8, 0xC9), WRITE_DMA(0xCA, 0xCB),
    OLD_STANDBY_IMMEDIATE(0x94), OLD_IDLE_IMMEDIATE(0x95), OLD_STANDBY(0x96), OLD_IDLE(0x97), OLD_CHECK_POWER(0x98),
    OLD_SLEEP(0x99),
    STANDBY_IMMEDIATE(0xE0), IDLE_IMMEDIATE(0xE1), STANDBY(0xE2), IDLE(0xE3), CHECK_POWER_MODE(0xE5), SLEEP(0xE6),
    FLUSH_CACHE(0xE7), FLUSH_CACHE_EXT(0xEA), IDENTIFY_DEVICE(0xEC), SET_FEATURES(0xEF), READ_NATIVE_MAX(0xF8),
    UNKNOWN(-1);

    private static final AtaCommand[] BY_CODE = new AtaCommand[256];

    static {
        java.util.Arrays.fill(BY_CODE, UNKNOWN);
        for (AtaCommand command : values()) {
            for (int code = Math.max(0, command.first); code <= command.last; code++) {
                BY_CODE[code] = command;
            }
        }
    }

    private final int first;
    private final int last;
    private final boolean extended = name().endsWith("_EXT");
    private final boolean multiple = name().matches("(READ|WRITE)_MULTIPLE.*");

    AtaCommand(int code) {
        this(code, code);
    }

    AtaCommand(int first, int last) {
        this.first = first;
        this.last = last;
    }

    static AtaCommand of(int code) {
        return BY_CODE[code & 0xFF];
    }

    /** True when count and address are 16 and 48 bits wide. */
    boolean extended() {
        return extended;
    }

    /** True when a block is of as many sectors as SET MULTIPLE MODE said. */
    boolean multiple() {
        return multiple;
    }
}
