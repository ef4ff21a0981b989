package org.domainfirmware.debug.ui.model;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The date and time that the bytes of CMOS say, in the format that status B gives. Source: Motorola MC146818 datasheet, "Time, calendar
 * and alarm locations"; the century at 32h is that of the IBM PC/AT, here and in QEMU in the format of the other bytes.
 */
final class CmosClock {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int STATUS_B = 0x0B;
    private static final int CENTURY = 0x32;
    private static final int BINARY = 1 << 2;
    private static final int HOURS_24 = 1 << 1;
    private static final int PM = 1 << 7;

    private CmosClock() {
    }

    /** As 2026-11-21 17:12:03, or what is wrong with it; "" when the century is not among the bytes. */
    static String words(byte[] cmos) {
        if (cmos.length <= CENTURY) {
            return "";
        }
        boolean binary = (cmos[STATUS_B] & BINARY) != 0;
        try {
            int year = number(cmos[CENTURY], binary) * 100 + number(cmos[0x09], binary);
            return FORM.format(LocalDateTime.of(year, number(cmos[0x08], binary), number(cmos[0x07], binary), hour(cmos, binary),
                    number(cmos[0x02], binary), number(cmos[0x00], binary)));
        } catch (DateTimeException e) {
            return "no valid date and time";
        }
    }

    private static int hour(byte[] cmos, boolean binary) {
        if ((cmos[STATUS_B] & HOURS_24) != 0) {
            return number(cmos[0x04], binary);
        }
        int hour = number((byte) (cmos[0x04] & ~PM), binary);
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("no hour of 12: " + hour);
        }
        return hour % 12 + ((cmos[0x04] & PM) != 0 ? 12 : 0);
    }

    /** A number of 0 to 99, or more in binary. */
    private static int number(byte value, boolean binary) {
        int high = value >> 4 & 15;
        int low = value & 15;
        if (!binary && (high > 9 || low > 9)) {
            throw new DateTimeException("no decimal digits");
        }
        return binary ? value & 0xFF : high * 10 + low;
    }
}
