package org.domainfirmware.emulator.device.ide;

import static org.domainfirmware.emulator.device.ide.AtaBits.ERROR_ABRT;
import static org.domainfirmware.emulator.device.ide.AtaBits.STATUS_ERR;

import java.io.IOException;
import org.domainfirmware.emulator.device.disk.Medium;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;

/** An ATAPI CD-ROM drive: the PACKET protocol (ATA/ATAPI-6, clause 9.8) around {@link CdCommands}. */
public final class AtapiCdrom extends IdeDrive {
    private static final int SECTOR = 2048;
    private static final int CHUNK = BUFFER / SECTOR;
    private static final int PACKET = 12;
    /** Guest time a sector takes. */
    private static final long SECTOR_NANOS = 20_000;

    private static final int DEVICE_RESET = 0x08;
    private static final int EXECUTE_DIAGNOSTIC = 0x90;
    private static final int PACKET_COMMAND = 0xA0;
    private static final int IDENTIFY_PACKET_DEVICE = 0xA1;
    private static final int IDENTIFY_DEVICE = 0xEC;
    private static final int SET_FEATURES = 0xEF;

    /** Interrupt reason, in the count register: command or data; direction, 1 to the host. */
    private static final int REASON_COMMAND = 0x01;
    private static final int REASON_TO_HOST = 0x02;

    private final Tray tray = new Tray();
    private final CdCommands commands = new CdCommands(tray, new PacketReply(buffer));
    private final TransferMode mode = new TransferMode();
    private boolean identifying;
    private boolean dma;
    private int limit;
    /** Bytes of the reply in the buffer, and how many of them the host has. */
    private int loaded;
    private int given;
    /** Sectors still to be read behind them. */
    private long next;
    private int left;

    /** @param name for diagnostics, such as "ide1.master" */
    public AtapiCdrom(EventQueue queue, String name) {
        super(queue, name);
        resetDrive(true);
    }

    /** Puts a disc in, in place of the present one (which stays open and is the caller's). */
    public void insert(Medium disc) {
        if (disc.sectorSize() != SECTOR) {
            throw new IllegalArgumentException(disc.description() + ": a disc has sectors of 2048 bytes");
        }
        tray.insert(disc);
    }

    /** Takes the disc out, locked or not. */
    public void remove() {
        tray.remove();
    }

    /** Presses the eject button: opens an unlocked tray; a locking host is told of the wish. */
    public void pressEject() {
        if (tray.locked()) {
            tray.buttonPressed();
        } else {
            tray.open();
        }
    }

    /** The disc, or null without one or with the tray open. */
    public Medium disc() {
        return tray.disc();
    }

    @Override
    void resetDrive(boolean hard) {
        regs.signature(0x14, 0xEB);
        identifying = false;
        left = 0;
        loaded = 0;
        given = 0;
        if (hard) {
            mode.reset();
            commands.reset();
        }
    }

    @Override
    int statusAfterReset() {
        // DRDY stays clear so that hosts which expect a disk go away (ATA/ATAPI-6, 9.12).
        return 0;
    }

    @Override
    boolean interruptsAnything(int code) {
        return code == DEVICE_RESET;
    }

    @Override
    void execute(int code) {
        identifying = false;
        switch (code) {
            case PACKET_COMMAND -> {
                dma = (regs.get(TaskFile.FEATURES) & 1) != 0;
                limit = regs.cylinder() == 0 ? 0xFFFE : regs.cylinder() & 0xFFFE;
                regs.set(TaskFile.COUNT, REASON_COMMAND);
                ask(PACKET, false);
            }
            case IDENTIFY_PACKET_DEVICE -> identify();
            case DEVICE_RESET -> {
                resetDrive(false);
                completeDiagnostic(false);
            }
            case EXECUTE_DIAGNOSTIC -> {
                regs.signature(0x14, 0xEB);
                completeDiagnostic(true);
            }
            case IDENTIFY_DEVICE -> {
                regs.signature(0x14, 0xEB);
                abort();
            }
            case SET_FEATURES -> setFeatures();
            // STANDBY, IDLE, CHECK POWER MODE, SLEEP, FLUSH CACHE.
            case 0xE0, 0xE1, 0xE2, 0xE3, 0xE6, 0xE7 -> complete();
            case 0xE5 -> {
                regs.set(TaskFile.COUNT, 0xFF);
                complete();
            }
            default -> abort();
        }
    }

