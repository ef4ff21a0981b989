package org.domainfirmware.emulator.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Option ROMs lie at multiples of 2 KiB from C0000h on and share no page with another ROM. */
class OptionRomPlacesTest {
    private static final int SMALL = 512;

    private static MachineConfig config(int systemRom, int vgaRom, OptionRom... roms) {
        return MachineConfig.of(new byte[systemRom], new byte[vgaRom]).withOptionRoms(List.of(roms));
    }

    private static OptionRom at(int address, int length) {
        return new OptionRom(address, new byte[length]);
    }

    private static List<Integer> places(MachineConfig config) {
        return OptionRomPlaces.of(config).stream().map(OptionRom::address).toList();
    }

    private static void refused(String message, MachineConfig config) {
        String said = assertThrows(IllegalArgumentException.class, () -> OptionRomPlaces.of(config)).getMessage();
        assertTrue(said.contains(message), said);
    }

    @Test
    void thoseWithoutAnAddressFollowTheVgaRomPageByPage() {
        assertEquals(List.of(0xC8000, 0xC9000), places(config(0x10000, 0x8000, at(0, SMALL), at(0, SMALL))));
        assertEquals(List.of(0xCA000), places(config(0x10000, 0x9001, at(0, SMALL))));
        assertEquals(List.of(0xD2800, 0xD3000), places(config(0x10000, 0, at(0xD2800, SMALL), at(0, SMALL))));
    }

    @Test
    void addressesThatNoBiosScansAreRefused() {
        for (int address : new int[] {0xC8001, 0xC8400, 0xBF800, 0x400, 0xF0000, 0x100000}) {
            refused(String.format("cannot be at %Xh", address), config(0x10000, 0, at(address, SMALL)));
        }
    }

    @Test
    void whatOverlapsIsNamed() {
        refused("the option ROM at C0000h (512 bytes) overlaps the VGA ROM, C0000h to C7FFFh",
                config(0x10000, 0x8000, at(0xC0000, SMALL)));
        refused("the option ROM at C8800h (512 bytes) overlaps the option ROM at C8000h, C8000h to C8FFFh",
                config(0x10000, 0x8000, at(0xC8000, SMALL), at(0xC8800, SMALL)));
        refused("overlaps the system ROM, F0000h to FFFFFh", config(0x10000, 0, at(0xE0000, 0x10001)));
        refused("overlaps the system ROM, E0000h to FFFFFh", config(0x40000, 0, at(0xE0000, SMALL)));
        refused("overlaps the system ROM", config(0x40000, 0, at(0, 0x20000)));
    }

    @Test
    void aDomainKeepsTheMonitorsPlace() {
        for (OptionRom rom : List.of(at(0xD0000, SMALL), at(0xDF800, SMALL), at(0xCF000, 0x1001), at(0xC8000, 0x18000))) {
            MachineConfig config = config(0x10000, 0x8000, rom);
            assertEquals(List.of(rom.address()), places(config), "elsewhere it may be there");
            String said = assertThrows(IllegalArgumentException.class, () -> OptionRomPlaces.ofDomain(config)).getMessage();
            assertTrue(said.contains(String.format("option ROM at %Xh", rom.address())) && said.contains("VM86 monitor at D0000h"),
                    said);
        }
        OptionRom[] free = IntStream.of(0xC8000, 0xCF000, 0xE0000).mapToObj(a -> at(a, 0x1000)).toArray(OptionRom[]::new);
        assertEquals(3, OptionRomPlaces.ofDomain(config(0x10000, 0x8000, free)).size());
    }
}
