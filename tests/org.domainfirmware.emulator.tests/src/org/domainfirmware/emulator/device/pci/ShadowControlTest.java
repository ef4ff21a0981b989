package org.domainfirmware.emulator.device.pci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.junit.jupiter.api.Test;

/** ROM decoding and the PAM registers (82441FX datasheet, section 3.2.18). */
class ShadowControlTest {
    private final PciBench bench = new PciBench();

    @Test
    void biosEndsAtFourGigabytesAndAtOneMegabyte() {
        assertEquals(0xB0, bench.memory.read(0xFFFC0000, 1));
        assertEquals(0xB3, bench.memory.read(0xFFFFFFF0, 1));
        assertEquals(0xB2, bench.memory.read(0xE0000, 1));
        assertEquals(0xB3, bench.memory.read(0xFFFF0, 1));
        assertEquals(0xC0, bench.memory.read(0xC7FFF, 1));
        assertEquals(0xFF, bench.memory.read(0xC8000, 1), "nothing there");
        bench.memory.write(0xFFFFFFF0, 1, 0);
        bench.memory.write(0xFFFF0, 1, 0);
        assertEquals(0xB3, bench.memory.read(0xFFFF0, 1), "ROM");
    }

    @Test
    void smallBios() {
        PhysicalMemory memory = new PhysicalMemory(1 << 20, 1 << 20);
        RomMap roms = new RomMap(memory);
        byte[] bios = new byte[0x10000];
        bios[0xFFF0] = (byte) 0xEA;
        roms.placeBios(bios);
        new I440fxHostBridge(memory, roms, 0, 0);
        assertEquals(0xEA, memory.read(0xFFFFFFF0, 1));
        assertEquals(0xEA, memory.read(0xFFFF0, 1));
        assertEquals(0xFF, memory.read(0xEFFF0, 1));
    }

    @Test
    void badRoms() {
        assertThrows(IllegalArgumentException.class, () -> bench.roms.placeBios(new byte[1000]));
        assertThrows(IllegalArgumentException.class, () -> bench.roms.placeBios(new byte[0x80000]));
        assertThrows(IllegalArgumentException.class, () -> bench.roms.placeOptionRom(0xC0000, new byte[512]), "taken");
        assertThrows(IllegalArgumentException.class, () -> bench.roms.placeOptionRom(0xD0100, new byte[512]));
        assertThrows(IllegalArgumentException.class, () -> bench.roms.placeOptionRom(0xD0000, new byte[0x40000]));
    }

    @Test
    void theFourStatesOfASegment() {
        // Write only: the usual way to copy a BIOS to shadow RAM in place.
        bench.write(0, 0, 0x59, 1, 0x20);
        bench.memory.write(0xF1234, 1, 0x77);
        assertEquals(0xB3, bench.memory.read(0xF1234, 1), "still reads ROM");
        bench.write(0, 0, 0x59, 1, 0x10);
        assertEquals(0x77, bench.memory.read(0xF1234, 1), "reads the shadow");
        bench.memory.write(0xF1234, 1, 0x11);
        assertEquals(0x77, bench.memory.read(0xF1234, 1), "write protected");
        bench.write(0, 0, 0x59, 1, 0x30);
        bench.memory.write(0xF1234, 1, 0x11);
        assertEquals(0x11, bench.memory.read(0xF1234, 1));
        bench.write(0, 0, 0x59, 1, 0x00);
        assertEquals(0xB3, bench.memory.read(0xF1234, 1));
    }

    @Test
    void eachSegmentIsItsOwn() {
        for (int segment = 0; segment < 12; segment++) {
            int address = 0xC0000 + segment * 0x4000;
            int register = 0x5A + segment / 2;
            bench.write(0, 0, register, 1, segment % 2 == 0 ? 0x03 : 0x30);
            for (int at = 0xC0000; at < 0x100000; at += 0x4000) {
                int before = bench.memory.read(at, 1);
                bench.memory.write(at, 1, before ^ 1);
                int after = bench.memory.read(at, 1);
                assertEquals(at == address ? before ^ 1 : before, after, Integer.toHexString(at));
            }
            bench.write(0, 0, register, 1, 0);
        }
    }

    @Test
    void adwordReachesFourPams() {
        bench.write(0, 0, 0x58, 4, 0x33333010);
        assertEquals(0x30, bench.read(0, 0, 0x59, 1));
        assertEquals(0x33, bench.read(0, 0, 0x5B, 1));
        bench.memory.write(0xC8000, 1, 0x42);
        assertEquals(0x42, bench.memory.read(0xC8000, 1));
    }

    @Test
    void smramLocks() {
        bench.write(0, 0, 0x72, 1, 0x4A);
        assertEquals(0x4A, bench.read(0, 0, 0x72, 1));
        bench.write(0, 0, 0x72, 1, 0x5A);
        assertEquals(0x1A, bench.read(0, 0, 0x72, 1), "lock closes");
        bench.write(0, 0, 0x72, 1, 0x4A);
        assertEquals(0x1A, bench.read(0, 0, 0x72, 1), "frozen");
        bench.pci.function(0, 0).reset();
        assertEquals(0x02, bench.read(0, 0, 0x72, 1));
    }
}
