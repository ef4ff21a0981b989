package org.domainfirmware.emulator.device.rtc;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;

/** The 32,768 Hz divider chain: when seconds end and periodic ticks fall, in guest nanoseconds. */
final class RtcTimebase {
    static final long SECOND = 1_000_000_000L;
    /** UIP rises 244 us before the update, which takes 1984 us (datasheet, "Update cycle", 32,768 Hz). */
    private static final long UIP_NANOS = (244 + 1984) * 1000L;

    private boolean running;
    /** The end of the next second. */
    private long nextSecond;
    /** Where the divider's phase is zero. */
    private long origin;
    /** 32,768 Hz ticks from the origin up to which periodic ticks have been taken. */
    private long takenTicks;

    /** Starts the divider; the first second ends {@code first} nanoseconds later. */
    void start(long now, long first) {
        running = true;
        nextSecond = now + first;
        origin = now;
        takenTicks = 0;
    }

    void stop() {
        running = false;
    }

    /** Seconds that have ended but were not taken. */
    long secondsDue(long now) {
        return running && now >= nextSecond ? (now - nextSecond) / SECOND + 1 : 0;
    }

    long takeSeconds(long now) {
        long due = secondsDue(now);
        nextSecond += due * SECOND;
        return due;
    }

    /** When the second that has not been taken yet ends. */
    long nextSecond() {
        return running ? nextSecond : EventQueue.NEVER;
    }

    boolean updateInProgress(long now, boolean updating) {
        return running && updating && nextSecond + secondsDue(now) * SECOND - now <= UIP_NANOS;
    }

    /** Periodic ticks of rate select {@code rate} (1 to 15) that have fallen but were not taken. */
    long periodsDue(long now, int rate) {
        int shift = shift(rate);
        return shift < 0 || !running ? 0 : (ticksAt(now) >> shift) - (takenTicks >> shift);
    }

    long takePeriods(long now, int rate) {
        long due = periodsDue(now, rate);
        if (running) {
            takenTicks = ticksAt(now);
        }
        return due;
    }

    /** When the next periodic tick falls, or {@link EventQueue#NEVER}. */
    long nextPeriod(long now, int rate) {
        int shift = shift(rate);
        if (shift < 0 || !running) {
            return EventQueue.NEVER;
        }
        long tick = (ticksAt(now) >> shift) + 1 << shift;
        // A tick of 32,768 Hz is 1953125/64 ns.
        return origin + (tick / 64 * 1_953_125 + (tick % 64 * 1_953_125 + 63) / 64);
    }

    private long ticksAt(long now) {
        long elapsed = now - origin;
        return elapsed / 1_953_125 * 64 + elapsed % 1_953_125 * 64 / 1_953_125;
    }

    /** Rates 1 and 2 are those of 8 and 9 with this time base (datasheet, table of periodic rates). */
    private static int shift(int rate) {
        return rate == 0 ? -1 : rate < 3 ? rate + 6 : rate - 1;
    }

    void writeState(StateWriter to) {
        to.writeBoolean(running);
        to.writeLong(nextSecond);
        to.writeLong(origin);
        to.writeLong(takenTicks);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        running = from.readBoolean();
        nextSecond = from.readLong();
        origin = from.readLong();
        takenTicks = from.readLong();
    }
}
