package org.domainfirmware.emulator.device.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.device.disk.DiskGeometry;
import org.domainfirmware.emulator.device.disk.MemoryImage;
import org.domainfirmware.emulator.device.disk.OverlayMedium;
import org.domainfirmware.emulator.device.disk.WriteThroughMedium;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;

/** A disk on the primary channel and a CD-ROM drive on the secondary one, driven as a BIOS drives them. */
final class IdeBench {
    static final int DISK = 0x1F0;
    static final int CD = 0x170;
    static final int BUS_MASTER = 0xC000;
    static final int DISK_SECTORS = 20 * 16 * 63;

    final VirtualClock clock = new VirtualClock(10);
    final EventQueue queue = new EventQueue(clock);
    final PortBus ports = new PortBus();
    final PhysicalMemory memory = new PhysicalMemory(1 << 20, 0);
    final AtaDisk disk;
    final AtapiCdrom cdrom;
    final IdeChannel primary;
    final IdeChannel secondary;
    final Piix3Ide pci;
    final boolean[] irqs = new boolean[2];

    IdeBench() {
        byte[] image = new byte[DISK_SECTORS * 512];
        number(image, 512);
        OverlayMedium medium = new OverlayMedium(new MemoryImage("disk", image), 512);
        disk = new AtaDisk(queue, "ide0.master", medium, DiskGeometry.ofDrive(DISK_SECTORS), "DFW-1");
        cdrom = new AtapiCdrom(queue, "ide1.master");
        BusMaster first = new BusMaster(memory, "PRIMARY_");
        BusMaster second = new BusMaster(memory, "SECONDARY_");
        primary = new IdeChannel("ide0", ports, DISK, 0x3F6, level -> irqs[0] = level, first, disk, null);
        secondary = new IdeChannel("ide1", ports, CD, 0x376, level -> irqs[1] = level, second, cdrom, null);
        pci = new Piix3Ide(ports, first, second, 0, 0);
        pci.writeConfig(0x20, 4, BUS_MASTER);
        pci.writeConfig(0x04, 2, 0x0005);
        memory.mapRead(0, 1 << 20, 0);
        memory.mapWrite(0, 1 << 20, 0);
        run(1_000_000);
    }

    /** A disc of 100 sectors, each beginning with its number. */
    static WriteThroughMedium disc() {
        byte[] image = new byte[100 * 2048];
        number(image, 2048);
        return new WriteThroughMedium(new MemoryImage("disc", image), 2048, false);
    }

    /** Puts each sector's number into all its words. */
    private static void number(byte[] image, int size) {
        for (int i = 0; i < image.length; i += 2) {
            image[i] = (byte) (i / size);
            image[i + 1] = (byte) (i / size >> 8);
        }
    }

    void run(long nanos) {
        long end = clock.nanos() + nanos;
        while (queue.nextDue() <= end) {
            clock.skipTo(queue.nextDue());
            queue.fireDue();
        }
        clock.skipTo(end);
    }

    int in(int port) {
        int peeked = ports.peek(port, 1);
        int value = ports.read(port, 1);
        assertEquals(peeked, value, "peek at " + Integer.toHexString(port));
        return value;
    }

    void out(int port, int value) {
        ports.write(port, 1, value);
    }

    /** Writes features, count, low, mid, high, device, command to a channel and lets it work. */
    void command(int base, int... registers) {
        for (int i = 0; i < 7; i++) {
            out(base + 1 + i, registers[i]);
        }
        assertEquals(0x80, in(base == DISK ? 0x3F6 : 0x376), "BSY at once");
        run(500_000);
    }

    boolean irq(int base) {
        return irqs[base == DISK ? 0 : 1];
    }

    /** Reads a block by REP INSW. */
    int[] words(int base, int count) {
        byte[] bytes = new byte[2 * count];
        ports.handler(base).readBlock(base, 2, bytes, 0, count);
        return unpack(bytes);
    }

    static int[] unpack(byte[] bytes) {
        int[] words = new int[bytes.length / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = bytes[2 * i] & 0xFF | (bytes[2 * i + 1] & 0xFF) << 8;
        }
        return words;
    }

    void putWords(int base, int count, int value) {
        byte[] bytes = new byte[2 * count];
        for (int i = 0; i < bytes.length; i += 2) {
            bytes[i] = (byte) value;
            bytes[i + 1] = (byte) (value >> 8);
        }
        ports.handler(base).writeBlock(base, 2, bytes, 0, count);
    }

    /** Sends a packet; the command is executed on return. */
    void packet(int features, int limit, int... cdb) {
        command(CD, features, 0, 0, limit & 0xFF, limit >> 8, 0xA0, 0xA0);
        assertEquals(0x58, in(CD + 7), "DRQ for the packet");
        assertEquals(1, in(CD + 2), "interrupt reason: command");
        for (int i = 0; i < 12; i += 2) {
            int low = i < cdb.length ? cdb[i] : 0;
            int high = i + 1 < cdb.length ? cdb[i + 1] : 0;
            ports.write(CD, 2, low | high << 8);
        }
        run(100_000);
    }

    /** Sends a packet and reads all its data by PIO, block by block; checks that it ends well. */
    byte[] reply(int limit, int... cdb) {
        packet(0, limit, cdb);
        byte[] all = new byte[0];
        while (true) {
            assertTrue(irq(CD), "an interrupt for each block and for the end");
            int status = in(CD + 7);
            if ((status & 8) == 0) {
                assertEquals(0x50, status);
                assertEquals(3, in(CD + 2), "interrupt reason: status");
                return all;
            }
            assertEquals(2, in(CD + 2), "interrupt reason: data to the host");
            int bytes = in(CD + 4) | in(CD + 5) << 8;
            byte[] more = new byte[bytes + 1 & ~1];
            ports.handler(CD).readBlock(CD, 2, more, 0, more.length / 2);
            int at = all.length;
            all = java.util.Arrays.copyOf(all, at + bytes);
            System.arraycopy(more, 0, all, at, bytes);
            run(100_000);
        }
    }

    /** Sends a packet that must fail, and gives sense key, code and qualifier by REQUEST SENSE. */
    int[] failure(int... cdb) {
        packet(0, 0xFFFE, cdb);
        assertEquals(0x51, in(CD + 7));
        int key = in(CD + 1) >> 4;
        byte[] sense = reply(0xFFFE, 0x03, 0, 0, 0, 18);
        assertEquals(key, sense[2] & 15);
        return new int[] {sense[2] & 15, sense[12] & 0xFF, sense[13] & 0xFF};
    }

    void writeDescriptor(int at, int address, int count, boolean last) {
        memory.write(at, 4, address);
        memory.write(at + 4, 4, count & 0xFFFF | (last ? 0x8000_0000 : 0));
    }
}
