package org.domainfirmware.emulator.device.ide;

/**
 * What a CD-ROM drive tells about itself and its disc: one data track from sector 0 on (MMC-3: INQUIRY
 * 6.5, READ TOC 6.30, GET CONFIGURATION 6.4 and 5.3, mode pages 5.5).
 */
final class CdReplies {
    private static final int PROFILE_CD_ROM = 0x0008;
    private static final int PROFILE_DVD_ROM = 0x0010;
    /** More sectors than any CD has (99 minutes). */
    private static final long LARGEST_CD = 99L * 60 * 75;
    private static final int DATA_TRACK = 0x14;
    private static final int LEAD_OUT = 0xAA;

    private CdReplies() {
    }

    static void inquiry(PacketReply reply) {
        reply.zeros(36).u8(0, 0x05).u8(1, 0x80).u8(2, 0).u8(3, 0x21).u8(4, 31)
                .text(8, 8, "DOMAIN").text(16, 16, "FIRMWARE CD-ROM").text(32, 4, "1.0");
    }

    static void sense(PacketReply reply, SenseCode sense) {
        reply.zeros(18).u8(0, 0x70).u8(2, sense.key()).u8(7, 10).u8(12, sense.code()).u8(13, sense.qualifier());
    }

    static void capacity(PacketReply reply, long sectors) {
        reply.zeros(8).u32(0, sectors - 1).u32(4, 2048);
    }

    /** READ TOC/PMA/ATIP; false for a format or track there is not. */
    static boolean toc(PacketReply reply, int format, boolean msf, int firstTrack, long sectors) {
        switch (format) {
            case 0:
                return tracks(reply, msf, firstTrack, sectors);
            case 1:
                reply.zeros(12).u16(0, 10).u8(2, 1).u8(3, 1).u8(5, DATA_TRACK).u8(6, 1);
                address(reply, 8, 0, msf);
                return true;
            case 2:
                fullToc(reply, sectors);
                return true;
            default:
                return false;
        }
    }

    private static boolean tracks(PacketReply reply, boolean msf, int firstTrack, long sectors) {
        if (firstTrack > 1 && firstTrack != LEAD_OUT) {
            return false;
        }
        reply.zeros(4).u8(2, 1).u8(3, 1);
        if (firstTrack <= 1) {
            track(reply, 1, 0, msf);
        }
        track(reply, LEAD_OUT, sectors, msf);
        reply.u16(0, reply.length() - 2);
        return true;
    }

    private static void track(PacketReply reply, int number, long sector, boolean msf) {
        int at = reply.grow(8);
        reply.u8(at + 1, DATA_TRACK).u8(at + 2, number);
        address(reply, at + 4, sector, msf);
    }

    private static void address(PacketReply reply, int at, long sector, boolean msf) {
        if (msf) {
            reply.u8(at, 0);
            minuteSecondFrame(reply, at + 1, sector);
        } else {
            reply.u32(at, sector);
        }
    }

    /** Sector 0 is at two seconds: the pre-gap has 150 sectors. */
    private static void minuteSecondFrame(PacketReply reply, int at, long sector) {
        long frames = sector + 150;
        reply.u8(at, (int) (frames / (60 * 75))).u8(at + 1, (int) (frames / 75 % 60)).u8(at + 2, (int) (frames % 75));
    }

    /** Points A0h (first track), A1h (last track), A2h (lead-out) and the track itself, in session 1. */
    private static void fullToc(PacketReply reply, long sectors) {
        reply.zeros(4).u8(2, 1).u8(3, 1);
        int[] points = {0xA0, 0xA1, 0xA2, 1};
        for (int point : points) {
            int at = reply.grow(11);
            reply.u8(at, 1).u8(at + 1, DATA_TRACK).u8(at + 3, point);
            switch (point) {
                case 0xA2 -> minuteSecondFrame(reply, at + 8, sectors);
                case 1 -> minuteSecondFrame(reply, at + 8, 0);
                default -> reply.u8(at + 8, 1);
            }
        }
        reply.u16(0, reply.length() - 2);
    }

