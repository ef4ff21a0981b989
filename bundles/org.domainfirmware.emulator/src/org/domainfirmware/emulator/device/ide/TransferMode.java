package org.domainfirmware.emulator.device.ide;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** What SET FEATURES 03h selected among PIO, multiword and Ultra DMA modes; IDENTIFY words 63 and 88 show it. */
final class TransferMode {
    private static final int PIO_FLOW_CONTROL = 1;
    private static final int MULTIWORD = 4;
    private static final int ULTRA = 8;
    private static final int HIGHEST_MULTIWORD = 2;
    private static final int HIGHEST_ULTRA = 2;
    private static final int HIGHEST_PIO = 4;

    private int multiword = HIGHEST_MULTIWORD;
    private int ultra = -1;

    void reset() {
        multiword = HIGHEST_MULTIWORD;
        ultra = -1;
    }

    /** Selects by the count register's value; false for a mode that does not exist. */
    boolean select(int value) {
        int mode = value & 7;
        switch (value >> 3) {
            case 0:
                return mode <= 1;
            case PIO_FLOW_CONTROL:
                return mode <= HIGHEST_PIO;
            case MULTIWORD:
                if (mode > HIGHEST_MULTIWORD) {
                    return false;
                }
                multiword = mode;
                ultra = -1;
                return true;
            case ULTRA:
                if (mode > HIGHEST_ULTRA) {
                    return false;
                }
                ultra = mode;
                multiword = -1;
                return true;
            default:
                return false;
        }
    }

    int word63() {
        return 0x07 | (multiword >= 0 ? 0x100 << multiword : 0);
    }

    int word88() {
        return 0x07 | (ultra >= 0 ? 0x100 << ultra : 0);
    }

    void writeState(StateWriter to) {
        to.writeInt(multiword);
        to.writeInt(ultra);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        multiword = from.readInt();
        ultra = from.readInt();
    }
}
