package org.domainfirmware.emulator.device.ide;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** The packet commands of a CD-ROM drive (MMC-3, clause 6; SPC-2, clause 7). */
final class CdCommands {
    private static final int READ_CD_USER_DATA = 0x10;
    /** The most data other than sectors that a command returns here, bytes. */
    private static final int MOST_REPLY = 65_536;

    /**
     * What a command has to transfer.
     *
     * @param length bytes already in the buffer
     * @param sector first sector to read after them
     * @param sectors number of sectors to read
     */
    record Outcome(int length, long sector, int sectors) {
        static final Outcome NOTHING = new Outcome(0, 0, 0);
    }

    private final Tray tray;
    private final PacketReply reply;
    /** What REQUEST SENSE will tell of the last command. */
    private SenseCode sense = SenseCode.NONE;

    CdCommands(Tray tray, PacketReply reply) {
        this.tray = tray;
        this.reply = reply;
    }

    void reset() {
        sense = SenseCode.NONE;
        tray.reset();
    }

    boolean failed() {
        return sense != SenseCode.NONE;
    }

    SenseCode sense() {
        return sense;
    }

    Outcome fail(SenseCode why) {
        sense = why;
        return Outcome.NOTHING;
    }

    /** Executes the command in the first twelve bytes of {@code packet}, which may be the reply's buffer. */
    Outcome execute(byte[] packet) {
        int[] cdb = new int[12];
        for (int i = 0; i < cdb.length; i++) {
            cdb[i] = packet[i] & 0xFF;
        }
        if (cdb[0] == 0x03) {
            return requestSense(cdb);
        }
        sense = SenseCode.NONE;
        return switch (cdb[0]) {
            // These three work while a unit attention waits.
            case 0x12 -> inquiry(cdb);
            case 0x46 -> {
                CdReplies.configuration(reply, cdb[1] & 3, u16(cdb, 2), tray.sectors());
                yield replied(u16(cdb, 7));
            }
            case 0x4A -> getEvent(cdb);
            default -> {
                SenseCode attention = tray.takeAttention();
                yield attention != SenseCode.NONE ? fail(attention) : attended(cdb);
            }
        };
    }

    private Outcome attended(int[] cdb) {
        return switch (cdb[0]) {
            case 0x1B -> startStop(cdb[4] & 3);
            case 0x1E -> {
                tray.lock((cdb[4] & 1) != 0);
                yield Outcome.NOTHING;
            }
            case 0x5A -> modeSense(cdb);
            case 0xBB -> Outcome.NOTHING;
            case 0xBD -> {
                CdReplies.mechanismStatus(reply);
                yield replied(u16(cdb, 8));
            }
            case 0x00, 0x25, 0x28, 0xA8, 0x2B, 0x42, 0x43, 0x51, 0x52, 0xBE ->
                tray.disc() == null ? fail(SenseCode.MEDIUM_NOT_PRESENT) : withDisc(cdb);
            default -> fail(SenseCode.INVALID_OPCODE);
        };
    }

    private Outcome withDisc(int[] cdb) {
        return switch (cdb[0]) {
            case 0x25 -> {
                CdReplies.capacity(reply, tray.sectors());
                yield replied(8);
            }
            case 0x28 -> read(u32(cdb, 2), u16(cdb, 7));
            case 0xA8 -> read(u32(cdb, 2), u32(cdb, 6));
            case 0x2B -> read(u32(cdb, 2), 0);
            case 0xBE -> readCd(cdb);
            case 0x42 -> {
                CdReplies.subChannel(reply);
                yield replied(u16(cdb, 7));
            }
            case 0x43 -> readToc(cdb);
            case 0x51 -> {
                CdReplies.discInformation(reply);
                yield replied(u16(cdb, 7));
            }
            case 0x52 -> {
                CdReplies.trackInformation(reply, tray.sectors());
                yield replied(u16(cdb, 7));
            }
            // TEST UNIT READY.
            default -> Outcome.NOTHING;
        };
    }

