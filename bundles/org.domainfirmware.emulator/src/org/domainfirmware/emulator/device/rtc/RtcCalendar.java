package org.domainfirmware.emulator.device.rtc;

import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;

/**
 * The time, alarm and calendar bytes, in whatever format register B says. The chip counts the bytes the
 * guest wrote, sensible or not; so does this.
 */
final class RtcCalendar {
    static final int SECONDS = 0;
    static final int SECONDS_ALARM = 1;
    static final int MINUTES = 2;
    static final int MINUTES_ALARM = 3;
    static final int HOURS = 4;
    static final int HOURS_ALARM = 5;
    static final int DAY_OF_WEEK = 6;
    static final int DAY = 7;
    static final int MONTH = 8;
    static final int YEAR = 9;
    static final int CENTURY = 0x32;
    /** Register B: 24-hour and binary formats. */
    static final int HOURS_24 = 0x02;
    static final int BINARY = 0x04;
    private static final int DAY_SECONDS = 86_400;

    private final byte[] cmos;
    private int format;

    RtcCalendar(byte[] cmos) {
        this.cmos = cmos;
    }

    /** Bits of register B that choose the format. */
    void format(int registerB) {
        format = registerB & (HOURS_24 | BINARY);
    }

    void set(LocalDateTime time) {
        put(SECONDS, time.getSecond());
        put(MINUTES, time.getMinute());
        putHour(time.getHour());
        put(DAY_OF_WEEK, time.getDayOfWeek().getValue() % 7 + 1);
        put(DAY, time.getDayOfMonth());
        put(MONTH, time.getMonthValue());
        put(YEAR, time.getYear() % 100);
        put(CENTURY, time.getYear() / 100);
    }

    /** Advances by {@code seconds}; {@code true} when an alarm matched on the way. */
    boolean advance(long seconds) {
        boolean alarm = false;
        long left = seconds;
        if (left > 2L * DAY_SECONDS) {
            // Whole days pass without counting each second: every alarm matches within a day.
            long days = left / DAY_SECONDS - 1;
            for (long i = 0; i < Math.min(days, 800_000); i++) {
                nextDay();
            }
            left -= days * DAY_SECONDS;
        }
        for (long i = 0; i < left; i++) {
            nextSecond();
            alarm |= alarmMatches();
        }
        return alarm;
    }

    private void nextSecond() {
        if (count(SECONDS, 59, 0) && count(MINUTES, 59, 0) && nextHour()) {
            nextDay();
        }
    }

    private boolean nextHour() {
        int hour = hour();
        boolean wraps = hour >= 23;
        putHour(wraps ? 0 : hour + 1);
        return wraps;
    }

    private void nextDay() {
        count(DAY_OF_WEEK, 7, 1);
        if (count(DAY, daysInMonth(), 1) && count(MONTH, 12, 1) && count(YEAR, 99, 0)) {
            count(CENTURY, 99, 0);
        }
    }

    private int daysInMonth() {
        int month = get(MONTH);
        if (month < 1 || month > 12) {
            return 31;
        }
        return YearMonth.of(get(CENTURY) * 100 + get(YEAR), Month.of(month)).lengthOfMonth();
    }

    /** Increments; {@code true} when it passed its last value and started again at {@code first}. */
    private boolean count(int index, int last, int first) {
        int value = get(index);
        boolean wraps = value >= last;
        put(index, wraps ? first : value + 1);
        return wraps;
    }

    /** Each alarm byte matches itself, or anything when its top two bits are set (datasheet, "Alarm"). */
    private boolean alarmMatches() {
        return alarmByte(SECONDS_ALARM, SECONDS) && alarmByte(MINUTES_ALARM, MINUTES)
                && alarmByte(HOURS_ALARM, HOURS);
    }

    private boolean alarmByte(int alarm, int time) {
        int value = cmos[alarm] & 0xFF;
        return (value & 0xC0) == 0xC0 || value == (cmos[time] & 0xFF);
    }

    private int get(int index) {
        return decode(cmos[index] & 0xFF);
    }

    private void put(int index, int value) {
        cmos[index] = (byte) encode(value);
    }

    private int decode(int raw) {
        return (format & BINARY) != 0 ? raw : (raw >> 4) * 10 + (raw & 15);
    }

    private int encode(int value) {
        return (format & BINARY) != 0 ? value : value / 10 % 10 << 4 | value % 10;
    }

    private int hour() {
        int raw = cmos[HOURS] & 0xFF;
        if ((format & HOURS_24) != 0) {
            return decode(raw);
        }
        return decode(raw & 0x7F) % 12 + ((raw & 0x80) != 0 ? 12 : 0);
    }

    private void putHour(int hour) {
        if ((format & HOURS_24) != 0) {
            put(HOURS, hour);
        } else {
            int twelve = hour % 12 == 0 ? 12 : hour % 12;
            cmos[HOURS] = (byte) (encode(twelve) | (hour >= 12 ? 0x80 : 0));
        }
    }
}
