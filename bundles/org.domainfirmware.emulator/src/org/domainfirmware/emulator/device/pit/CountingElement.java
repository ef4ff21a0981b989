package org.domainfirmware.emulator.device.pit;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * The down counter of one 8254 channel, computed from time instead of counted: it remembers the tick
 * at which it was last loaded, and answers what count and output are at any later tick.
 *
 * <p>Datasheet, "Mode definitions". A count written at one clock is loaded by the next.
 */
final class CountingElement {
    /** No edge will come. */
    static final long NEVER = Long.MAX_VALUE;

    private int mode;
    private boolean bcd;
    private boolean gate;
    /** A count has been loaded since the control word. */
    private boolean loaded;
    /** Counting is held: by the gate, or by the first byte of a two-byte count in mode 0. */
    private boolean stopped;
    /** While stopped: ticks counted so far. */
    private long stoppedAfter;
    private long loadTick;
    /** Ticks of a period, 1 to 65536 (10000 in BCD). */
    private int initial;
    /** Count written but waiting for the end of the period or for a trigger, or 0. */
    private int pending;
    /** Tick at which {@link #pending} takes over by itself, or {@link #NEVER}. */
    private long takeover = NEVER;
    /** The load tick it then has; in mode 3 before the takeover when it begins with a low half. */
    private long takeoverStart;

    /** A control word: the output takes the mode's idle level and counting waits for a count. */
    void program(int newMode, boolean newBcd, long now) {
        mode = newMode;
        bcd = newBcd;
        loaded = false;
        stopped = false;
        pending = 0;
        takeover = NEVER;
        initial = 0;
        loadTick = now;
    }

    int mode() {
        return mode;
    }

    boolean bcd() {
        return bcd;
    }

    boolean gate() {
        return gate;
    }

    /** True until the written count has reached the counter (the status byte's NULL COUNT). */
    boolean nullCount(long now) {
        return !loaded || pending != 0 && now < takeover || !stopped && now < loadTick;
    }

    /** The count register was written in full; {@code raw} is what the guest wrote, 0 to FFFFh. */
    void writeCount(int raw, long now) {
        settle(now);
        int count = decode(raw);
        switch (mode) {
            case 0, 4 -> {
                load(count, now + 1);
                if (!gate) {
                    stop(0);
                }
            }
            case 1, 5 -> {
                pending = count;
                takeover = NEVER;
            }
            default -> {
                count = Math.max(count, 2);
                if (!loaded) {
                    load(count, now + 1);
                    if (!gate) {
                        stop(0);
                    }
                } else if (stopped) {
                    initial = count;
                } else {
                    pending = count;
                    scheduleTakeover(now);
                }
            }
        }
    }

    private void scheduleTakeover(long now) {
        long within = Math.max(0, now - loadTick) % initial;
        long high = initial + 1 >> 1;
        if (mode == 3 && within < high) {
            // The low half begins with the new count: its high half would have ended here.
            takeover = Math.max(now, loadTick) - within + high;
            takeoverStart = takeover - (pending + 1 >> 1);
        } else {
            takeover = nextPeriod(loadTick, initial, now);
            takeoverStart = takeover;
        }
    }

    /** The first byte of a two-byte count: it stops mode 0 with the output low (datasheet, "Mode 0"). */
    void firstByteWritten(long now) {
        if (mode == 0 && loaded && !stopped) {
            stop(Math.min(Math.max(0, now - loadTick), initial - 1));
        }
    }

    private void load(int count, long tick) {
        initial = count;
        loadTick = tick;
        pending = 0;
        takeover = NEVER;
        loaded = true;
        stopped = false;
    }

    private void stop(long after) {
        stopped = true;
        stoppedAfter = after;
        takeover = NEVER;
    }

    /** Drives the GATE input. A rising edge triggers modes 1, 2, 3 and 5; a low level holds 0, 2, 3 and 4. */
    void setGate(boolean level, long now) {
        if (level == gate) {
            return;
        }
        settle(now);
        gate = level;
        switch (mode) {
            case 1, 5 -> {
                if (level && (pending != 0 || loaded)) {
                    load(pending != 0 ? pending : initial, now + 1);
                }
            }
            case 0, 4 -> {
                if (!loaded) {
                    return;
                }
                if (level) {
                    if (stopped) {
                        stopped = false;
                        loadTick = now - stoppedAfter;
                    }
                } else if (!stopped) {
                    stop(Math.max(0, now - loadTick));
                }
            }
            default -> {
                if (!loaded) {
                    return;
                }
                if (level) {
                    load(pending != 0 ? pending : initial, now + 1);
                } else {
                    stop(Math.max(0, now - loadTick));
                }
            }
        }
    }

