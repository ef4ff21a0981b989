package org.domainfirmware.emulator.device.ide;

import static org.domainfirmware.emulator.device.ide.IdeBench.BUS_MASTER;
import static org.domainfirmware.emulator.device.ide.IdeBench.CD;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.domainfirmware.emulator.device.StateCopy;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.junit.jupiter.api.Test;

/** The PACKET protocol and the commands of a CD-ROM drive (ATA/ATAPI-6 9.8, SPC-2, MMC-3). */
class AtapiCdromTest {
    private static final int ALL = 0xFFFE;
    private final IdeBench bench = new IdeBench();

    /** Inserts the disc and hears the unit attention. */
    private void ready() {
        bench.cdrom.insert(IdeBench.disc());
        assertArrayEquals(new int[] {6, 0x28, 0}, bench.failure(0x00));
        assertEquals(0, bench.reply(ALL, 0x00).length);
    }

    private static long u32(byte[] data, int at) {
        return (data[at] & 0xFFL) << 24 | (data[at + 1] & 0xFF) << 16 | (data[at + 2] & 0xFF) << 8 | data[at + 3] & 0xFF;
    }

    @Test
    void signatureAfterReset() {
        assertEquals(0x00, bench.in(CD + 7), "DRDY clear");
        assertArrayEquals(new int[] {1, 1, 0x14, 0xEB},
                new int[] {bench.in(CD + 2), bench.in(CD + 3), bench.in(CD + 4), bench.in(CD + 5)});
        bench.command(CD, 0, 0, 0, 0, 0, 0xA0, 0xEC);
        assertEquals(0x51, bench.in(CD + 7));
        assertArrayEquals(new int[] {0x14, 0xEB}, new int[] {bench.in(CD + 4), bench.in(CD + 5)},
                "IDENTIFY DEVICE aborts with the signature");
    }

    @Test
    void identifyPacketDevice() {
        bench.command(CD, 0, 0, 0, 0, 0, 0xA0, 0xA1);
        assertTrue(bench.irq(CD));
        assertEquals(0x85C0, bench.words(CD, 256)[0]);
        assertEquals(0x50, bench.in(CD + 7));
    }

    @Test
    void inquiryIsCutToTheAllocation() {
        byte[] inquiry = bench.reply(ALL, 0x12, 0, 0, 0, 36);
        assertEquals(36, inquiry.length);
        assertEquals(5, inquiry[0]);
        assertEquals((byte) 0x80, inquiry[1], "removable");
        assertEquals("DOMAIN  FIRMWARE CD-ROM ", new String(inquiry, 8, 24, StandardCharsets.US_ASCII));
        assertEquals(5, bench.reply(ALL, 0x12, 0, 0, 0, 5).length, "an odd length too");
    }

    @Test
    void attentionThenNoMedium() {
        assertArrayEquals(new int[] {6, 0x29, 0}, bench.failure(0x00), "power on");
        assertArrayEquals(new int[] {2, 0x3A, 0}, bench.failure(0x00), "no disc");
        assertArrayEquals(new int[] {2, 0x3A, 0}, bench.failure(0x25));
        assertArrayEquals(new int[] {5, 0x20, 0}, bench.failure(0x2A), "no writing");
    }

    @Test
    void capacityAndRead() {
        ready();
        byte[] capacity = bench.reply(ALL, 0x25);
        assertEquals(99, u32(capacity, 0));
        assertEquals(2048, u32(capacity, 4));
        byte[] data = bench.reply(ALL, 0x28, 0, 0, 0, 0, 16, 0, 0, 70);
        assertEquals(70 * 2048, data.length);
        assertEquals(16, data[0]);
        assertEquals(85, data[70 * 2048 - 2]);
        byte[] twelve = bench.reply(ALL, 0xA8, 0, 0, 0, 0, 99, 0, 0, 0, 1);
        assertEquals(2048, twelve.length);
        assertEquals(99, twelve[2046]);
        byte[] cd = bench.reply(ALL, 0xBE, 0, 0, 0, 0, 3, 0, 0, 2, 0x10);
        assertEquals(4096, cd.length);
        assertEquals(4, cd[2048]);
    }

    @Test
    void byteCountLimitCutsTheBlocks() {
        ready();
        for (int limit : new int[] {2048, 512, 3000, 600}) {
            byte[] data = bench.reply(limit, 0x28, 0, 0, 0, 0, 7, 0, 0, 3);
            assertEquals(3 * 2048, data.length);
            for (int i = 0; i < data.length; i += 2) {
                assertEquals(7 + i / 2048, data[i], "limit " + limit);
            }
        }
    }

    @Test
    void beyondTheEndAndBadFields() {
        ready();
        assertArrayEquals(new int[] {5, 0x21, 0}, bench.failure(0x28, 0, 0, 0, 0, 99, 0, 0, 2));
        assertArrayEquals(new int[] {5, 0x24, 0}, bench.failure(0x43, 0, 0, 0, 0, 0, 5, 0, 12), "no track 5");
        assertArrayEquals(new int[] {5, 0x39, 0}, bench.failure(0x5A, 0, 0xEA, 0, 0, 0, 0, 0, 30));
        assertArrayEquals(new int[] {5, 0x24, 0}, bench.failure(0xBE, 0, 0, 0, 0, 3, 0, 0, 2, 0xF8), "raw sectors");
    }

