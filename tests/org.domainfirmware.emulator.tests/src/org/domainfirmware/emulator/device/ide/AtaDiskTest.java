package org.domainfirmware.emulator.device.ide;

import static org.domainfirmware.emulator.device.ide.IdeBench.BUS_MASTER;
import static org.domainfirmware.emulator.device.ide.IdeBench.DISK;
import static org.domainfirmware.emulator.device.ide.IdeBench.DISK_SECTORS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.domainfirmware.emulator.device.StateCopy;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.junit.jupiter.api.Test;

/** An ATA disk's commands and protocols (ATA/ATAPI-6, clauses 6, 8 and 9; Bus Master IDE 1.0). */
class AtaDiskTest {
    private final IdeBench bench = new IdeBench();

    private int[] sectorOnMedium(long lba) throws IOException {
        byte[] sector = new byte[512];
        bench.disk.medium().read(lba, 1, sector, 0);
        return IdeBench.unpack(sector);
    }

    @Test
    void resetPutsTheSignature() {
        bench.out(DISK + 6, 0xB0);
        bench.out(0x3F6, 0x04);
        assertEquals(0x80, bench.in(0x3F6));
        bench.out(0x3F6, 0x00);
        bench.run(1_000_000);
        assertEquals(0x50, bench.in(DISK + 7));
        assertEquals(1, bench.in(DISK + 1), "diagnostics passed");
        assertArrayEquals(new int[] {1, 1, 0, 0, 0xA0},
                new int[] {bench.in(DISK + 2), bench.in(DISK + 3), bench.in(DISK + 4), bench.in(DISK + 5),
                    bench.in(DISK + 6)});
    }

    @Test
    void absentSlaveShowsZeroStatusAndTakesNoCommand() {
        bench.out(DISK + 6, 0xB0);
        assertEquals(0, bench.in(DISK + 7));
        bench.out(DISK + 7, 0xEC);
        bench.run(1_000_000);
        assertEquals(0, bench.in(DISK + 7));
        assertFalse(bench.irq(DISK));
    }

    @Test
    void identify() {
        bench.command(DISK, 0, 0, 0, 0, 0, 0xA0, 0xEC);
        assertTrue(bench.irq(DISK));
        assertEquals(0x58, bench.in(DISK + 7));
        assertFalse(bench.irq(DISK), "reading the status clears it");
        int[] words = bench.words(DISK, 256);
        assertEquals(0x50, bench.in(DISK + 7));
        assertArrayEquals(new int[] {20, 16, 63}, new int[] {words[1], words[3], words[6]});
        assertEquals(DISK_SECTORS, words[60] | words[61] << 16);
        assertEquals(DISK_SECTORS, words[100] | words[101] << 16);
        assertEquals('D' << 8 | 'F', words[10], "strings have their first character in the high byte");
        int sum = 0;
        for (int word : words) {
            sum += (word & 0xFF) + (word >> 8);
        }
        assertEquals(0, sum & 0xFF, "checksum");
    }

    @Test
    void readByLbaInterruptsForEachSector() {
        bench.command(DISK, 0, 3, 0x21, 0x03, 0, 0xE0, 0x20);
        for (int i = 0; i < 3; i++) {
            assertTrue(bench.irq(DISK));
            assertEquals(0x58, bench.in(DISK + 7));
            assertEquals(0x321 + i, bench.words(DISK, 256)[255]);
            bench.run(100_000);
        }
        assertFalse(bench.irq(DISK), "none after the last block");
        assertEquals(0x50, bench.in(DISK + 7));
        assertArrayEquals(new int[] {0, 0x23, 0x03}, new int[] {bench.in(DISK + 2), bench.in(DISK + 3), bench.in(DISK + 4)});
    }

    @Test
    void readByChs() {
        bench.command(DISK, 0, 1, 5, 2, 0, 0xA0 | 3, 0x20);
        assertEquals((2 * 16 + 3) * 63 + 4, bench.words(DISK, 256)[0]);
        bench.command(DISK, 0, 1, 0, 2, 0, 0xA0, 0x20);
        assertEquals(0x51, bench.in(DISK + 7));
        assertEquals(0x10, bench.in(DISK + 1), "sector 0 is IDNF");
        bench.command(DISK, 0, 17, 0, 0, 0, 0xA0 | 3, 0x91);
        bench.command(DISK, 0, 1, 17, 1, 0, 0xA0, 0x20);
        assertEquals(4 * 17 + 16, bench.words(DISK, 256)[0], "translation of INITIALIZE DEVICE PARAMETERS");
    }

    @Test
    void writeSectors() throws IOException {
        bench.command(DISK, 0, 2, 7, 0, 0, 0xE0, 0x30);
        assertFalse(bench.irq(DISK), "the first block has no interrupt");
        assertEquals(0x58, bench.in(DISK + 7));
        bench.putWords(DISK, 256, 0xBEEF);
        bench.run(100_000);
        assertTrue(bench.irq(DISK));
        assertEquals(0x58, bench.in(DISK + 7));
        bench.putWords(DISK, 256, 0xCAFE);
        bench.run(100_000);
        assertTrue(bench.irq(DISK));
        assertEquals(0x50, bench.in(DISK + 7));
        assertEquals(0xBEEF, sectorOnMedium(7)[255]);
        assertEquals(0xCAFE, sectorOnMedium(8)[0]);
        assertEquals(9, sectorOnMedium(9)[0]);
    }

