package org.domainfirmware.emulator.device.disk;

import java.io.Closeable;
import java.io.IOException;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * What a drive reads and writes: a run of equal sectors. Drives check ranges before they ask; a
 * range outside the medium is an error of the caller ({@link IndexOutOfBoundsException}). An
 * {@link IOException} means that the host could not do it, and reaches the guest as a bad sector.
 */
public interface Medium extends Closeable {
    /** What to call it in messages: the file's name. */
    String description();

    /** Bytes in a sector: 512 on disks, 2048 on CDs. */
    int sectorSize();

    /** Number of sectors, at least 1. */
    long sectors();

    /** False when the guest shall find it write protected. */
    boolean writable();

    /** Reads {@code count} sectors from number {@code first} (0 is the first) on. */
    void read(long first, int count, byte[] to, int offset) throws IOException;

    /** Writes {@code count} sectors. */
    void write(long first, int count, byte[] from, int offset) throws IOException;

    /** Makes earlier writes last, where they shall. */
    void flush() throws IOException;

    /** Writes what differs from the image as opened: it can influence the guest later. */
    void writeState(StateWriter to);

    /** Reads what {@link #writeState} wrote, on a medium over the same image. */
    void readState(StateReader from) throws CorruptSnapshot;
}
