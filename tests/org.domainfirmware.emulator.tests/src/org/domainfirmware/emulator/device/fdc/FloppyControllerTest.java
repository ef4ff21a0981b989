package org.domainfirmware.emulator.device.fdc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.domainfirmware.emulator.device.StateCopy;
import org.domainfirmware.emulator.device.disk.FloppyFormat;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.junit.jupiter.api.Test;

/** Commands without data, after the 82077AA datasheet, sections 2.1, 4 and 5. */
class FloppyControllerTest {
    @Test
    void resetInterruptsAndReportsFourUnits() {
        FloppyBench bench = new FloppyBench(FloppyDriveType.M1_44, FloppyDriveType.NONE);
        assertEquals(0, bench.in(0x3F4), "no RQM in reset");
        bench.out(0x3F2, 0x0C);
        bench.run(1_000_000);
        assertTrue(bench.irq);
        for (int unit = 0; unit < 4; unit++) {
            bench.command(0x08);
            assertArrayEquals(new int[] {0xC0 | unit, 0}, bench.result(2));
            assertFalse(bench.irq);
        }
        bench.command(0x08);
        assertArrayEquals(new int[] {0x80}, bench.result(1), "nothing left to sense");
    }

    @Test
    void resetByDsrEndsByItself() {
        FloppyBench bench = FloppyBench.ready();
        bench.out(0x3F4, 0x80);
        bench.run(1_000_000);
        assertTrue(bench.irq);
        assertEquals(0x80, bench.in(0x3F4));
    }

    @Test
    void pollingOffMeansNoInterruptAfterReset() {
        FloppyBench bench = FloppyBench.ready();
        bench.command(0x13, 0, 0x10, 0);
        bench.command(0x08);
        bench.result(1);
        assertEquals(0x10, configuration(bench) & 0x10);
    }

    private static int configuration(FloppyBench bench) {
        bench.command(0x0E);
        return bench.result(10)[8];
    }

    @Test
    void gateHoldsTheInterruptBack() {
        FloppyBench bench = FloppyBench.ready();
        bench.out(0x3F2, 0x14);
        bench.command(0x0F, 0, 3);
        bench.run(10_000_000);
        assertFalse(bench.irq, "DMAGATE off");
        bench.out(0x3F2, 0x1C);
        assertTrue(bench.irq, "DMAGATE on lets the waiting interrupt through");
    }

    @Test
    void versionAndInvalidCommand() {
        FloppyBench bench = FloppyBench.ready();
        bench.command(0x10);
        assertArrayEquals(new int[] {0x90}, bench.result(1));
        bench.command(0x18);
        assertArrayEquals(new int[] {0x80}, bench.result(1), "PART ID is the 82078's");
    }

    @Test
    void lockKeepsTheFifoSettings() {
        FloppyBench bench = FloppyBench.ready();
        bench.command(0x13, 0, 0x4A, 0x21);
        bench.command(0x94);
        assertArrayEquals(new int[] {0x10}, bench.result(1));
        bench.start(0);
        bench.command(0x0E);
        int[] locked = bench.result(10);
        assertEquals(0xDF, locked[4], "SRT, HUT");
        assertEquals(0x02, locked[5], "HLT, ND");
        assertEquals(0x80, locked[7] & 0x80, "LOCK");
        assertEquals(0x0A, locked[8], "EFIFO and FIFOTHR stay, EIS goes");
        assertEquals(0x21, locked[9], "PRETRK stays");
        bench.command(0x14);
        assertArrayEquals(new int[] {0}, bench.result(1));
        bench.start(0);
        bench.command(0x0E);
        int[] unlocked = bench.result(10);
        assertEquals(0x20, unlocked[8] & 0x20, "FIFO off again");
        assertEquals(0, unlocked[9]);
    }

    @Test
    void perpendicularKeepsDrivesWithoutOverwrite() {
        FloppyBench bench = FloppyBench.ready();
        bench.command(0x12, 0x80 | 0x07);
        bench.command(0x12, 0x3C);
        bench.command(0x0E);
        assertEquals(0x04, bench.result(10)[7] & 0x7F, "D0 kept, GAP and WGATE written");
    }