    @Test
    void multipleMovesBlocks() throws IOException {
        bench.command(DISK, 0, 8, 0, 0, 0, 0xE0, 0xC4);
        assertEquals(0x04, bench.in(DISK + 1), "aborted before SET MULTIPLE MODE");
        bench.command(DISK, 0, 4, 0, 0, 0, 0xE0, 0xC6);
        bench.command(DISK, 0, 6, 10, 0, 0, 0xE0, 0xC4);
        assertEquals(13, bench.words(DISK, 4 * 256)[3 * 256]);
        bench.run(100_000);
        assertEquals(15, bench.words(DISK, 2 * 256)[256]);
        assertEquals(0x50, bench.in(DISK + 7));
        bench.command(DISK, 0, 5, 20, 0, 0, 0xE0, 0xC5);
        bench.putWords(DISK, 4 * 256, 0x1111);
        bench.run(100_000);
        bench.putWords(DISK, 256, 0x2222);
        bench.run(100_000);
        assertEquals(0x50, bench.in(DISK + 7));
        assertEquals(0x1111, sectorOnMedium(23)[0]);
        assertEquals(0x2222, sectorOnMedium(24)[0]);
        assertEquals(25, sectorOnMedium(25)[0]);
    }

    @Test
    void dwordsAndBytesOfTheDataPort() {
        bench.command(DISK, 0, 1, 0x34, 0x12, 0, 0xE0, 0x20);
        assertEquals(0x12341234, bench.ports.read(DISK, 4));
        assertEquals(0x1234, bench.ports.read(DISK, 2));
        assertEquals(0x1234, bench.words(DISK, 253)[252]);
        assertEquals(0x50, bench.in(DISK + 7));
    }

    @Test
    void lba48UsesBothHalvesOfTheRegisters() {
        bench.out(DISK + 2, 0);
        bench.out(DISK + 3, 0);
        bench.out(DISK + 4, 0);
        bench.out(DISK + 5, 0);
        bench.command(DISK, 0, 1, 0x45, 0x01, 0, 0xE0, 0x24);
        assertEquals(0x145, bench.words(DISK, 256)[0]);
        bench.out(DISK + 3, 1);
        bench.command(DISK, 0, 1, 0x45, 0x01, 0, 0xE0, 0x24);
        assertEquals(0x10, bench.in(DISK + 1), "LBA bit 24 is set: beyond the disk");
        bench.out(0x3F6, 0x80);
        assertEquals(1, bench.in(DISK + 3), "HOB shows the previous content");
        bench.out(DISK + 2, 0);
        assertEquals(0x45, bench.in(DISK + 3), "any write clears HOB");
    }

    @Test
    void beyondTheEnd() {
        bench.command(DISK, 0, 2, DISK_SECTORS - 1 & 0xFF, DISK_SECTORS - 1 >> 8, 0, 0xE0, 0x20);
        assertEquals((DISK_SECTORS - 1) & 0xFFFF, bench.words(DISK, 256)[0]);
        bench.run(100_000);
        assertTrue(bench.irq(DISK));
        assertEquals(0x51, bench.in(DISK + 7));
        assertEquals(0x10, bench.in(DISK + 1));
        assertEquals(DISK_SECTORS & 0xFF, bench.in(DISK + 3), "the address of the failing sector");
    }

    private void startDma(boolean toMemory, int... registers) {
        bench.ports.write(BUS_MASTER + 4, 4, 0x1000);
        bench.out(BUS_MASTER, toMemory ? 0x08 : 0);
        bench.out(BUS_MASTER + 2, 0x06);
        bench.command(DISK, registers);
        assertFalse(bench.irq(DISK), "nothing moves before the bus master starts");
        bench.out(BUS_MASTER, toMemory ? 0x09 : 1);
        assertEquals(1, bench.in(BUS_MASTER + 2) & 7, "active");
        bench.run(5_000_000);
    }

    @Test
    void readDmaScattersByDescriptors() {
        bench.writeDescriptor(0x1000, 0x20000, 0x300, false);
        bench.writeDescriptor(0x1008, 0x30000, 0x100, true);
        startDma(true, 0, 2, 0x50, 0, 0, 0xE0, 0xC8);
        assertTrue(bench.irq(DISK));
        assertEquals(0x04, bench.in(BUS_MASTER + 2) & 7, "interrupt, no longer active");
        assertEquals(0x50, bench.in(DISK + 7));
        assertEquals(0x50, bench.memory.read(0x20000, 2));
        assertEquals(0x51, bench.memory.read(0x202FE, 2));
        assertEquals(0x51, bench.memory.read(0x300FE, 2));
        assertEquals(0, bench.memory.read(0x30100, 2));
        bench.out(BUS_MASTER + 2, 0x04);
        assertEquals(0, bench.in(BUS_MASTER + 2) & 4);
    }