    /** GET CONFIGURATION: requested type 0 all features, 1 the current ones, 2 the first named only. */
    static void configuration(PacketReply reply, int type, int first, long sectors) {
        int profile = sectors == 0 ? 0 : sectors > LARGEST_CD ? PROFILE_DVD_ROM : PROFILE_CD_ROM;
        reply.zeros(8).u16(6, profile);
        int[] profiles = {PROFILE_DVD_ROM, PROFILE_CD_ROM};
        if (feature(type, first, 0x0000, true)) {
            int at = header(reply, 0x0000, 0x03, 8);
            for (int i = 0; i < 2; i++) {
                reply.u16(at + 4 * i, profiles[i]).u8(at + 4 * i + 2, profile == profiles[i] ? 1 : 0);
            }
        }
        if (feature(type, first, 0x0001, true)) {
            // Core: the physical interface is ATAPI.
            reply.u32(header(reply, 0x0001, 0x03, 4), 2);
        }
        if (feature(type, first, 0x0003, true)) {
            // Removable medium: tray, can be ejected and locked.
            reply.u8(header(reply, 0x0003, 0x03, 4), 0x29);
        }
        if (feature(type, first, 0x0010, profile != 0)) {
            int at = header(reply, 0x0010, profile != 0 ? 1 : 0, 8);
            reply.u32(at, 2048).u16(at + 4, 1);
        }
        if (feature(type, first, 0x001E, profile == PROFILE_CD_ROM)) {
            header(reply, 0x001E, profile == PROFILE_CD_ROM ? 1 : 0, 4);
        }
        if (feature(type, first, 0x001F, profile == PROFILE_DVD_ROM)) {
            header(reply, 0x001F, profile == PROFILE_DVD_ROM ? 1 : 0, 0);
        }
        reply.u32(0, reply.length() - 4);
    }

    private static boolean feature(int type, int first, int code, boolean current) {
        return type == 2 ? code == first : code >= first && (type == 0 || current);
    }

    private static int header(PacketReply reply, int code, int flags, int length) {
        int at = reply.grow(4 + length);
        reply.u16(at, code).u8(at + 2, flags).u8(at + 3, length);
        return at + 4;
    }

    /** MODE SENSE(10): page 01h error recovery, 2Ah capabilities, or 3Fh both; false for another page. */
    static boolean modeSense(PacketReply reply, int page, boolean changeable, boolean present, boolean locked) {
        reply.zeros(8).u8(2, present ? 0x01 : 0x70);
        if (page == 0x01 || page == 0x3F) {
            int at = reply.grow(8);
            reply.u8(at, 0x01).u8(at + 1, 6).u8(at + 3, changeable ? 0 : 5);
        }
        if (page == 0x2A || page == 0x3F) {
            int at = reply.grow(20);
            reply.u8(at, 0x2A).u8(at + 1, 18);
            if (!changeable) {
                // Reads CD-R, CD-RW and DVD-ROM; mode 2; tray loader, eject, lock; 24 x 176.4 kB/s.
                reply.u8(at + 2, 0x0B).u8(at + 4, 0x30).u8(at + 6, 0x29 | (locked ? 2 : 0))
                        .u16(at + 8, 4234).u16(at + 10, 2).u16(at + 12, 512).u16(at + 14, 4234);
            }
        }
        reply.u16(0, reply.length() - 2);
        return reply.length() > 8;
    }

    /** GET EVENT STATUS NOTIFICATION, class media; {@code wanted} is the request's class mask. */
    static void event(PacketReply reply, int wanted, int event, boolean open, boolean present) {
        boolean media = (wanted & 0x10) != 0;
        reply.zeros(media ? 8 : 4).u16(0, media ? 6 : 2).u8(2, media ? 0x04 : 0x80).u8(3, 0x10);
        if (media) {
            reply.u8(4, event).u8(5, (open ? 1 : 0) | (present ? 2 : 0));
        }
    }

    /** READ DISC INFORMATION: complete disc and session. */
    static void discInformation(PacketReply reply) {
        reply.zeros(34).u16(0, 32).u8(2, 0x0E).u8(3, 1).u8(4, 1).u8(5, 1).u8(6, 1).u8(7, 0x20);
    }

    /** READ TRACK INFORMATION of the only track. */
    static void trackInformation(PacketReply reply, long sectors) {
        reply.zeros(36).u16(0, 34).u8(2, 1).u8(3, 1).u8(5, 0x04).u8(6, 0x01).u32(24, sectors);
    }

    static void mechanismStatus(PacketReply reply) {
        reply.zeros(8);
    }

    /** READ SUB-CHANNEL without data: no audio status. */
    static void subChannel(PacketReply reply) {
        reply.zeros(4).u8(1, 0x15);
    }
}
