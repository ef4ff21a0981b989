package org.domainfirmware.debug.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The clock of CMOS in each of its formats; the date of 1979 and its bytes are the example of the MC146818 datasheet. */
class CmosClockTest {
    private static final int BINARY = 4;
    private static final int HOURS_24 = 2;

    private static byte[] cmos(int format, int century, int... yearToSeconds) {
        byte[] bytes = new byte[CmosModel.SIZE];
        int[] at = {0x09, 0x08, 0x07, 0x04, 0x02, 0x00};
        for (int i = 0; i < at.length; i++) {
            bytes[at[i]] = (byte) yearToSeconds[i];
        }
        bytes[0x0B] = (byte) format;
        bytes[0x32] = (byte) century;
        return bytes;
    }

    @Test
    void theExampleOfTheDatasheet() {
        assertEquals("1979-02-15 05:58:21", CmosClock.words(cmos(0, 0x19, 0x79, 0x02, 0x15, 0x05, 0x58, 0x21)));
        assertEquals("1979-02-15 05:58:21", CmosClock.words(cmos(BINARY, 19, 0x4F, 0x02, 0x0F, 0x05, 0x3A, 0x15)));
        assertEquals("1979-02-15 17:58:21", CmosClock.words(cmos(0, 0x19, 0x79, 0x02, 0x15, 0x85, 0x58, 0x21)));
    }

    @Test
    void theDayHasTwoTimesTwelve() {
        assertEquals("2026-11-21 00:00:00", CmosClock.words(cmos(0, 0x20, 0x26, 0x11, 0x21, 0x12, 0, 0)));
        assertEquals("2026-11-21 12:00:00", CmosClock.words(cmos(0, 0x20, 0x26, 0x11, 0x21, 0x92, 0, 0)));
        assertEquals("2026-11-21 12:00:00", CmosClock.words(cmos(HOURS_24, 0x20, 0x26, 0x11, 0x21, 0x12, 0, 0)));
        assertEquals("no valid date and time", CmosClock.words(cmos(0, 0x20, 0x26, 0x11, 0x21, 0, 0, 0)));
    }

    @Test
    void bytesThatAreNoDateAreNamed() {
        assertEquals("no valid date and time", CmosClock.words(cmos(HOURS_24, 0x20, 0x26, 0x02, 0x30, 0, 0, 0)));
        assertEquals("no valid date and time", CmosClock.words(cmos(HOURS_24, 0x20, 0x26, 0x11, 0x21, 0x1A, 0, 0)));
        assertEquals("no valid date and time", CmosClock.words(cmos(HOURS_24, 0, 0, 0, 0, 0, 0, 0)));
        assertEquals("", CmosClock.words(new byte[14]));
    }

    @Test
    void theRowOfCmosSaysIt() {
        assertEquals("2026-11-21 17:12:03; checksum of 10h to 2Dh is right",
                CmosModel.row(cmos(HOURS_24, 0x20, 0x26, 0x11, 0x21, 0x17, 0x12, 0x03)).cell(4));
    }
}
