package org.domainfirmware.emulator.device.vga;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * Display memory. The legacy parts see four planes, interleaved so that the bytes of all planes at
 * one plane offset are one 32-bit word: plane p, offset o is byte 4o + p. The linear frame buffer
 * and the banked window see the same bytes in order.
 */
public final class Vram {
    /** Bytes: what the DISPI interface reports. */
    public static final int SIZE = 16 << 20;
    /** Plane offsets are below this. */
    public static final int PLANE_OFFSETS = SIZE / 4;
    private static final int PAGE = 4096;
    private static final byte[] ZEROS = new byte[PAGE];
    private static final VarHandle INTS = PhysicalMemory.INTS;

    private final byte[] bytes = new byte[SIZE];
    private final Changes changes = new Changes(SIZE);

    /** The bytes themselves; who writes them calls {@link Changes#memory}. */
    public byte[] bytes() {
        return bytes;
    }

    public Changes changes() {
        return changes;
    }

    /** All four planes at a plane offset, plane 0 in the low byte. */
    public int planes(int offset) {
        return (int) INTS.get(bytes, offset << 2);
    }

    /** Replaces all four planes at a plane offset. */
    public void setPlanes(int offset, int value) {
        INTS.set(bytes, offset << 2, value);
        changes.memory(offset << 2);
    }

    /** Replaces the bits of all four planes where {@code mask} has ones. */
    public void merge(int offset, int value, int mask) {
        int at = offset << 2;
        INTS.set(bytes, at, value & mask | (int) INTS.get(bytes, at) & ~mask);
        changes.memory(at);
    }

    /** Fills with zeros, as power-on of a DISPI mode does. */
    public void clear() {
        Arrays.fill(bytes, (byte) 0);
        changes.memory(0, SIZE);
    }

    void writeState(StateWriter to) {
        int pages = usedPages();
        to.writeInt(pages);
        to.writeBytes(bytes, 0, pages * PAGE);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        int pages = from.readInt();
        if (pages < 0 || pages > SIZE / PAGE) {
            throw new CorruptSnapshot("vga: display memory of " + pages + " pages");
        }
        from.readBytes(bytes, 0, pages * PAGE);
        Arrays.fill(bytes, pages * PAGE, SIZE, (byte) 0);
        changes.memory(0, SIZE);
    }

    /** Pages up to the last that is not all zero: most guests never use more than the first 64. */
    private int usedPages() {
        int pages = SIZE / PAGE;
        while (pages > 0 && Arrays.equals(bytes, (pages - 1) * PAGE, pages * PAGE, ZEROS, 0, PAGE)) {
            pages--;
        }
        return pages;
    }
}