    @Test
    void seekSetsBusyUntilSensed() {
        FloppyBench bench = FloppyBench.ready();
        bench.command(0x0F, 0, 10);
        assertEquals(0x81, bench.in(0x3F4), "drive 0 busy, commands welcome");
        assertFalse(bench.irq);
        bench.run(10_000_000);
        assertTrue(bench.irq);
        bench.command(0x08);
        assertArrayEquals(new int[] {0x20, 10}, bench.result(2));
        assertFalse(bench.irq);
        assertEquals(0x80, bench.in(0x3F4));
        bench.command(0x04, 4);
        assertEquals(0x2C, bench.result(1)[0], "not on track 0, head 1");
    }

    @Test
    void relativeSeekGoesBothWays() {
        FloppyBench bench = FloppyBench.ready();
        bench.command(0xCF, 0, 7);
        bench.run(10_000_000);
        bench.command(0x08);
        assertArrayEquals(new int[] {0x20, 7}, bench.result(2));
        bench.command(0x8F, 0, 3);
        bench.run(10_000_000);
        bench.command(0x08);
        assertArrayEquals(new int[] {0x20, 4}, bench.result(2));
        assertEquals(4, bench.fdc.drive(0).cylinder());
    }

    @Test
    void recalibrateWithoutDriveFindsNoTrack0() {
        FloppyBench bench = FloppyBench.ready();
        bench.command(0x07, 1);
        bench.run(100_000_000);
        bench.command(0x08);
        assertArrayEquals(new int[] {0x71, 0}, bench.result(2), "abnormal, seek end, equipment check");
    }

    @Test
    void twoSeeksOverlapAndInterruptTwice() {
        FloppyBench bench = new FloppyBench(FloppyDriveType.M1_44, FloppyDriveType.M1_44);
        bench.start(0);
        bench.command(0x0F, 0, 5);
        bench.command(0x0F, 1, 6);
        assertEquals(0x83, bench.in(0x3F4));
        bench.run(10_000_000);
        bench.command(0x08);
        assertArrayEquals(new int[] {0x20, 5}, bench.result(2));
        assertTrue(bench.irq, "the other drive still waits");
        bench.command(0x08);
        assertArrayEquals(new int[] {0x21, 6}, bench.result(2));
        assertFalse(bench.irq);
    }

    @Test
    void changeLineClearsByAStepWithAMediumIn() {
        FloppyBench bench = new FloppyBench(FloppyDriveType.M1_44, FloppyDriveType.NONE);
        bench.start(0);
        assertEquals(0x80, bench.in(0x3F7) & 0x80, "set at power-on");
        bench.seek(0, 1);
        assertEquals(0x80, bench.in(0x3F7) & 0x80, "no medium: a step does not clear it");
        bench.fdc.drive(0).insert(FloppyBench.pattern(FloppyFormat.M1_44));
        bench.seek(0, 0);
        assertEquals(0, bench.in(0x3F7) & 0x80);
        bench.fdc.drive(0).eject();
        assertEquals(0x80, bench.in(0x3F7) & 0x80);
    }

    @Test
    void stateMovesToAnotherController() throws CorruptSnapshot {
        FloppyBench first = FloppyBench.ready();
        first.dma.program(1024, true);
        first.command(0xE6, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF);
        byte[] middle = StateCopy.of(first.fdc);

        FloppyBench second = new FloppyBench(FloppyDriveType.M1_44, FloppyDriveType.NONE);
        second.fdc.drive(0).insert(FloppyBench.pattern(FloppyFormat.M1_44));
        second.clock.restore(first.clock.instructions(), first.clock.haltedNanos());
        StateCopy.restore(second.fdc, middle);
        assertArrayEquals(middle, StateCopy.of(second.fdc));
        second.dma.program(1024, true);
        first.run(5_000_000);
        second.run(5_000_000);
        assertArrayEquals(first.result(7), second.result(7));
        assertArrayEquals(first.dma.memory, second.dma.memory);
        assertArrayEquals(StateCopy.of(first.fdc), StateCopy.of(second.fdc));
    }
}