    /** The reply, cut to what the host allocated. */
    private Outcome replied(int allocation) {
        return new Outcome(Math.min(Math.min(reply.length(), allocation), MOST_REPLY), 0, 0);
    }

    private Outcome requestSense(int[] cdb) {
        SenseCode told = sense != SenseCode.NONE ? sense : tray.takeAttention();
        sense = SenseCode.NONE;
        CdReplies.sense(reply, told);
        return replied(cdb[4]);
    }

    private Outcome inquiry(int[] cdb) {
        if ((cdb[1] & 3) != 0) {
            return fail(SenseCode.INVALID_FIELD);
        }
        CdReplies.inquiry(reply);
        return replied(cdb[4]);
    }

    private Outcome getEvent(int[] cdb) {
        if ((cdb[1] & 1) == 0) {
            // Only polling; an asynchronous request would never be answered.
            return fail(SenseCode.INVALID_FIELD);
        }
        CdReplies.event(reply, cdb[4], tray.peekEvent(), tray.isOpen(), tray.disc() != null);
        if ((cdb[4] & 0x10) != 0) {
            tray.eventHeard();
        }
        return replied(u16(cdb, 7));
    }

    private Outcome startStop(int action) {
        switch (action) {
            case 2 -> {
                if (tray.locked()) {
                    return fail(SenseCode.REMOVAL_PREVENTED);
                }
                tray.open();
            }
            case 3 -> tray.close();
            default -> {
                // Spinning up and down takes no time worth telling.
            }
        }
        return Outcome.NOTHING;
    }

    private Outcome modeSense(int[] cdb) {
        int control = cdb[2] >> 6;
        if (control == 3) {
            return fail(SenseCode.SAVING_NOT_SUPPORTED);
        }
        if (!CdReplies.modeSense(reply, cdb[2] & 0x3F, control == 1, tray.disc() != null, tray.locked())) {
            return fail(SenseCode.INVALID_FIELD);
        }
        return replied(u16(cdb, 7));
    }

    private Outcome readToc(int[] cdb) {
        // Old hosts put the format into the control byte (SFF-8020i).
        int format = (cdb[2] & 15) != 0 ? cdb[2] & 15 : cdb[9] >> 6;
        boolean known = CdReplies.toc(reply, format, (cdb[1] & 2) != 0, cdb[6], tray.sectors());
        return known ? replied(u16(cdb, 7)) : fail(SenseCode.INVALID_FIELD);
    }

    private Outcome readCd(int[] cdb) {
        int sectorType = cdb[1] >> 2 & 7;
        int count = cdb[6] << 16 | cdb[7] << 8 | cdb[8];
        int parts = cdb[9] & 0xF8;
        if (parts == 0) {
            return read(u32(cdb, 2), 0);
        }
        // Mode 1 user data is all that an image has; sync, headers and ECC are not.
        if (parts != READ_CD_USER_DATA || sectorType != 0 && sectorType != 2) {
            return fail(SenseCode.INVALID_FIELD);
        }
        return read(u32(cdb, 2), count);
    }

    private Outcome read(int lba, int count) {
        long first = lba & 0xFFFF_FFFFL;
        long sectors = count & 0xFFFF_FFFFL;
        if (first + sectors > tray.sectors() || first >= tray.sectors()) {
            return fail(SenseCode.ADDRESS_OUT_OF_RANGE);
        }
        if (sectors > Integer.MAX_VALUE) {
            return fail(SenseCode.INVALID_FIELD);
        }
        return new Outcome(0, first, (int) sectors);
    }

    private static int u16(int[] cdb, int at) {
        return cdb[at] << 8 | cdb[at + 1];
    }

    private static int u32(int[] cdb, int at) {
        return u16(cdb, at) << 16 | u16(cdb, at + 2);
    }

    void writeState(StateWriter to) {
        to.writeInt(sense.ordinal());
    }

    void readState(StateReader from) throws CorruptSnapshot {
        int ordinal = from.readInt();
        if (ordinal < 0 || ordinal >= SenseCode.values().length) {
            throw new CorruptSnapshot("ide: unknown sense " + ordinal);
        }
        sense = SenseCode.values()[ordinal];
    }
}
