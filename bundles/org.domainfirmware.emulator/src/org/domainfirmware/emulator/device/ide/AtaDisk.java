package org.domainfirmware.emulator.device.ide;

import static org.domainfirmware.emulator.device.ide.AtaBits.ERROR_ABRT;
import static org.domainfirmware.emulator.device.ide.AtaBits.ERROR_IDNF;
import static org.domainfirmware.emulator.device.ide.AtaBits.ERROR_UNC;
import static org.domainfirmware.emulator.device.ide.AtaBits.STATUS_DF;
import static org.domainfirmware.emulator.device.ide.AtaBits.STATUS_ERR;

import java.io.IOException;
import org.domainfirmware.emulator.device.disk.DiskGeometry;
import org.domainfirmware.emulator.device.disk.Medium;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;

/** An ATA disk over an image: PIO, multiple and DMA transfers with CHS, 28-bit and 48-bit addresses. */
public final class AtaDisk extends IdeDrive {
    private static final int SECTOR = 512;
    /** The most sectors of a READ or WRITE MULTIPLE block. */
    private static final int MOST_MULTIPLE = 16;
    private static final int DMA_CHUNK = BUFFER / SECTOR;
    /** Guest time a sector takes by DMA. */
    private static final long DMA_SECTOR_NANOS = 5_000;
    private static final long LBA28_SECTORS = 0x0FFF_FFFF;

    private final Medium medium;
    private final DiskGeometry drive;
    private final String serial;
    private final TransferMode mode = new TransferMode();
    /** CHS translation that INITIALIZE DEVICE PARAMETERS chose. */
    private int heads;
    private int sectorsPerTrack;
    /** Sectors of a MULTIPLE block, 0 before SET MULTIPLE MODE. */
    private int multiple;
    private boolean writeCache = true;
    private boolean lookAhead = true;

    /** The transfer in progress. */
    private long next;
    private int left;
    private int block;
    private boolean writing;
    /** Sectors in the block that is passing. */
    private int passing;

    /**
     * @param name for diagnostics, such as "ide0.master"
     * @param drive the geometry it reports, see {@link org.domainfirmware.emulator.device.disk.DiskLayout}
     * @param serial serial number, up to 20 ASCII characters
     */
    public AtaDisk(EventQueue queue, String name, Medium medium, DiskGeometry drive, String serial) {
        super(queue, name);
        this.medium = medium;
        this.drive = drive;
        this.serial = serial;
        resetDrive(true);
    }

    public Medium medium() {
        return medium;
    }

    /** The geometry it reports. */
    public DiskGeometry geometry() {
        return drive;
    }

    @Override
    void resetDrive(boolean hard) {
        regs.signature(0, 0);
        left = 0;
        if (hard) {
            heads = drive.heads();
            sectorsPerTrack = drive.sectors();
            multiple = 0;
            mode.reset();
            writeCache = true;
            lookAhead = true;
        }
    }

    @Override
    int statusAfterReset() {
        return READY;
    }

    @Override
    void execute(int code) {
        AtaCommand command = AtaCommand.of(code);
        switch (command) {
            case READ_SECTORS, READ_SECTORS_EXT, READ_MULTIPLE, READ_MULTIPLE_EXT -> startPio(command, false);
            case WRITE_SECTORS, WRITE_SECTORS_EXT, WRITE_MULTIPLE, WRITE_MULTIPLE_EXT -> startPio(command, true);
            case READ_DMA, READ_DMA_EXT -> startDma(command, false);
            case WRITE_DMA, WRITE_DMA_EXT -> startDma(command, true);
            case READ_VERIFY, READ_VERIFY_EXT -> verify(command);
            case SEEK -> {
                if (locate(command, 1)) {
                    complete();
                }
            }
            case IDENTIFY_DEVICE -> identify();
            case SET_FEATURES -> setFeatures();
            case SET_MULTIPLE -> setMultiple(regs.get(TaskFile.COUNT));
            case INITIALIZE_PARAMETERS -> initializeParameters();
            case EXECUTE_DIAGNOSTIC -> {
                regs.signature(0, 0);
                completeDiagnostic(true);
            }
            case FLUSH_CACHE, FLUSH_CACHE_EXT -> flush();
            case CHECK_POWER_MODE, OLD_CHECK_POWER -> {
                regs.set(TaskFile.COUNT, 0xFF);
                complete();
            }
            case READ_NATIVE_MAX -> {
                regs.setLba28(Math.min(medium.sectors(), LBA28_SECTORS) - 1);
                complete();
            }
            case READ_NATIVE_MAX_EXT -> {
                regs.setLba48(medium.sectors() - 1);
                complete();
            }
            case UNKNOWN -> abort();
            // RECALIBRATE and the power commands have nothing to do here.
            default -> complete();
        }
    }

