package org.domainfirmware.emulator.device.rtc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** Expectations from the MC146818A datasheet and the PC/AT's use of CMOS. */
class RtcTest {
    private static final long MILLISECOND = 1_000_000L;
    private final PortBus ports = new PortBus();
    private final VirtualClock clock = new VirtualClock(1);
    private final EventQueue queue = new EventQueue(clock);
    private boolean irq;
    private int rises;

    private Rtc rtc(String start) {
        return new Rtc(ports, queue, level -> {
            rises += level && !irq ? 1 : 0;
            irq = level;
        }, LocalDateTime.parse(start), new CmosContents().build());
    }

    private int in(int index) {
        ports.write(0x70, 1, index);
        return ports.read(0x71, 1);
    }

    private void out(int index, int value) {
        ports.write(0x70, 1, index);
        ports.write(0x71, 1, value);
    }

    private void to(long nanos) {
        while (queue.nextDue() <= nanos) {
            clock.skipTo(queue.nextDue());
            queue.fireDue();
        }
        clock.skipTo(nanos);
    }

    private String time() {
        return String.format("%02x%02x-%02x-%02x %02x:%02x:%02x %d", in(0x32), in(9), in(8), in(7), in(4), in(2),
                in(0), in(6));
    }

    @Test
    void startsAtTheConfiguredTimeAndCounts() {
        rtc("1999-12-31T23:59:58");
        assertEquals("1999-12-31 23:59:58 6", time());
        to(2500 * MILLISECOND);
        assertEquals("2000-01-01 00:00:00 7", time());
    }

    @Test
    void leapDay() {
        rtc("2000-02-28T23:59:59");
        to(1000 * MILLISECOND);
        assertEquals("2000-02-29 00:00:00 3", time());
        to(86_401_000 * MILLISECOND);
        assertEquals("2000-03-01 00:00:00 4", time());
    }

    @Test
    void longSleepsAreCountedByDays() {
        rtc("2000-01-01T12:00:00");
        to(366L * 86_400_000 * MILLISECOND);
        assertEquals("2001-01-01 12:00:00 2", time());
    }

    @Test
    void twelveHourAndBinaryFormats() {
        rtc("2000-01-01T00:00:00");
        out(0x0B, 0x80);
        out(4, 0x11);
        out(2, 0x59);
        out(0, 0x59);
        out(0x0B, 0x00);
        to(1100 * MILLISECOND);
        assertEquals(0x92, in(4), "noon follows 11:59:59 am");
        out(0x0B, 0x86);
        out(4, 23);
        out(2, 59);
        out(0, 59);
        out(0x0B, 0x06);
        to(2100 * MILLISECOND);
        assertEquals(0, in(4));
        assertEquals(0, in(0));
    }

    @Test
    void updateInProgressPrecedesTheUpdate() {
        rtc("2000-01-01T00:00:00");
        to(500 * MILLISECOND);
        assertEquals(0x26, in(0x0A));
        to(1000 * MILLISECOND - 244_000);
        assertEquals(0xA6, in(0x0A));
        to(1000 * MILLISECOND);
        assertEquals(0x26, in(0x0A));
        out(0x0B, 0x82);
        to(2000 * MILLISECOND - 1000);
        assertEquals(0x26, in(0x0A), "SET holds updates");
    }

    @Test
    void periodicInterruptAt1024Hertz() {
        rtc("2000-01-01T00:00:00");
        out(0x0B, 0x42);
        for (int i = 1; i <= 1024; i++) {
            to(i * 1_000_000_000L / 1024 + 1000);
            assertTrue(irq);
            assertEquals(0xC0, in(0x0C) & 0xC0);
            assertFalse(irq);
        }
        assertEquals(1024, rises);
    }

    @Test
    void unacknowledgedPeriodicInterruptSchedulesNothing() {
        rtc("2000-01-01T00:00:00");
        out(0x0B, 0x42);
        to(10 * MILLISECOND);
        assertEquals(1, rises);
        assertEquals(EventQueue.NEVER, queue.nextDue());
    }

    @Test
    void flagsAreSetWithoutBeingEnabled() {
        rtc("2000-01-01T00:00:00");
        to(1001 * MILLISECOND);
        ports.write(0x70, 1, 0x0C);
        assertEquals(0x50, ports.peek(0x71, 1), "PF and UF, no IRQF");
        assertEquals(0x50, ports.peek(0x71, 1));
        assertEquals(0x50, in(0x0C));
        assertEquals(0x00, in(0x0C));
    }

    @Test
    void alarmAndUpdateEndedInterrupts() {
        rtc("2000-01-01T00:00:00");
        out(1, 0x03);
        out(3, 0xFF);
        out(5, 0xC0);
        out(0x0B, 0x22);
        to(2999 * MILLISECOND);
        assertFalse(irq);
        to(3000 * MILLISECOND);
        assertTrue(irq);
        assertEquals(0xA0, in(0x0C) & 0xA0);
        out(0x0B, 0x12);
        to(4000 * MILLISECOND);
        assertEquals(0x90, in(0x0C) & 0x90);
    }

    @Test
    void dividerResetDelaysTheNextUpdateByHalfASecond() {
        rtc("2000-01-01T00:00:00");
        to(700 * MILLISECOND);
        out(0x0A, 0x70);
        to(5000 * MILLISECOND);
        assertEquals(0, in(0));
        out(0x0A, 0x26);
        to(5499 * MILLISECOND);
        assertEquals(0, in(0));
        to(5500 * MILLISECOND);
        assertEquals(1, in(0));
    }

    @Test
    void memorySurvivesResetInterruptEnablesDoNot() {
        Rtc rtc = rtc("2000-01-01T00:00:00");
        out(0x40, 0x5A);
        out(0x0B, 0x72);
        ports.write(0x70, 1, 0x8F);
        assertTrue(rtc.nmiMasked());
        rtc.reset();
        assertEquals(0x5A, in(0x40));
        assertEquals(0x02, in(0x0B));
        assertFalse(rtc.nmiMasked());
        assertEquals(0x80, in(0x0D));
    }

    @Test
    void contentsForMemoryDrivesAndBoot() {
        byte[] c = new CmosContents().memory(64L << 20, 1L << 30).floppies(4, 0).disk(0, 1024, 16, 63)
                .bootOrder(true, 3, 2, 1).build();
        assertEquals(640, word(c, 0x15));
        assertEquals(63 * 1024, word(c, 0x17));
        assertEquals(63 * 1024, word(c, 0x30));
        assertEquals((64 - 16) * 16, word(c, 0x34));
        assertEquals(0x4000, word(c, 0x5B));
        assertEquals(0x40, c[0x10]);
        assertEquals(0x07, c[0x14]);
        assertEquals(0xF0, c[0x12] & 0xFF);
        assertEquals(47, c[0x19]);
        assertEquals(1024, word(c, 0x1B));
        assertEquals(0x23, c[0x3D]);
        assertEquals(0x10, c[0x38]);
        int sum = 0;
        for (int i = 0x10; i < 0x2E; i++) {
            sum += c[i] & 0xFF;
        }
        assertEquals(sum, (c[0x2E] & 0xFF) << 8 | c[0x2F] & 0xFF);
        assertThrows(IllegalArgumentException.class, () -> new CmosContents().memory(1000, 0));
    }

    private static int word(byte[] c, int at) {
        return c[at] & 0xFF | (c[at + 1] & 0xFF) << 8;
    }
}
