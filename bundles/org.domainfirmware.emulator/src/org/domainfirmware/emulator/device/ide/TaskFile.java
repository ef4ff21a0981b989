package org.domainfirmware.emulator.device.ide;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * A drive's parameter registers. Features, count and the three address registers are two deep for
 * 48-bit commands: a write moves the old value to the "previous" place (ATA/ATAPI-6, clause 6.20).
 */
final class TaskFile {
    static final int FEATURES = 1;
    static final int COUNT = 2;
    static final int LOW = 3;
    static final int MID = 4;
    static final int HIGH = 5;

    private final int[] current = new int[6];
    private final int[] previous = new int[6];
    int device;

    int get(int register) {
        return current[register];
    }

    int previous(int register) {
        return previous[register];
    }

    void write(int register, int value) {
        previous[register] = current[register];
        current[register] = value;
    }

    void set(int register, int value) {
        current[register] = value & 0xFF;
    }

    /** Puts a device's signature: how hosts tell disks from packet devices. */
    void signature(int mid, int high) {
        set(COUNT, 1);
        set(LOW, 1);
        set(MID, mid);
        set(HIGH, high);
        device = 0;
    }

    boolean isLba() {
        return (device & AtaBits.DEVICE_LBA) != 0;
    }

    /** Sectors a 28-bit command wants, 1 to 256. */
    int count28() {
        return current[COUNT] == 0 ? 256 : current[COUNT];
    }

    /** Sectors a 48-bit command wants, 1 to 65536. */
    int count48() {
        int count = previous[COUNT] << 8 | current[COUNT];
        return count == 0 ? 65536 : count;
    }

    int cylinder() {
        return current[HIGH] << 8 | current[MID];
    }

    int head() {
        return device & 15;
    }

    long lba28() {
        return (long) head() << 24 | current[HIGH] << 16 | current[MID] << 8 | current[LOW];
    }

    long lba48() {
        long upper = (long) previous[HIGH] << 16 | previous[MID] << 8 | previous[LOW];
        return upper << 24 | current[HIGH] << 16 | current[MID] << 8 | current[LOW];
    }

    void setLba28(long lba) {
        set(LOW, (int) lba);
        set(MID, (int) (lba >> 8));
        set(HIGH, (int) (lba >> 16));
        device = device & 0xF0 | (int) (lba >> 24) & 15;
    }

    void setLba48(long lba) {
        set(LOW, (int) lba);
        set(MID, (int) (lba >> 8));
        set(HIGH, (int) (lba >> 16));
        previous[LOW] = (int) (lba >> 24) & 0xFF;
        previous[MID] = (int) (lba >> 32) & 0xFF;
        previous[HIGH] = (int) (lba >> 40) & 0xFF;
    }

    void setChs(int cylinder, int head, int sector) {
        set(LOW, sector);
        set(MID, cylinder);
        set(HIGH, cylinder >> 8);
        device = device & 0xF0 | head & 15;
    }

    void writeState(StateWriter to) {
        to.writeInts(current);
        to.writeInts(previous);
        to.writeInt(device);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        from.readInts(current);
        from.readInts(previous);
        device = from.readInt() & 0xFF;
        for (int i = 0; i < current.length; i++) {
            current[i] &= 0xFF;
            previous[i] &= 0xFF;
        }
    }
}