    private void setFeatures() {
        int feature = regs.get(TaskFile.FEATURES);
        if (feature == 0x66 || feature == 0xCC || feature == 3 && mode.select(regs.get(TaskFile.COUNT))) {
            complete();
        } else {
            abort();
        }
    }

    private void identify() {
        new IdentifyWords()
                // CD-ROM, removable, DRQ within 50 us without interrupt, packets of 12 bytes.
                .word(0, 0x85C0)
                .text(10, 10, "DFW-CD").text(23, 4, "1.0").text(27, 20, "DOMAIN FIRMWARE CD-ROM")
                .word(49, 0x0F00).word(50, 0x4000).word(51, 0x0200).word(53, 0x0006)
                .word(63, mode.word63()).word(64, 3).word(65, 120).word(66, 120).word(67, 120).word(68, 120)
                .word(80, 0x0070).word(82, 0x0210).word(83, 0x4000).word(84, 0x4000)
                .word(85, 0x0210).word(87, 0x4000).word(88, mode.word88())
                .store(buffer);
        identifying = true;
        offer(0, 512);
    }

    @Override
    void blockWritten(int length) {
        // Only packets are written: no command here takes data.
        CdCommands.Outcome outcome = commands.execute(buffer);
        loaded = outcome.length();
        given = 0;
        next = outcome.sector();
        left = outcome.sectors();
        if (commands.failed() || loaded == 0 && left == 0) {
            endPacket();
        } else if (dma) {
            awaitDma(COMMAND_NANOS + SECTOR_NANOS * left);
        } else {
            offerNext();
        }
    }

    @Override
    void blockRead() {
        if (identifying) {
            identifying = false;
            completeQuietly();
        } else {
            later();
        }
    }

    @Override
    void offerNext() {
        if (given == loaded && left > 0 && !load()) {
            return;
        }
        if (given == loaded) {
            endPacket();
            return;
        }
        int run = Math.min(loaded - given, limit >= SECTOR ? limit - limit % SECTOR : Math.max(2, limit));
        regs.set(TaskFile.COUNT, REASON_TO_HOST);
        regs.set(TaskFile.MID, run);
        regs.set(TaskFile.HIGH, run >> 8);
        int from = given;
        given += run;
        offer(from, given);
    }

    /** Reads the next sectors into the buffer; false when the command has failed. */
    private boolean load() {
        int count = Math.min(left, CHUNK);
        Medium disc = tray.disc();
        try {
            if (disc == null || next + count > disc.sectors()) {
                commands.fail(disc == null ? SenseCode.MEDIUM_NOT_PRESENT : SenseCode.ADDRESS_OUT_OF_RANGE);
                endPacket();
                return false;
            }
            disc.read(next, count, buffer, 0);
        } catch (IOException e) {
            commands.fail(SenseCode.UNRECOVERED_READ_ERROR);
            endPacket();
            return false;
        }
        next += count;
        left -= count;
        loaded = count * SECTOR;
        given = 0;
        return true;
    }

    @Override
    void transferByDma() {
        while (loaded > 0 || left > 0) {
            boolean moved = (loaded > 0 || load()) && moveByDma(loaded, true);
            if (!moved) {
                endDma();
                return;
            }
            loaded = 0;
        }
        given = 0;
        endDma();
        endPacket();
    }

    private void endPacket() {
        left = 0;
        loaded = 0;
        given = 0;
        regs.set(TaskFile.COUNT, REASON_COMMAND | REASON_TO_HOST);
        if (commands.failed()) {
            complete(READY | STATUS_ERR, commands.sense().key() << 4 | ERROR_ABRT);
        } else {
            complete();
        }
    }

    @Override
    void writeState(StateWriter to) {
        super.writeState(to);
        tray.writeState(to);
        commands.writeState(to);
        mode.writeState(to);
        to.writeBoolean(identifying);
        to.writeBoolean(dma);
        to.writeInt(limit);
        to.writeInt(loaded);
        to.writeInt(given);
        to.writeLong(next);
        to.writeInt(left);
    }

    @Override
    void readState(StateReader from) throws CorruptSnapshot {
        super.readState(from);
        tray.readState(from);
        commands.readState(from);
        mode.readState(from);
        identifying = from.readBoolean();
        dma = from.readBoolean();
        limit = from.readInt();
        loaded = from.readInt();
        given = from.readInt();
        next = from.readLong();
        left = from.readInt();
        if (loaded < 0 || loaded > BUFFER || given < 0 || given > loaded || left < 0 || next < 0) {
            throw new CorruptSnapshot("ide: an impossible packet transfer of " + loaded + " bytes and " + left + " sectors");
        }
    }
}
