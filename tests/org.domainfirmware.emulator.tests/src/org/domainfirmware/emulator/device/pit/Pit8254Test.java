package org.domainfirmware.emulator.device.pit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** Expectations from the 8254 datasheet's timing diagrams and the PC/AT's port 61h. */
class Pit8254Test {
    private final PortBus ports = new PortBus();
    private final VirtualClock clock = new VirtualClock(1);
    private final EventQueue queue = new EventQueue(clock);
    private boolean irqLevel;
    private int rises;
    private final Pit8254 pit = new Pit8254(ports, queue, this::irq0);

    private void irq0(boolean level) {
        if (level && !irqLevel) {
            rises++;
        }
        irqLevel = level;
    }

    private void out(int port, int value) {
        ports.write(port, 1, value);
    }

    private int in(int port) {
        return ports.read(port, 1);
    }

    private void toTick(long tick) {
        toNanos(PitClock.nanosOf(tick));
    }

    private void toNanos(long nanos) {
        while (queue.nextDue() <= nanos) {
            clock.skipTo(queue.nextDue());
            queue.fireDue();
        }
        clock.skipTo(nanos);
    }

    private int count(int channel) {
        out(0x43, channel << 6);
        int low = in(0x40 + channel);
        return in(0x40 + channel) << 8 | low;
    }

    private int status(int channel) {
        out(0x43, 0xE0 | 2 << channel);
        return in(0x40 + channel);
    }

    @Test
    void clockConversionIsExactBothWays() {
        assertEquals(1_193_182L * 3600 * 24 * 365, PitClock.ticksAt(3600L * 24 * 365 * 1_000_000_000L));
        for (long tick : new long[] {0, 1, 2, 65536, 1_193_181, 1_193_182, 999_999_999_999L}) {
            assertEquals(tick, PitClock.ticksAt(PitClock.nanosOf(tick)));
            if (tick > 0) {
                assertEquals(tick - 1, PitClock.ticksAt(PitClock.nanosOf(tick) - 1));
            }
        }
    }

    @Test
    void mode3WithCountZeroTicks18Point2TimesASecond() {
        out(0x43, 0x36);
        out(0x40, 0);
        out(0x40, 0);
        rises = 0;
        toNanos(10_000_000_000L);
        assertEquals(182, rises, "10 s at 1193182/65536 Hz");
    }

    @Test
    void mode2LoadsOnTheNextClockAndCountsDown() {
        out(0x43, 0x34);
        out(0x40, 100);
        out(0x40, 0);
        toTick(1);
        assertEquals(100, count(0));
        toTick(11);
        assertEquals(90, count(0));
        toTick(100);
        assertEquals(1, count(0));
        assertEquals(0, status(0) & 0x80, "OUT low while the count is 1");
        toTick(101);
        assertEquals(100, count(0));
        assertEquals(0x80, status(0) & 0x80);
    }

    @Test
    void mode2NewCountWaitsForThePeriodsEnd() {
        out(0x43, 0x34);
        out(0x40, 100);
        out(0x40, 0);
        toTick(51);
        out(0x40, 40);
        out(0x40, 0);
        assertEquals(0x40, status(0) & 0x40, "null count");
        assertEquals(50, count(0));
        rises = 0;
        toTick(102);
        assertEquals(1, rises);
        assertEquals(39, count(0));
        assertEquals(0, status(0) & 0x40);
        toTick(141);
        assertEquals(2, rises);
    }

    @Test
    void mode3CountsByTwoAndSharesOddPeriodsHighFirst() {
        out(0x43, 0x76);
        out(0x41, 5);
        out(0x41, 0);
        // Loaded at tick 1: high for 3 clocks, low for 2.
        boolean[] expected = {true, true, true, false, false, true, true, true, false, false};
        for (int i = 0; i < expected.length; i++) {
            toTick(1 + i);
            assertEquals(expected[i] ? 0x80 : 0, status(1) & 0x80, "clock " + i);
        }
        out(0x43, 0x76);
        out(0x41, 100);
        out(0x41, 0);
        toTick(10 + 1 + 10);
        assertEquals(80, count(1));
    }

    @Test
    void mode3NewCountTakesOverAtTheHalf() {
        out(0x43, 0x36);
        out(0x40, 100);
        out(0x40, 0);
        toTick(11);
        out(0x40, 20);
        out(0x40, 0);
        rises = 0;
        toTick(60);
        assertEquals(0, rises);
        toTick(61);
        assertEquals(1, rises, "50 high, then 10 low with the new count");
        toTick(81);
        assertEquals(2, rises);
    }

    @Test
    void mode0RaisesItsOutputOnceAfterTheCount() {
        out(0x43, 0x30);
        assertEquals(0, status(0) & 0x80);
        out(0x40, 10);
        out(0x40, 0);
        toTick(10);
        assertEquals(0, rises);
        toTick(11);
        assertEquals(1, rises);
        toTick(1000);
        assertEquals(1, rises);
        assertEquals(0x10000 - (1000 - 11), count(0), "it wraps and counts on");
    }

