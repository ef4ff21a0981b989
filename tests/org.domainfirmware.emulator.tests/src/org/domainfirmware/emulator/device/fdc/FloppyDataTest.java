package org.domainfirmware.emulator.device.fdc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.domainfirmware.emulator.device.disk.FloppyFormat;
import org.domainfirmware.emulator.device.disk.MemoryImage;
import org.domainfirmware.emulator.device.disk.WriteThroughMedium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands that move data (82077AA datasheet, section 5.1 and its result phase table). */
class FloppyDataTest {
    @Test
    void readOneSectorByDma() {
        FloppyBench bench = FloppyBench.ready();
        bench.seek(0, 2);
        bench.dma.program(512, true);
        assertArrayEquals(new int[] {0x04, 0, 0, 2, 1, 6, 2}, bench.execute(0x46, 4, 2, 1, 5, 2, 18, 0x1B, 0xFF));
        assertEquals((2 * 2 + 1) * 18 + 4, bench.dma.word(0));
        assertEquals((2 * 2 + 1) * 18 + 4, bench.dma.word(255));
    }

    @Test
    void multiTrackGoesOnWithHead1() {
        FloppyBench bench = FloppyBench.ready();
        bench.dma.program(4 * 512, true);
        assertArrayEquals(new int[] {0x04, 0, 0, 0, 1, 3, 2}, bench.execute(0xE6, 0, 0, 0, 17, 2, 18, 0x1B, 0xFF));
        for (int i = 0; i < 4; i++) {
            assertEquals(16 + i, bench.dma.word(256 * i));
        }
    }

    @Test
    void wholeCylinderEndsOnTheNext() {
        FloppyBench bench = FloppyBench.ready();
        bench.dma.program(36 * 512, true);
        assertArrayEquals(new int[] {0x04, 0, 0, 1, 0, 1, 2}, bench.execute(0xE6, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF));
        assertEquals(35, bench.dma.word(256 * 35));
    }

    @Test
    void endOfTrackWithoutTerminalCountIsAnError() {
        FloppyBench bench = FloppyBench.ready();
        bench.dma.program(0x8000, true);
        int[] result = bench.execute(0x46, 0, 0, 0, 18, 2, 18, 0x1B, 0xFF);
        assertEquals(0x40, result[0]);
        assertEquals(0x80, result[1], "EN");
    }

    @Test
    void writeThenReadBack() {
        FloppyBench bench = FloppyBench.ready();
        bench.seek(0, 79);
        java.util.Arrays.fill(bench.dma.memory, 0, 1024, (byte) 0xA5);
        bench.dma.program(1024, false);
        assertArrayEquals(new int[] {0, 0, 0, 79, 0, 3, 2}, bench.execute(0xC5, 0, 79, 0, 1, 2, 18, 0x1B, 0xFF));
        java.util.Arrays.fill(bench.dma.memory, (byte) 0);
        bench.dma.program(1536, true);
        bench.execute(0xE6, 0, 79, 0, 1, 2, 18, 0x1B, 0xFF);
        assertEquals(0xA5A5, bench.dma.word(0));
        assertEquals(0xA5A5, bench.dma.word(511));
        assertEquals(79 * 36 + 2, bench.dma.word(512), "the sector behind is untouched");
    }

    @Test
    void terminalCountWithinASectorZeroFillsTheRest() throws IOException {
        FloppyBench bench = FloppyBench.ready();
        java.util.Arrays.fill(bench.dma.memory, (byte) 0x11);
        bench.dma.program(100, false);
        assertEquals(0, bench.execute(0x45, 0, 0, 0, 3, 2, 18, 0x1B, 0xFF)[0]);
        byte[] sector = new byte[512];
        bench.fdc.drive(0).medium().read(2, 1, sector, 0);
        assertEquals(0x11, sector[99]);
        assertEquals(0, sector[100]);
    }

    @Test
    void writeProtected() {
        FloppyBench bench = FloppyBench.ready();
        bench.fdc.drive(0).insert(new WriteThroughMedium(new MemoryImage("ro", new byte[1474560]), 512, false));
        bench.dma.program(512, false);
        int[] result = bench.execute(0x45, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF);
        assertEquals(0x40, result[0]);
        assertEquals(0x02, result[1], "NW");
        bench.command(0x04, 0);
        assertEquals(0x78, bench.result(1)[0], "WP and T0");
    }

