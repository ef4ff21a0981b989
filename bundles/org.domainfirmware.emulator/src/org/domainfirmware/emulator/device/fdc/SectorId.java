package org.domainfirmware.emulator.device.fdc;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** The ID a command looks for and reports: cylinder, head, sector, and size code N (128 &lt;&lt; N bytes). */
final class SectorId {
    int cylinder;
    int head;
    int sector;
    int size;

    void set(int c, int h, int r, int n) {
        cylinder = c;
        head = h;
        sector = r;
        size = n;
    }

    /** Goes on to what follows as the result phase reports it (datasheet table 5-6 "Result phase table"). */
    void advance(int endOfTrack, boolean multiTrack) {
        if (sector != endOfTrack) {
            sector = sector + 1 & 0xFF;
            return;
        }
        sector = 1;
        if (!multiTrack || (head & 1) != 0) {
            cylinder = cylinder + 1 & 0xFF;
        }
        if (multiTrack) {
            head ^= 1;
        }
    }

    void writeState(StateWriter to) {
        to.writeInt(cylinder);
        to.writeInt(head);
        to.writeInt(sector);
        to.writeInt(size);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        cylinder = from.readInt() & 0xFF;
        head = from.readInt() & 0xFF;
        sector = from.readInt() & 0xFF;
        size = from.readInt() & 0xFF;
    }
}
