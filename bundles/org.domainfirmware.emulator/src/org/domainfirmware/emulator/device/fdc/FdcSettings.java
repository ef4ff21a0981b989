package org.domainfirmware.emulator.device.fdc;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** What SPECIFY, CONFIGURE, PERPENDICULAR MODE and LOCK set, and DUMPREG shows. */
final class FdcSettings {
    /** CONFIGURE: implied seeks. */
    private static final int EIS = 0x40;
    /** CONFIGURE: FIFO disabled (the state after a reset, as on the 765). */
    private static final int EFIFO = 0x20;
    /** CONFIGURE: polling disabled. */
    private static final int POLL = 0x10;

    /** Step rate (bits 4-7) and head unload time (bits 0-3). */
    int stepAndUnload;
    /** Head load time (bits 1-7) and ND, the non-DMA mode (bit 0). */
    int headLoad;
    int configuration = EFIFO;
    int precompensationTrack;
    int perpendicular;
    boolean locked;

    boolean nonDma() {
        return (headLoad & 1) != 0;
    }

    boolean impliedSeek() {
        return (configuration & EIS) != 0;
    }

    boolean polling() {
        return (configuration & POLL) == 0;
    }

    /** The RESET pin. */
    void hardwareReset() {
        locked = false;
        softwareReset();
        configuration = EFIFO;
        stepAndUnload = 0;
        headLoad = 0;
        perpendicular = 0;
    }

    /** A reset by DOR or DSR: LOCK protects EFIFO, FIFOTHR and PRETRK; perpendicular drives stay so (datasheet 5.2.4, 5.3.5). */
    void softwareReset() {
        if (!locked) {
            configuration = configuration & EIS | EFIFO;
            precompensationTrack = 0;
        }
        configuration &= ~(EIS | POLL);
        perpendicular &= 0x3C;
    }

    /** PERPENDICULAR MODE: D0-D3 change only with OW set. */
    void setPerpendicular(int value) {
        perpendicular = (value & 0x80) != 0 ? value & 0x3F : perpendicular & 0x3C | value & 3;
    }

    void writeState(StateWriter to) {
        to.writeInt(stepAndUnload);
        to.writeInt(headLoad);
        to.writeInt(configuration);
        to.writeInt(precompensationTrack);
        to.writeInt(perpendicular);
        to.writeBoolean(locked);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        stepAndUnload = from.readInt();
        headLoad = from.readInt();
        configuration = from.readInt();
        precompensationTrack = from.readInt();
        perpendicular = from.readInt();
        locked = from.readBoolean();
    }
}