    @Test
    void writeDma256Sectors() throws IOException {
        for (int i = 0; i < 0x20000; i += 4) {
            bench.memory.write(0x40000 + i, 4, 0x5A5A5A5A);
        }
        bench.writeDescriptor(0x1000, 0x40000, 0, false);
        bench.writeDescriptor(0x1008, 0x50000, 0, true);
        startDma(false, 0, 0, 0x00, 0x01, 0, 0xE0, 0xCA);
        assertEquals(0x50, bench.in(DISK + 7));
        assertEquals(255, sectorOnMedium(255)[0]);
        assertEquals(0x5A5A, sectorOnMedium(256)[0]);
        assertEquals(0x5A5A, sectorOnMedium(511)[255]);
        assertEquals(512, sectorOnMedium(512)[0]);
    }

    @Test
    void longerDescriptorsStayActiveShorterOnesHang() {
        bench.writeDescriptor(0x1000, 0x20000, 0x400, true);
        startDma(true, 0, 1, 0x50, 0, 0, 0xE0, 0xC8);
        assertEquals(0x05, bench.in(BUS_MASTER + 2) & 7, "interrupt while active: the memory was larger");
        bench.out(BUS_MASTER, 0);
        bench.in(DISK + 7);
        bench.writeDescriptor(0x1000, 0x20000, 0x100, true);
        startDma(true, 0, 1, 0x50, 0, 0, 0xE0, 0xC8);
        assertFalse(bench.irq(DISK));
        assertEquals(0x00, bench.in(BUS_MASTER + 2) & 7, "neither: the memory was smaller");
        bench.out(0x3F6, 4);
        bench.out(0x3F6, 0);
        bench.run(1_000_000);
        assertEquals(0x50, bench.in(DISK + 7), "a reset helps");
    }

    @Test
    void verifySeekFlushAndPowerCommands() {
        for (int command : new int[] {0x40, 0x70, 0x10, 0xE7, 0xEA, 0xE0, 0xE1, 0xE2, 0xE3, 0xE6}) {
            bench.command(DISK, 0, 1, 1, 0, 0, 0xE0, command);
            assertTrue(bench.irq(DISK), Integer.toHexString(command));
            assertEquals(0x50, bench.in(DISK + 7), Integer.toHexString(command));
        }
        for (int register = 2; register <= 5; register++) {
            bench.out(DISK + register, 0);
        }
        bench.command(DISK, 0, 1, 1, 0, 0, 0xE0, 0x42);
        assertEquals(0x50, bench.in(DISK + 7), "READ VERIFY SECTORS EXT");
        bench.command(DISK, 0, 0, 0, 0, 0, 0xE0, 0xE5);
        assertEquals(0xFF, bench.in(DISK + 2), "active");
        bench.command(DISK, 0, 0, 0, 0, 0, 0xE0, 0xA0);
        assertEquals(0x51, bench.in(DISK + 7), "a disk takes no packets");
        bench.command(DISK, 0, 0, 0, 0, 0, 0xE0, 0x90);
        assertEquals(1, bench.in(DISK + 1), "diagnostics passed");
    }

    @Test
    void setFeaturesShowsInIdentify() {
        bench.command(DISK, 0x03, 0x21, 0, 0, 0, 0xE0, 0xEF);
        assertEquals(0x50, bench.in(DISK + 7));
        bench.command(DISK, 0, 0, 0, 0, 0, 0xA0, 0xEC);
        assertEquals(0x0207, bench.words(DISK, 256)[63], "multiword mode 1");
        bench.command(DISK, 0x03, 0x47, 0, 0, 0, 0xE0, 0xEF);
        assertEquals(0x51, bench.in(DISK + 7), "no such Ultra DMA mode");
    }

    @Test
    void nienHoldsTheInterruptBack() {
        bench.out(0x3F6, 0x02);
        bench.command(DISK, 0, 0, 0, 0, 0, 0xA0, 0xEC);
        assertFalse(bench.irq(DISK));
        bench.out(0x3F6, 0x00);
        assertTrue(bench.irq(DISK));
        assertEquals(0x58, bench.in(0x3F6), "the alternate status");
        assertTrue(bench.irq(DISK), "does not clear it");
    }

    @Test
    void stateMovesInTheMiddleOfATransfer() throws CorruptSnapshot {
        bench.command(DISK, 0, 2, 5, 0, 0, 0xE0, 0x20);
        bench.words(DISK, 100);
        byte[] state = StateCopy.of(bench.primary);
        IdeBench other = new IdeBench();
        other.clock.restore(bench.clock.instructions(), bench.clock.haltedNanos());
        StateCopy.restore(other.primary, state);
        assertArrayEquals(state, StateCopy.of(other.primary));
        assertEquals(5, other.words(DISK, 156)[155]);
        other.run(100_000);
        assertEquals(6, other.words(DISK, 256)[0]);
        assertEquals(0x50, other.in(DISK + 7));
    }
}