    @Test
    void readByDma() {
        ready();
        bench.writeDescriptor(0x1000, 0x20000, 3 * 2048, true);
        bench.ports.write(BUS_MASTER + 12, 4, 0x1000);
        bench.packet(1, 0, 0x28, 0, 0, 0, 0, 40, 0, 0, 3);
        bench.out(BUS_MASTER + 8, 9);
        bench.run(5_000_000);
        assertTrue(bench.irq(CD));
        assertEquals(0x04, bench.in(BUS_MASTER + 10) & 7);
        assertEquals(0x50, bench.in(CD + 7));
        assertEquals(3, bench.in(CD + 2));
        assertEquals(40, bench.memory.read(0x20000, 2));
        assertEquals(42, bench.memory.read(0x20000 + 3 * 2048 - 2, 2));
    }

    @Test
    void tableOfContents() {
        ready();
        byte[] toc = bench.reply(ALL, 0x43, 0, 0, 0, 0, 0, 0, 0, 100);
        assertEquals(20, toc.length);
        assertArrayEquals(new byte[] {0, 18, 1, 1, 0, 0x14, 1, 0, 0, 0, 0, 0, 0, 0x14, (byte) 0xAA, 0, 0, 0, 0, 100}, toc);
        byte[] msf = bench.reply(ALL, 0x43, 2, 0, 0, 0, 0, 0xAA, 0, 100);
        assertArrayEquals(new byte[] {0, 10, 1, 1, 0, 0x14, (byte) 0xAA, 0, 0, 0, 3, 25}, msf, "100 + 150 frames: 0:03:25");
        assertEquals(12, bench.reply(ALL, 0x43, 0, 1, 0, 0, 0, 0, 0, 100).length, "sessions");
    }

    @Test
    void modeSenseAndConfiguration() {
        ready();
        byte[] mode = bench.reply(ALL, 0x5A, 0, 0x2A, 0, 0, 0, 0, 0, 128);
        assertEquals(mode.length - 2, mode[1]);
        assertEquals(0x2A, mode[8]);
        byte[] config = bench.reply(ALL, 0x46, 0, 0, 0, 0, 0, 0, 1, 0);
        assertEquals(config.length - 4, u32(config, 0));
        assertEquals(0x08, config[7], "current profile: CD-ROM");
        assertEquals(8, bench.reply(ALL, 0x46, 0, 0, 0, 0, 0, 0, 0, 8).length);
    }

    @Test
    void lockAndEject() {
        ready();
        bench.reply(ALL, 0x1E, 0, 0, 0, 1);
        assertArrayEquals(new int[] {5, 0x53, 2}, bench.failure(0x1B, 0, 0, 0, 2));
        bench.cdrom.pressEject();
        assertNotNull(bench.cdrom.disc(), "locked");
        bench.reply(ALL, 0x1E, 0, 0, 0, 0);
        bench.cdrom.pressEject();
        assertNull(bench.cdrom.disc(), "unlocked");
    }

    @Test
    void eventsFollowTheDisc() {
        ready();
        assertEquals(2, bench.reply(ALL, 0x4A, 1, 0, 0, 0x10, 0, 0, 0, 8)[4], "new medium");
        byte[] quiet = bench.reply(ALL, 0x4A, 1, 0, 0, 0x10, 0, 0, 0, 8);
        assertArrayEquals(new byte[] {0, 6, 4, 0x10, 0, 2, 0, 0}, quiet);
        bench.reply(ALL, 0x1E, 0, 0, 0, 1);
        bench.cdrom.pressEject();
        assertEquals(1, bench.reply(ALL, 0x4A, 1, 0, 0, 0x10, 0, 0, 0, 8)[4], "eject request");
        bench.reply(ALL, 0x1E, 0, 0, 0, 0);
        bench.reply(ALL, 0x1B, 0, 0, 0, 2);
        assertNull(bench.cdrom.disc());
        byte[] open = bench.reply(ALL, 0x4A, 1, 0, 0, 0x10, 0, 0, 0, 8);
        assertEquals(3, open[4], "removal");
        assertEquals(1, open[5], "tray open, no medium");
        assertArrayEquals(new int[] {2, 0x3A, 0}, bench.failure(0x00));
        bench.reply(ALL, 0x1B, 0, 0, 0, 3);
        assertArrayEquals(new int[] {6, 0x28, 0}, bench.failure(0x00), "closed again: may be another disc");
        assertEquals(0, bench.reply(ALL, 0x00).length);
    }

    @Test
    void deviceResetWorksWhileDataWait() {
        ready();
        bench.packet(0, ALL, 0x28, 0, 0, 0, 0, 0, 0, 0, 1);
        assertEquals(0x58, bench.in(CD + 7));
        bench.out(CD + 7, 0x08);
        bench.run(1_000_000);
        assertEquals(0x00, bench.in(CD + 7));
        assertEquals(0xEB, bench.in(CD + 5));
    }

    @Test
    void stateMovesInTheMiddleOfATransfer() throws CorruptSnapshot {
        ready();
        bench.packet(0, 2048, 0x28, 0, 0, 0, 0, 30, 0, 0, 2);
        byte[] state = StateCopy.of(bench.secondary);
        IdeBench other = new IdeBench();
        other.cdrom.insert(IdeBench.disc());
        other.clock.restore(bench.clock.instructions(), bench.clock.haltedNanos());
        StateCopy.restore(other.secondary, state);
        assertArrayEquals(state, StateCopy.of(other.secondary));
        assertEquals(30, other.words(CD, 1024)[0]);
        other.run(100_000);
        assertEquals(31, other.words(CD, 1024)[1023]);
        other.run(100_000);
        assertEquals(0x50, other.in(CD + 7));
    }
}