    @Test
    void missingSectorWrongCylinderWrongRate() {
        FloppyBench bench = FloppyBench.ready();
        bench.dma.program(512, true);
        int[] noData = bench.execute(0x46, 0, 0, 0, 19, 2, 19, 0x1B, 0xFF);
        assertArrayEquals(new int[] {0x40, 0x04, 0}, new int[] {noData[0], noData[1], noData[2]});
        int[] wrongCylinder = bench.execute(0x46, 0, 3, 0, 1, 2, 18, 0x1B, 0xFF);
        assertArrayEquals(new int[] {0x40, 0x04, 0x10},
                new int[] {wrongCylinder[0], wrongCylinder[1], wrongCylinder[2]});
        bench.out(0x3F7, 2);
        int[] wrongRate = bench.execute(0x4A, 0);
        assertArrayEquals(new int[] {0x40, 0x01}, new int[] {wrongRate[0], wrongRate[1]});
    }

    @Test
    void readIdGoesRoundTheTrack() {
        FloppyBench bench = FloppyBench.ready();
        bench.seek(0, 4);
        int first = bench.execute(0x4A, 4)[5];
        int[] second = bench.execute(0x4A, 4);
        assertArrayEquals(new int[] {0x04, 0, 0, 4, 1, first % 18 + 1, 2}, second);
    }

    @Test
    void withoutMediumTheCommandHangsUntilReset() {
        FloppyBench bench = new FloppyBench(FloppyDriveType.M1_44, FloppyDriveType.NONE);
        bench.start(0);
        bench.command(0x4A, 0);
        bench.run(3_000_000_000L);
        assertFalse(bench.irq);
        assertEquals(0x10, bench.in(0x3F4), "busy, no RQM");
        bench.start(0);
        bench.command(0x10);
        assertEquals(0x90, bench.result(1)[0]);
    }

    @Test
    void maskedChannelWaitsThenOverruns() {
        FloppyBench bench = FloppyBench.ready();
        bench.dma.program(512, true);
        bench.dma.masked = true;
        bench.command(0x46, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF);
        bench.run(5_000_000);
        assertFalse(bench.irq);
        bench.dma.masked = false;
        bench.run(5_000_000);
        assertEquals(0, bench.result(7)[0]);
        bench.dma.masked = true;
        bench.command(0x46, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF);
        bench.run(1_000_000_000);
        int[] result = bench.result(7);
        assertEquals(0x40, result[0]);
        assertEquals(0x10, result[1], "OR");
    }

    @Test
    void programmedReadInterruptsForEachSector() {
        FloppyBench bench = FloppyBench.ready();
        bench.command(0x03, 0xDF, 0x03);
        bench.command(0x46, 0, 0, 0, 17, 2, 18, 0x1B, 0xFF);
        for (int sector = 16; sector < 18; sector++) {
            bench.run(1_000_000);
            assertTrue(bench.irq);
            for (int i = 0; i < 512; i++) {
                assertEquals(0xF0, bench.in(0x3F4), "RQM, DIO, NON_DMA, BUSY");
                assertEquals(i % 2 == 0 ? sector : 0, bench.in(0x3F5));
            }
            assertFalse(bench.irq);
        }
        bench.run(1_000_000);
        int[] result = bench.result(7);
        assertArrayEquals(new int[] {0x40, 0x80, 0}, new int[] {result[0], result[1], result[2]},
                "no TC pin without DMA: the end of the track ends it");
    }

    @Test
    void programmedWrite() throws IOException {
        FloppyBench bench = FloppyBench.ready();
        bench.command(0x03, 0xDF, 0x03);
        bench.command(0x45, 0, 0, 0, 2, 2, 2, 0x1B, 0xFF);
        bench.run(1_000_000);
        for (int i = 0; i < 512; i++) {
            assertEquals(0xB0, bench.in(0x3F4));
            bench.out(0x3F5, i);
        }
        bench.run(1_000_000);
        bench.result(7);
        byte[] sector = new byte[512];
        bench.fdc.drive(0).medium().read(1, 1, sector, 0);
        assertEquals((byte) 255, sector[255]);
        assertEquals((byte) 255, sector[511]);
    }