    private void startPio(AtaCommand command, boolean write) {
        if (command.multiple() && multiple == 0 || write && !medium.writable()) {
            abort();
            return;
        }
        if (!locate(command, countOf(command))) {
            return;
        }
        writing = write;
        block = command.multiple() ? multiple : 1;
        if (write) {
            askNext(false);
        } else {
            offerNext();
        }
    }

    private void startDma(AtaCommand command, boolean write) {
        if (write && !medium.writable()) {
            abort();
        } else if (locate(command, countOf(command))) {
            writing = write;
            block = DMA_CHUNK;
            awaitDma(COMMAND_NANOS + DMA_SECTOR_NANOS * left);
        }
    }

    private int countOf(AtaCommand command) {
        return command.extended() ? regs.count48() : regs.count28();
    }

    /** Sets out for the addressed sectors; fails the command when the first one does not exist. */
    private boolean locate(AtaCommand command, int count) {
        next = address(command);
        left = count;
        if (next < 0 || next >= medium.sectors()) {
            next = 0;
            left = 0;
            fail(ERROR_IDNF);
            return false;
        }
        return true;
    }

    private long address(AtaCommand command) {
        if (command.extended()) {
            return regs.lba48();
        }
        if (regs.isLba()) {
            return regs.lba28();
        }
        int sector = regs.get(TaskFile.LOW);
        if (sector == 0 || sector > sectorsPerTrack || regs.head() >= heads) {
            return -1;
        }
        return ((long) regs.cylinder() * heads + regs.head()) * sectorsPerTrack + sector - 1;
    }

    /** Leaves a sector's address and what is left of the count in the registers, as the standard's outputs say. */
    private void report(long sector) {
        AtaCommand command = AtaCommand.of(command());
        if (command.extended()) {
            regs.setLba48(sector);
        } else if (regs.isLba()) {
            regs.setLba28(sector);
        } else {
            long track = sector / sectorsPerTrack;
            regs.setChs((int) (track / heads), (int) (track % heads), (int) (sector % sectorsPerTrack) + 1);
        }
        regs.set(TaskFile.COUNT, left);
    }

    /** Reads the next block into the buffer; false when the command has failed. */
    private boolean load() {
        passing = Math.min(block, left);
        if (next + passing > medium.sectors()) {
            report(medium.sectors());
            fail(ERROR_IDNF);
            return false;
        }
        try {
            medium.read(next, passing, buffer, 0);
            return true;
        } catch (IOException e) {
            report(next);
            fail(ERROR_UNC);
            return false;
        }
    }

    private boolean store() {
        if (next + passing > medium.sectors()) {
            report(medium.sectors());
            fail(ERROR_IDNF);
            return false;
        }
        try {
            medium.write(next, passing, buffer, 0);
            return true;
        } catch (IOException e) {
            report(next);
            complete(READY | STATUS_DF | STATUS_ERR, ERROR_ABRT);
            return false;
        }
    }

    private void passed() {
        next += passing;
        left -= passing;
    }

    @Override
    void offerNext() {
        if (load()) {
            offer(0, passing * SECTOR);
        }
    }

    @Override
    void blockRead() {
        passed();
        if (left > 0) {
            later();
        } else {
            if (passing > 0) {
                report(next - 1);
            }
            completeQuietly();
        }
    }

    private void askNext(boolean interrupts) {
        passing = Math.min(block, left);
        ask(passing * SECTOR, interrupts);
    }

    @Override
    void blockWritten(int length) {
        if (!store()) {
            return;
        }
        passed();
        if (left > 0) {
            askNext(true);
        } else {
            report(next - 1);
            complete();
        }
    }

    @Override
    void transferByDma() {
        while (left > 0) {
            passing = Math.min(block, left);
            int bytes = passing * SECTOR;
            boolean moved = writing
                    ? moveByDma(bytes, false) && store()
                    : load() && moveByDma(bytes, true);
            if (!moved) {
                endDma();
                return;
            }
            passed();
        }
        report(next - 1);
        endDma();
        complete();
    }

    private void verify(AtaCommand command) {
        if (!locate(command, countOf(command))) {
            return;
        }
        block = DMA_CHUNK;
        while (left > 0) {
            if (!load()) {
                return;
            }
            passed();
        }
        report(next - 1);
        complete();
    }