    @Test
    void mode0FirstByteStopsCountingAndLowersTheOutput() {
        out(0x43, 0x30);
        out(0x40, 10);
        out(0x40, 0);
        toTick(20);
        assertEquals(0x80, status(0) & 0x80);
        out(0x40, 5);
        assertEquals(0, status(0) & 0x80);
        out(0x40, 0);
        toTick(26);
        assertEquals(0x80, status(0) & 0x80);
    }

    @Test
    void mode1IsTriggeredByTheGateAndRetriggerable() {
        out(0x61, 0);
        out(0x43, 0xB2);
        out(0x42, 10);
        out(0x42, 0);
        toTick(50);
        assertEquals(0x80, status(2) & 0x80);
        out(0x61, 1);
        toTick(51);
        assertEquals(0, status(2) & 0x80);
        toTick(55);
        out(0x61, 0);
        out(0x61, 1);
        toTick(65);
        assertEquals(0, status(2) & 0x80);
        toTick(66);
        assertEquals(0x80, status(2) & 0x80);
    }

    @Test
    void mode4AndMode5StrobeForOneClock() {
        out(0x43, 0x78);
        out(0x41, 3);
        out(0x41, 0);
        int[] expected = {0x80, 0x80, 0x80, 0, 0x80, 0x80};
        for (int i = 0; i < expected.length; i++) {
            toTick(1 + i);
            assertEquals(expected[i], status(1) & 0x80, "clock " + i);
        }
        out(0x61, 0);
        out(0x43, 0xBA);
        out(0x42, 2);
        out(0x42, 0);
        toTick(20);
        assertEquals(0x80, status(2) & 0x80);
        out(0x61, 1);
        toTick(23);
        assertEquals(0, status(2) & 0x80);
        toTick(24);
        assertEquals(0x80, status(2) & 0x80);
    }

    @Test
    void gateHoldsMode0AndReloadsMode2() {
        out(0x61, 1);
        out(0x43, 0xB0);
        out(0x42, 100);
        out(0x42, 0);
        toTick(11);
        out(0x61, 0);
        toTick(500);
        assertEquals(90, count(2));
        out(0x61, 1);
        toTick(510);
        assertEquals(80, count(2));
        out(0x43, 0xB4);
        out(0x42, 100);
        out(0x42, 0);
        toTick(550);
        out(0x61, 0);
        assertEquals(0x20, in(0x61) & 0x20, "OUT goes high at once");
        out(0x61, 1);
        toTick(551);
        assertEquals(100, count(2));
    }

    @Test
    void decimalCounting() {
        out(0x43, 0x35);
        out(0x40, 0x00);
        out(0x40, 0x10);
        toTick(2);
        assertEquals(0x0999, count(0));
        out(0x43, 0x31);
        out(0x40, 0);
        out(0x40, 0);
        toTick(2 + 1 + 1);
        assertEquals(0x9999, count(0), "0 means 10000");
    }

    @Test
    void latchHoldsUntilReadAndStatusComesFirst() {
        out(0x43, 0x34);
        out(0x40, 0xE8);
        out(0x40, 0x03);
        toTick(101);
        out(0x43, 0xC2);
        toTick(300);
        assertEquals(0xB4, in(0x40), "status: OUT high, LSB then MSB, mode 2");
        assertEquals(900 & 0xFF, ports.peek(0x40, 1));
        assertEquals(900 & 0xFF, in(0x40));
        assertEquals(900 >> 8, in(0x40));
        assertEquals((1000 - 299) & 0xFF, in(0x40));
    }

    @Test
    void singleByteAccess() {
        out(0x43, 0x14);
        out(0x40, 0x20);
        toTick(1);
        assertEquals(0x20, in(0x40));
        toTick(2);
        assertEquals(0x1F, in(0x40));
        out(0x43, 0x24);
        out(0x40, 0x20);
        toTick(3);
        assertEquals(0x20, in(0x40));
    }

    @Test
    void refreshBitTogglesEach15Microseconds() {
        int before = in(0x61) & 0x10;
        toNanos(15_086);
        int after = in(0x61) & 0x10;
        assertNotEquals(before, after);
        toNanos(2 * 15_086);
        assertEquals(before, in(0x61) & 0x10);
    }

    @Test
    void speakerNeedsItsDataBit() {
        out(0x61, 1);
        out(0x43, 0xB6);
        out(0x42, 100);
        out(0x42, 0);
        toTick(5);
        assertEquals(false, pit.speakerLevel());
        out(0x61, 3);
        assertEquals(true, pit.speakerLevel());
        toTick(60);
        assertEquals(false, pit.speakerLevel());
    }
}
