package org.domainfirmware.emulator.device.fdc;

import java.io.IOException;
import java.util.Optional;
import org.domainfirmware.emulator.device.disk.FloppyFormat;
import org.domainfirmware.emulator.device.disk.Medium;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** A floppy drive: where its head is, what medium is in it, and its change latch. */
public final class FloppyDrive {
    private final FloppyDriveType type;
    private Medium medium;
    private FloppyFormat format;
    private int cylinder;
    /** The sector whose ID passes under the head next. */
    private int rotation = 1;
    /** DSKCHG: set when a medium leaves, cleared by a step pulse with a medium in. */
    private boolean changed = true;

    FloppyDrive(FloppyDriveType type) {
        this.type = type;
    }

    public FloppyDriveType type() {
        return type;
    }

    /** The medium, or null. */
    public Medium medium() {
        return medium;
    }

    /** The medium's format, or null without one. */
    public FloppyFormat format() {
        return format;
    }

    /** The head's physical cylinder. */
    public int cylinder() {
        return cylinder;
    }

    /** State of the disk change line. */
    public boolean changed() {
        return changed;
    }

    /**
     * Puts a medium in, in place of the present one (which stays open and is the caller's).
     *
     * @throws IllegalArgumentException when its size is no floppy format's
     */
    public void insert(Medium inserted) {
        Optional<FloppyFormat> found = inserted.sectorSize() == 512
                ? FloppyFormat.ofSize(inserted.sectors() * 512) : Optional.empty();
        format = found.orElseThrow(() -> new IllegalArgumentException(
                inserted.description() + ": " + inserted.sectors() + " sectors are no floppy format"));
        medium = inserted;
        rotation = 1;
        changed = true;
    }

    /** Takes the medium out. */
    public void eject() {
        medium = null;
        format = null;
        changed = true;
    }

    boolean writeProtected() {
        return medium != null && !medium.writable();
    }

    boolean atTrack0() {
        return type != FloppyDriveType.NONE && cylinder == 0;
    }

    /** Steps the head, inwards if positive, to the stops at most. */
    void step(int steps) {
        if (type == FloppyDriveType.NONE || steps == 0) {
            return;
        }
        cylinder = Math.max(0, Math.min(type.lastCylinder(), cylinder + steps));
        if (medium != null) {
            changed = false;
        }
    }

    /** True when sectors of the medium under a head can be told from noise at that data rate. */
    boolean readable(int head, int rateSelect) {
        return medium != null && type.rateSelect(format) == rateSelect && head < format.heads()
                && trackNumber() < format.cylinders();
    }

    /** The track number written in the IDs under the head. */
    int trackNumber() {
        return format == null ? cylinder : cylinder / type.stepsPerCylinder(format);
    }

    /** The number of the next sector to pass the head, which passes. */
    int nextSector() {
        int sector = rotation;
        rotation = sector >= format.sectors() ? 1 : sector + 1;
        return sector;
    }

    void read(int head, int sector, byte[] to) throws IOException {
        medium.read(index(head, sector), 1, to, 0);
    }

    void write(int head, int sector, byte[] from) throws IOException {
        medium.write(index(head, sector), 1, from, 0);
    }

    /** The sector's number in the image; media may change between the search for a sector and its transfer. */
    private long index(int head, int sector) throws IOException {
        if (format == null || head >= format.heads() || sector < 1 || sector > format.sectors()
                || trackNumber() >= format.cylinders()) {
            throw new IOException("no sector " + sector + " under head " + head);
        }
        return format.index(trackNumber(), head, sector);
    }

    void writeState(StateWriter to) {
        to.writeInt(cylinder);
        to.writeInt(rotation);
        to.writeBoolean(changed);
        to.writeInt(format == null ? -1 : format.ordinal());
        if (medium != null) {
            medium.writeState(to);
        }
    }

    void readState(StateReader from) throws CorruptSnapshot {
        cylinder = from.readInt();
        rotation = from.readInt();
        changed = from.readBoolean();
        int saved = from.readInt();
        if (saved != (format == null ? -1 : format.ordinal())) {
            throw new CorruptSnapshot("fdc: the snapshot was taken with another medium in a drive");
        }
        if (cylinder < 0 || cylinder > 255 || rotation < 1 || rotation > 255) {
            throw new CorruptSnapshot("fdc: impossible head position " + cylinder + ", sector " + rotation);
        }
        if (medium != null) {
            medium.readState(from);
        }
    }
}
