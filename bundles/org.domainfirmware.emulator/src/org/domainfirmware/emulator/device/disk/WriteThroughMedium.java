package org.domainfirmware.emulator.device.disk;

import java.io.IOException;
import java.util.Objects;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** A medium whose writes change the image itself. What the guest wrote is in the image, so a snapshot cannot undo it. */
public final class WriteThroughMedium implements Medium {
    private final ImageStore image;
    private final int sectorSize;
    private final boolean writable;

    /** @param writable false makes the medium write protected */
    public WriteThroughMedium(ImageStore image, int sectorSize, boolean writable) {
        this.image = image;
        this.sectorSize = sectorSize;
        this.writable = writable;
    }

    @Override
    public String description() {
        return image.description();
    }

    @Override
    public int sectorSize() {
        return sectorSize;
    }

    @Override
    public long sectors() {
        return image.size() / sectorSize;
    }

    @Override
    public boolean writable() {
        return writable;
    }

    @Override
    public void read(long first, int count, byte[] to, int offset) throws IOException {
        Objects.checkFromIndexSize(first, count, sectors());
        image.read(first * sectorSize, to, offset, count * sectorSize);
    }

    @Override
    public void write(long first, int count, byte[] from, int offset) throws IOException {
        Objects.checkFromIndexSize(first, count, sectors());
        if (!writable) {
            throw new IOException(description() + ": is write protected");
        }
        image.write(first * sectorSize, from, offset, count * sectorSize);
    }

    @Override
    public void flush() throws IOException {
        if (writable) {
            image.flush();
        }
    }

    @Override
    public void close() throws IOException {
        image.close();
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeLong(image.size());
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        long size = from.readLong();
        if (size != image.size()) {
            throw new CorruptSnapshot(description() + ": has " + image.size() + " bytes, the snapshot's had " + size);
        }
    }
}
