package org.domainfirmware.emulator.device.dma;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import org.domainfirmware.emulator.bus.DmaChannel;
import org.domainfirmware.emulator.bus.DmaDevice;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Expectations from the 8237A datasheet and the PC/AT's page registers. */
class DmaControllersTest {
    private final PortBus ports = new PortBus();
    private final PhysicalMemory memory = new PhysicalMemory(1 << 20, 0);
    private final DmaControllers dma = new DmaControllers(ports, memory);
    private final Recorder device = new Recorder();

    /** Supplies 1, 2, 3 ...; keeps what it is given. */
    private static final class Recorder implements DmaDevice {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int next = 1;
        private int accepts = Integer.MAX_VALUE;
        private boolean terminal;

        @Override
        public int fromMemory(byte[] data, int offset, int length, boolean terminalCount) {
            int n = Math.min(length, accepts);
            taken.write(data, offset, n);
            terminal = terminalCount;
            return n;
        }

        @Override
        public int toMemory(byte[] data, int offset, int length, boolean terminalCount) {
            int n = Math.min(length, accepts);
            for (int i = 0; i < n; i++) {
                data[offset + i] = (byte) next++;
            }
            terminal = terminalCount;
            return n;
        }
    }

    @BeforeEach
    void openCascade() {
        memory.mapRead(0, 1 << 20, 0);
        memory.mapWrite(0, 1 << 20, 0);
        out(0xD6, 0xC0);
        out(0xD4, 0x00);
    }

    private void out(int port, int value) {
        ports.write(port, 1, value);
    }

    private int in(int port) {
        return ports.read(port, 1);
    }

    private DmaChannel floppy(int mode, int page, int address, int count) {
        out(0x0A, 0x06);
        out(0x0C, 0);
        out(0x0B, mode);
        out(0x04, address & 0xFF);
        out(0x04, address >> 8);
        out(0x05, count & 0xFF);
        out(0x05, count >> 8);
        out(0x81, page);
        out(0x0A, 0x02);
        DmaChannel channel = dma.channel(2);
        channel.connect(device);
        return channel;
    }

    @Test
    void deviceToMemoryUntilTerminalCount() {
        DmaChannel channel = floppy(0x46, 0x03, 0x1000, 511);
        assertEquals(512, channel.request(1024));
        assertTrue(channel.reachedTerminalCount());
        assertTrue(device.terminal);
        assertEquals(1, memory.peek(0x31000, 1));
        assertEquals(512 & 0xFF, memory.peek(0x311FF, 1));
        assertEquals(0x04, ports.peek(0x08, 1) & 0x0F);
        assertEquals(0x04, in(0x08) & 0x0F);
        assertEquals(0x00, in(0x08) & 0x0F, "read clears TC");
        assertEquals(0, channel.request(1), "masked by terminal count");
    }

    @Test
    void countersAreReadThroughTheFlipFlop() {
        DmaChannel channel = floppy(0x46, 0, 0x2000, 0x1FF);
        assertEquals(256, channel.request(256));
        assertFalse(channel.reachedTerminalCount());
        out(0x0C, 0);
        assertEquals(0x00, ports.peek(0x04, 1));
        assertEquals(0x00, in(0x04));
        assertEquals(0x21, in(0x04));
        assertEquals(0xFF, in(0x05));
        assertEquals(0x00, in(0x05));
    }

    @Test
    void addressWrapsWithinItsPage() {
        DmaChannel channel = floppy(0x46, 0x05, 0xFFFE, 3);
        assertEquals(4, channel.request(4));
        assertEquals(1, memory.peek(0x5FFFE, 1));
        assertEquals(2, memory.peek(0x5FFFF, 1));
        assertEquals(3, memory.peek(0x50000, 1));
        assertEquals(4, memory.peek(0x50001, 1));
    }

    @Test
    void autoInitializeReloads() {
        DmaChannel channel = floppy(0x56, 0, 0x3000, 1);
        assertEquals(2, channel.request(10));
        assertEquals(2, channel.request(10));
        assertEquals(3, memory.peek(0x3000, 1));
    }

    @Test
    void decrementingReadFromMemory() {
        memory.write(0x4000, 4, 0x44332211);
        DmaChannel channel = floppy(0x6A, 0, 0x4003, 3);
        assertEquals(4, channel.request(4));
        assertArrayEquals(new byte[] {0x44, 0x33, 0x22, 0x11}, device.taken.toByteArray());
    }

    @Test
    void verifyMovesNothing() {
        DmaChannel channel = floppy(0x42, 0, 0x5000, 3);
        assertEquals(4, channel.request(4));
        assertTrue(channel.reachedTerminalCount());
        assertEquals(0, memory.peek(0x5000, 4));
    }

    @Test
    void deviceMayStopEarly() {
        DmaChannel channel = floppy(0x4A, 0, 0x6000, 99);
        device.accepts = 10;
        assertEquals(100, channel.request(200), "ten by ten until the count runs out");
        device.accepts = 0;
        channel = floppy(0x4A, 0, 0x6000, 99);
        assertEquals(0, channel.request(200));
        assertEquals(0x40, ports.peek(8, 1) & 0xF0, "DREQ 2 still asserted");
    }

    @Test
    void maskDisableAndCascadeHoldTheChannel() {
        DmaChannel channel = floppy(0x46, 0, 0x1000, 9);
        out(0x0A, 0x06);
        assertEquals(0, channel.request(1));
        out(0x0A, 0x02);
        out(0x08, 0x04);
        assertEquals(0, channel.request(1));
        out(0x08, 0x00);
        out(0xD4, 0x04);
        assertEquals(0, channel.request(1));
        out(0xD4, 0x00);
        assertEquals(1, channel.request(1));
        assertEquals(0xF0, in(0x0F) & 0xF4);
    }

    @Test
    void wordChannelsShiftTheAddress() {
        DmaChannel channel = dma.channel(5);
        channel.connect(device);
        out(0xD8, 0);
        out(0xD6, 0x45);
        out(0xC4, 0x00);
        out(0xC4, 0x80);
        out(0xC6, 0x01);
        out(0xC6, 0x00);
        out(0x8B, 0x03);
        out(0xD4, 0x01);
        assertEquals(4, channel.request(4));
        assertEquals(0x04030201, memory.peek(0x30000, 4), "page bit 0 is ignored, address 8000h doubled");
        assertTrue(channel.reachedTerminalCount());
    }

    @Test
    void pagesAndScratchReadBack() {
        for (int port = 0x81; port < 0x90; port++) {
            out(port, port ^ 0xFF);
            assertEquals(port ^ 0xFF, in(port));
        }
        assertThrows(IllegalArgumentException.class, () -> dma.channel(4));
    }
}
