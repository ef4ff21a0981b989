package org.domainfirmware.emulator.device.disk;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * A medium that never changes its image: written data live in an overlay of 64 KiB granules in
 * memory, up to a budget. Past the budget writes fail, and are counted.
 */
public final class OverlayMedium implements Medium {
    /** Bytes in a granule. */
    public static final int GRANULE = 64 * 1024;
    /** Default budget, bytes. */
    public static final long DEFAULT_BUDGET = 256L << 20;

    private final ImageStore image;
    private final int sectorSize;
    private final int budgetGranules;
    private final Map<Long, byte[]> granules = new HashMap<>();
    private long refusedWrites;

    public OverlayMedium(ImageStore image, int sectorSize) {
        this(image, sectorSize, DEFAULT_BUDGET);
    }

    /** @param budget bytes the overlay may take, rounded down to granules */
    public OverlayMedium(ImageStore image, int sectorSize, long budget) {
        this.image = image;
        this.sectorSize = sectorSize;
        this.budgetGranules = (int) Math.min(Integer.MAX_VALUE, budget / GRANULE);
    }

    /** Bytes the overlay takes now. */
    public long overlayBytes() {
        return (long) granules.size() * GRANULE;
    }

    /** Bytes it may take. */
    public long budgetBytes() {
        return (long) budgetGranules * GRANULE;
    }

    /** Writes refused because of the budget. */
    public long refusedWrites() {
        return refusedWrites;
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
        return true;
    }

    @Override
    public void read(long first, int count, byte[] to, int offset) throws IOException {
        Objects.checkFromIndexSize(first, count, sectors());
        long at = first * sectorSize;
        long end = at + (long) count * sectorSize;
        if (granules.isEmpty()) {
            image.read(at, to, offset, (int) (end - at));
            return;
        }
        int done = offset;
        while (at < end) {
            int inGranule = (int) (at % GRANULE);
            int run = (int) Math.min(end - at, GRANULE - inGranule);
            byte[] written = granules.get(at / GRANULE);
            if (written == null) {
                image.read(at, to, done, run);
            } else {
                System.arraycopy(written, inGranule, to, done, run);
            }
            at += run;
            done += run;
        }
    }

    @Override
    public void write(long first, int count, byte[] from, int offset) throws IOException {
        Objects.checkFromIndexSize(first, count, sectors());
        long at = first * sectorSize;
        long end = at + (long) count * sectorSize;
        int done = offset;
        while (at < end) {
            int inGranule = (int) (at % GRANULE);
            int run = (int) Math.min(end - at, GRANULE - inGranule);
            System.arraycopy(from, done, granule(at / GRANULE), inGranule, run);
            at += run;
            done += run;
        }
    }

    private byte[] granule(long number) throws IOException {
        byte[] granule = granules.get(number);
        if (granule != null) {
            return granule;
        }
        if (granules.size() >= budgetGranules) {
            refusedWrites++;
            throw new OverlayFullException(description() + ": the overlay's " + (budgetBytes() >> 20)
                    + " MiB are used up; write to the image itself or raise the budget");
        }
        granule = new byte[GRANULE];
        image.read(number * GRANULE, granule, 0, inImage(number));
        granules.put(number, granule);
        return granule;
    }

    /** Bytes of a granule that the image has: the last one may be short. */
    private int inImage(long number) {
        return (int) Math.min(GRANULE, image.size() - number * GRANULE);
    }

    @Override
    public void flush() {
        // An overlay is as lasting as it will ever be.
    }

    @Override
    public void close() throws IOException {
        granules.clear();
        image.close();
    }

    @Override
    public void writeState(StateWriter to) {
        to.writeLong(image.size());
        to.writeInt(granules.size());
        for (Map.Entry<Long, byte[]> entry : new TreeMap<>(granules).entrySet()) {
            to.writeLong(entry.getKey());
            to.writeBytes(entry.getValue());
        }
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        long size = from.readLong();
        if (size != image.size()) {
            throw new CorruptSnapshot(description() + ": has " + image.size() + " bytes, the snapshot's had " + size);
        }
        int count = from.readInt();
        if (count < 0 || count > budgetGranules) {
            throw new CorruptSnapshot(description() + ": an overlay of " + count + " granules, budget " + budgetGranules);
        }
        granules.clear();
        for (int i = 0; i < count; i++) {
            long number = from.readLong();
            if (number < 0 || number > (size - 1) / GRANULE) {
                throw new CorruptSnapshot(description() + ": overlay granule " + number + " is outside the image");
            }
            byte[] granule = new byte[GRANULE];
            from.readBytes(granule);
            granules.put(number, granule);
        }
    }
}