    private void flush() {
        try {
            medium.flush();
            complete();
        } catch (IOException e) {
            complete(READY | STATUS_DF | STATUS_ERR, ERROR_ABRT);
        }
    }

    private void setMultiple(int count) {
        if (count > MOST_MULTIPLE || Integer.bitCount(count) > 1) {
            abort();
        } else {
            multiple = count;
            complete();
        }
    }

    private void initializeParameters() {
        if (regs.get(TaskFile.COUNT) == 0) {
            abort();
            return;
        }
        heads = regs.head() + 1;
        sectorsPerTrack = regs.get(TaskFile.COUNT);
        complete();
    }

    private void setFeatures() {
        boolean known = true;
        switch (regs.get(TaskFile.FEATURES)) {
            case 0x02 -> writeCache = true;
            case 0x82 -> writeCache = false;
            case 0xAA -> lookAhead = true;
            case 0x55 -> lookAhead = false;
            case 0x03 -> known = mode.select(regs.get(TaskFile.COUNT));
            // Keeping settings over a soft reset (66h) is what this drive does; CCh would undo it.
            case 0x66 -> known = true;
            default -> known = false;
        }
        if (known) {
            complete();
        } else {
            abort();
        }
    }

    private void identify() {
        long sectors = medium.sectors();
        long perCylinder = (long) heads * sectorsPerTrack;
        int cylinders = (int) Math.min(65535, Math.min(sectors, 16514064) / perCylinder);
        int enabled = (writeCache ? 0x20 : 0) | (lookAhead ? 0x40 : 0) | 0x08;
        new IdentifyWords()
                .word(0, 0x0040)
                .word(1, drive.cylinders()).word(3, drive.heads()).word(6, drive.sectors())
                .text(10, 10, serial).text(23, 4, "1.0").text(27, 20, "DOMAIN FIRMWARE DISK")
                .word(20, 3).word(21, 512).word(22, 4)
                .word(47, 0x8000 | MOST_MULTIPLE).word(48, 1).word(49, 0x0F00).word(50, 0x4000)
                .word(51, 0x0200).word(52, 0x0200).word(53, 0x0007)
                .word(54, cylinders).word(55, heads).word(56, sectorsPerTrack).dword(57, cylinders * perCylinder)
                .word(59, multiple == 0 ? 0 : 0x100 | multiple)
                .dword(60, Math.min(sectors, LBA28_SECTORS))
                .word(63, mode.word63()).word(64, 3).word(65, 120).word(66, 120).word(67, 120).word(68, 120)
                .word(80, 0x0070).word(82, 0x0068).word(83, 0x7400).word(84, 0x4000)
                .word(85, enabled).word(86, 0x3400).word(87, 0x4000).word(88, mode.word88())
                .dword(100, sectors & 0xFFFF_FFFFL).dword(102, sectors >>> 32)
                .store(buffer);
        left = 0;
        passing = 0;
        offer(0, SECTOR);
    }

    @Override
    void writeState(StateWriter to) {
        super.writeState(to);
        mode.writeState(to);
        to.writeInt(heads);
        to.writeInt(sectorsPerTrack);
        to.writeInt(multiple);
        to.writeBoolean(writeCache);
        to.writeBoolean(lookAhead);
        to.writeLong(next);
        to.writeInt(left);
        to.writeInt(block);
        to.writeBoolean(writing);
        to.writeInt(passing);
        medium.writeState(to);
    }

    @Override
    void readState(StateReader from) throws CorruptSnapshot {
        super.readState(from);
        mode.readState(from);
        heads = from.readInt();
        sectorsPerTrack = from.readInt();
        multiple = from.readInt();
        writeCache = from.readBoolean();
        lookAhead = from.readBoolean();
        next = from.readLong();
        left = from.readInt();
        block = from.readInt();
        writing = from.readBoolean();
        passing = from.readInt();
        boolean sane = heads >= 1 && heads <= 16 && sectorsPerTrack >= 1 && sectorsPerTrack <= 255
                && multiple >= 0 && multiple <= MOST_MULTIPLE && left >= 0 && left <= 65536 && next >= 0
                && block >= 0 && block <= DMA_CHUNK && passing >= 0 && passing <= DMA_CHUNK;
        if (!sane) {
            throw new CorruptSnapshot("ide: an impossible disk transfer of " + left + " sectors at " + next);
        }
        medium.readState(from);
    }
}