    @Test
    void formatFillsTheTrack() throws IOException {
        FloppyBench bench = FloppyBench.ready();
        bench.seek(0, 1);
        for (int i = 0; i < 18; i++) {
            bench.dma.memory[4 * i] = 1;
            bench.dma.memory[4 * i + 1] = 1;
            bench.dma.memory[4 * i + 2] = (byte) (i + 1);
            bench.dma.memory[4 * i + 3] = 2;
        }
        bench.dma.program(72, false);
        assertEquals(0x04, bench.execute(0x4D, 4, 2, 18, 0x54, 0xF6)[0]);
        byte[] sector = new byte[512];
        for (int i = 53; i <= 72; i++) {
            bench.fdc.drive(0).medium().read(i, 1, sector, 0);
            boolean formatted = i >= 54 && i < 72;
            assertEquals(formatted ? (byte) 0xF6 : (byte) i, sector[0], "sector " + i);
        }
    }

    @Test
    void verifyMovesNoData() {
        FloppyBench bench = FloppyBench.ready();
        assertArrayEquals(new int[] {0, 0, 0, 0, 0, 4, 2},
                bench.execute(0x56, 0x80, 0, 0, 1, 2, 18, 0x1B, 3), "EC: three sectors");
        assertEquals(0, bench.execute(0x56, 0, 0, 0, 1, 2, 18, 0x1B, 0xFF)[0], "to EOT");
        assertEquals(0x04, bench.execute(0x56, 0, 0, 0, 1, 2, 19, 0x1B, 0xFF)[1], "past the track: ND");
    }

    @Test
    void scanFindsTheEqualSector() {
        FloppyBench bench = FloppyBench.ready();
        for (int s = 0; s < 8; s++) {
            for (int i = 0; i < 512; i += 2) {
                bench.dma.memory[s * 512 + i] = 5;
            }
        }
        bench.dma.program(8 * 512, false);
        int[] equal = bench.execute(0x51, 0, 0, 0, 1, 2, 18, 0x1B, 1);
        assertEquals(0x08, equal[2], "SH");
        bench.dma.program(2 * 512, false);
        int[] none = bench.execute(0x51, 0, 0, 0, 1, 2, 2, 0x1B, 1);
        assertEquals(0x04, none[2], "SN");
        bench.dma.program(512, false);
        int[] low = bench.execute(0x59, 0, 0, 0, 3, 2, 18, 0x1B, 1);
        assertEquals(0x00, low[2] & 0x0C, "2 is below 5: satisfied, not equal");
    }

    @Test
    void readTrackNotesTheWrongIdAndReadsOn() {
        FloppyBench bench = FloppyBench.ready();
        bench.dma.program(18 * 512, true);
        int[] result = bench.execute(0x42, 0, 0, 1, 1, 2, 18, 0x1B, 0xFF);
        assertEquals(0x04, result[1], "ND");
        assertEquals(17, bench.dma.word(17 * 256));
    }

    @Test
    void impliedSeek() {
        FloppyBench bench = FloppyBench.ready();
        bench.command(0x13, 0, 0x40, 0);
        bench.dma.program(512, true);
        assertEquals(0, bench.execute(0x46, 0, 40, 0, 1, 2, 18, 0x1B, 0xFF)[0]);
        assertEquals(40 * 36, bench.dma.word(0));
    }

    @ParameterizedTest
    @EnumSource(FloppyFormat.class)
    void everyFormatReadsToItsLastSector(FloppyFormat format) {
        FloppyDriveType type = FloppyDriveType.forFormat(format);
        FloppyBench bench = new FloppyBench(type, FloppyDriveType.NONE);
        bench.fdc.drive(0).insert(FloppyBench.pattern(format));
        int rate = switch (format) {
            case K160, K180, K320, K360, K720 -> 2;
            case M2_88 -> 3;
            default -> 0;
        };
        bench.start(rate);
        int cylinder = format.cylinders() - 1;
        int head = format.heads() - 1;
        bench.seek(0, cylinder);
        bench.dma.program(512, true);
        int[] result = bench.execute(0x46, head << 2, cylinder, head, format.sectors(), 2, format.sectors(), 0x1B, 0xFF);
        assertEquals(head << 2, result[0]);
        assertEquals(format.bytes() / 512 - 1, bench.dma.word(0));
    }

    @Test
    void doubleDensityInAHighCapacityDriveStepsTwice() {
        FloppyBench bench = new FloppyBench(FloppyDriveType.M1_2, FloppyDriveType.NONE);
        bench.fdc.drive(0).insert(FloppyBench.pattern(FloppyFormat.K360));
        bench.start(1);
        bench.seek(0, 20);
        bench.dma.program(512, true);
        assertEquals(0, bench.execute(0x46, 0, 10, 0, 1, 2, 9, 0x1B, 0xFF)[0]);
        assertEquals(10 * 18, bench.dma.word(0));
    }
}
