package org.domainfirmware.firmware.core.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** A ROM is found where the machine shows it. */
class RomBindingTest {
    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @Test
    void systemRomAtBothEnds() {
        RomBinding rom = RomBinding.of(random(0x20000), 0xE0000);
        assertEquals(OptionalLong.of(0xFFFF0), rom.linkedAddress(0xFFFF0));
        assertEquals(OptionalLong.of(0xFFFF0), rom.linkedAddress(0xFFFFFFF0L));
        assertEquals(OptionalLong.of(0xE0000), rom.linkedAddress(0xFFFE0000L));
        assertTrue(rom.linkedAddress(0xDFFFF).isEmpty());
        assertTrue(rom.linkedAddress(0x100000).isEmpty());
        assertEquals(List.of(0xFE05BL, 0xFFFFE05BL), rom.physicalAddresses(0xFE05B));
        assertEquals(OptionalLong.of(0x1E05B), rom.imageOffset(0xFE05B));
    }

    @Test
    void copiesOfAnOptionRom() {
        byte[] image = random(0x3000);
        byte[] memory = new byte[0x100000];
        System.arraycopy(image, 0, memory, 0xC0000, image.length);
        System.arraycopy(image, 0, memory, 0x8000, image.length);
        RomBinding rom = RomBinding.of(image, 0xC0000).withCopiesIn(memory);
        assertEquals(OptionalLong.of(0xC0123), rom.linkedAddress(0x8123));
        assertEquals(List.of(0xC0123L, 0x8123L), rom.physicalAddresses(0xC0123));
        assertTrue(rom.linkedAddress(0xB000).isEmpty());
        assertTrue(RomBinding.of(image, 0xC0000).linkedAddress(0xFFFFFFF0L).isEmpty());
    }
}
