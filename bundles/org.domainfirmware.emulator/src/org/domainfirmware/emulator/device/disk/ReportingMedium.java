package org.domainfirmware.emulator.device.disk;

import java.io.IOException;
import java.util.function.Consumer;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * A medium whose host's failures (an image that became shorter, a full disk) are told to who runs the machine, too: the guest only learns
 * of a bad sector. Each kind is told once, for a guest may try again for ever.
 */
public final class ReportingMedium implements Medium {
    /** Something the host may fail to do. */
    @FunctionalInterface
    private interface Access {
        void run() throws IOException;
    }

    private final Medium medium;
    private final String drive;
    private final Consumer<String> report;
    private boolean readTold;
    private boolean writeTold;

    /**
     * Stands before a medium.
     *
     * @param drive its name for the user
     * @param report gets a sentence
     */
    public ReportingMedium(Medium medium, String drive, Consumer<String> report) {
        this.medium = medium;
        this.drive = drive;
        this.report = report;
    }

    private void tell(boolean writing, IOException why) {
        boolean told = writing ? writeTold : readTold;
        writeTold |= writing;
        readTold |= !writing;
        if (!told) {
            report.accept("drive " + drive + ": the image " + description() + " cannot be " + (writing ? "written" : "read")
                    + ", and the guest gets a drive error: " + why.getMessage());
        }
    }

    private void access(boolean writing, Access access) throws IOException {
        try {
            access.run();
        } catch (IOException e) {
            tell(writing, e);
            throw e;
        }
    }

    @Override
    public void read(long first, int count, byte[] to, int offset) throws IOException {
        access(false, () -> medium.read(first, count, to, offset));
    }

    @Override
    public void write(long first, int count, byte[] from, int offset) throws IOException {
        access(true, () -> medium.write(first, count, from, offset));
    }

    @Override
    public void flush() throws IOException {
        access(true, medium::flush);
    }

    @Override
    public String description() {
        return medium.description();
    }

    @Override
    public int sectorSize() {
        return medium.sectorSize();
    }

    @Override
    public long sectors() {
        return medium.sectors();
    }

    @Override
    public boolean writable() {
        return medium.writable();
    }

    @Override
    public void writeState(StateWriter to) {
        medium.writeState(to);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        medium.readState(from);
    }

    @Override
    public void close() throws IOException {
        medium.close();
    }
}