    /** Makes a takeover that has happened the present state. */
    private void settle(long now) {
        if (tookOver(now)) {
            load(pending, takeoverStart);
        }
    }

    private boolean tookOver(long now) {
        return pending != 0 && now >= takeover;
    }

    private int period(long now) {
        return tookOver(now) ? pending : initial;
    }

    private long elapsed(long now) {
        return stopped ? stoppedAfter : Math.max(0, now - (tookOver(now) ? takeoverStart : loadTick));
    }

    /** The OUT pin. */
    boolean out(long now) {
        if (!loaded) {
            return mode != 0;
        }
        long e = elapsed(now);
        return switch (mode) {
            case 0 -> e >= initial;
            case 1 -> now < loadTick || e >= initial;
            case 2 -> stopped || e % period(now) != period(now) - 1;
            case 3 -> stopped || e % period(now) < period(now) + 1 >> 1;
            default -> e != initial;
        };
    }

    /** The counter's value as the guest reads it: binary or four BCD digits, 0 to FFFFh. */
    int count(long now) {
        if (!loaded) {
            return encode(pending);
        }
        long e = elapsed(now);
        long value;
        int period = period(now);
        switch (mode) {
            case 2 -> value = period - e % period;
            case 3 -> {
                long within = e % period;
                int high = period + 1 >> 1;
                value = (period & ~1) - 2 * (within < high ? within : within - high);
            }
            default -> value = initial - e;
        }
        return encode(value);
    }

    /** Tick of the next rising edge of OUT after {@code now}, or {@link #NEVER}. */
    long nextRise(long now) {
        if (!loaded || stopped) {
            return NEVER;
        }
        long done = loadTick + initial;
        return switch (mode) {
            case 2, 3 -> nextPeriodicRise(now);
            case 0, 1 -> now < done ? done : NEVER;
            default -> now < done + 1 ? done + 1 : NEVER;
        };
    }

    private long nextPeriodicRise(long now) {
        if (tookOver(now)) {
            return nextPeriod(takeoverStart, pending, now);
        }
        long rise = nextPeriod(loadTick, initial, now);
        return pending != 0 && takeover < rise ? takeoverStart + pending : rise;
    }

    /** The first multiple of {@code period} from {@code start} that is later than {@code now}. */
    private static long nextPeriod(long start, int period, long now) {
        return now < start ? start + period : start + ((now - start) / period + 1) * period;
    }

    private int decode(int raw) {
        if (!bcd) {
            return raw == 0 ? 0x10000 : raw;
        }
        int value = (raw >> 12 & 15) * 1000 + (raw >> 8 & 15) * 100 + (raw >> 4 & 15) * 10 + (raw & 15);
        return value == 0 ? 10000 : value;
    }

    private int encode(long value) {
        if (!bcd) {
            return (int) (value & 0xFFFF);
        }
        int v = (int) Math.floorMod(value, 10000L);
        return v / 1000 << 12 | v / 100 % 10 << 8 | v / 10 % 10 << 4 | v % 10;
    }

    void writeState(StateWriter to) {
        to.writeInts(new int[] {mode, initial, pending});
        to.writeLong(stoppedAfter);
        to.writeLong(loadTick);
        to.writeLong(takeover);
        to.writeLong(takeoverStart);
        to.writeInt((bcd ? 1 : 0) | (gate ? 2 : 0) | (loaded ? 4 : 0) | (stopped ? 8 : 0));
    }

    void readState(StateReader from) throws CorruptSnapshot {
        mode = Math.floorMod(from.readInt(), 6);
        initial = from.readInt() & 0x1FFFF;
        pending = from.readInt() & 0x1FFFF;
        stoppedAfter = from.readLong();
        loadTick = from.readLong();
        takeover = from.readLong();
        takeoverStart = from.readLong();
        int bits = from.readInt();
        bcd = (bits & 1) != 0;
        gate = (bits & 2) != 0;
        loaded = (bits & 4) != 0 && initial != 0;
        stopped = (bits & 8) != 0;
    }
}
