package org.domainfirmware.emulator.device.fwcfg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.domainfirmware.emulator.bus.PortBus;
import org.junit.jupiter.api.Test;

/** Expectations from QEMU's fw_cfg specification. */
class FwCfgTest {
    private final PortBus ports = new PortBus();

    private byte[] item(int number, int length) {
        ports.write(0x510, 2, number);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ports.read(0x511, 1);
        }
        return bytes;
    }

    private byte[] file(String wanted) {
        int count = ByteBuffer.wrap(item(0x19, 4)).getInt();
        ByteBuffer directory = ByteBuffer.wrap(item(0x19, 4 + 64 * count));
        directory.getInt();
        for (int i = 0; i < count; i++) {
            int size = directory.getInt();
            int select = directory.getShort();
            directory.getShort();
            byte[] name = new byte[56];
            directory.get(name);
            if (new String(name, StandardCharsets.US_ASCII).trim().equals(wanted)) {
                return item(select, size);
            }
        }
        throw new AssertionError("no file " + wanted);
    }

    @Test
    void signatureAndIdentification() {
        new FwCfg(ports, new FwCfgContents());
        assertEquals("QEMU", new String(item(0, 4), StandardCharsets.US_ASCII));
        assertEquals(0x01, item(1, 4)[0], "traditional interface, no DMA");
        assertEquals(1, item(5, 2)[0]);
        assertEquals(0, item(0x4242, 1)[0], "an item that is absent reads as zero");
    }

    @Test
    void memoryAndE820() {
        new FwCfg(ports, new FwCfgContents().memory(64 << 20, 1L << 30));
        ByteBuffer size = ByteBuffer.wrap(item(3, 8)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals((64L << 20) + (1L << 30), size.getLong());
        ByteBuffer map = ByteBuffer.wrap(file("etc/e820")).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(60, map.remaining());
        map.position(20);
        assertEquals(0, map.getLong());
        assertEquals(64 << 20, map.getLong());
        assertEquals(1, map.getInt());
        assertEquals(1L << 32, map.getLong());
    }

    @Test
    void bootOrderIsLines() {
        new FwCfg(ports, new FwCfgContents().bootOrder(List.of("/a", "/b")).bootMenu(true, 500));
        assertEquals("/a\n/b\0", new String(file("bootorder"), StandardCharsets.US_ASCII));
        assertEquals(1, item(0x0E, 2)[0]);
        assertEquals(500 & 0xFF, file("etc/boot-menu-wait")[0] & 0xFF);
    }

    @Test
    void peekDoesNotAdvanceAndReadingPastTheEndGivesZeros() {
        new FwCfg(ports, new FwCfgContents());
        ports.write(0x510, 2, 0);
        assertEquals('Q', ports.peek(0x511, 1));
        assertEquals('Q', ports.read(0x511, 1));
        assertEquals('E', ports.read(0x511, 1));
        ports.read(0x511, 1);
        ports.read(0x511, 1);
        assertEquals(0, ports.read(0x511, 1));
    }

    @Test
    void badNamesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FwCfgContents().file("x".repeat(56), new byte[1]));
    }
}
