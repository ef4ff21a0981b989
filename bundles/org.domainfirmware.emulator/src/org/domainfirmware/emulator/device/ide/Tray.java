package org.domainfirmware.emulator.device.ide;

import org.domainfirmware.emulator.device.disk.Medium;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** A CD-ROM drive's tray: the disc, the lock, and what happened that the host has not heard of yet. */
final class Tray {
    /** Media events of GET EVENT STATUS NOTIFICATION (MMC-3, table 90). */
    static final int NO_EVENT = 0;
    static final int EJECT_REQUEST = 1;
    static final int NEW_MEDIA = 2;
    static final int MEDIA_REMOVAL = 3;

    private Medium disc;
    private boolean open;
    private boolean locked;
    private int event;
    private SenseCode attention = SenseCode.RESET_OCCURRED;

    /** The disc if it can be read, else null. */
    Medium disc() {
        return open ? null : disc;
    }

    boolean isOpen() {
        return open;
    }

    boolean locked() {
        return locked;
    }

    void lock(boolean on) {
        locked = on;
    }

    long sectors() {
        return disc() == null ? 0 : disc.sectors();
    }

    void insert(Medium inserted) {
        disc = inserted;
        open = false;
        event = NEW_MEDIA;
        attention = SenseCode.MEDIUM_CHANGED;
    }

    void remove() {
        disc = null;
        event = MEDIA_REMOVAL;
    }

    void buttonPressed() {
        event = EJECT_REQUEST;
    }

    void open() {
        if (!open) {
            open = true;
            event = MEDIA_REMOVAL;
        }
    }

    void close() {
        if (open) {
            open = false;
            if (disc != null) {
                event = NEW_MEDIA;
                attention = SenseCode.MEDIUM_CHANGED;
            }
        }
    }

    void reset() {
        locked = false;
        open = false;
        attention = SenseCode.RESET_OCCURRED;
    }

    int peekEvent() {
        return event;
    }

    void eventHeard() {
        event = NO_EVENT;
    }

    /** A unit attention that waits, which is then over; NONE if none waits. */
    SenseCode takeAttention() {
        SenseCode waiting = attention;
        attention = SenseCode.NONE;
        return waiting;
    }

    void writeState(StateWriter to) {
        to.writeLong(disc == null ? 0 : disc.sectors());
        to.writeBoolean(open);
        to.writeBoolean(locked);
        to.writeInt(event);
        to.writeInt(attention.ordinal());
    }

    void readState(StateReader from) throws CorruptSnapshot {
        long sectors = from.readLong();
        if (sectors != (disc == null ? 0 : disc.sectors())) {
            throw new CorruptSnapshot("ide: the snapshot was taken with another disc in a CD-ROM drive");
        }
        open = from.readBoolean();
        locked = from.readBoolean();
        event = from.readInt();
        int ordinal = from.readInt();
        if (ordinal < 0 || ordinal >= SenseCode.values().length) {
            throw new CorruptSnapshot("ide: unknown sense " + ordinal);
        }
        attention = SenseCode.values()[ordinal];
    }
}
