package org.domainfirmware.emulator.machine;

import java.util.Arrays;
import org.domainfirmware.emulator.device.pci.RomMap;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/** Puts the configured ROM images on the bus. */
final class Roms {
    static final int VGA_AT = OptionRomPlaces.FIRST;

    private Roms() {
    }

    /** Bytes of store the images take, a multiple of 4096. */
    static int storeNeeded(MachineConfig config) {
        int total = config.rombios().length + OptionRomPlaces.pages(config.vgabios().length);
        for (OptionRom rom : config.optionRoms()) {
            // One may begin in the middle of a page.
            total += OptionRomPlaces.pages(rom.image().length) + PhysicalMemory.PAGE_SIZE;
        }
        return total;
    }

    /** @throws IllegalArgumentException with a message for the user when they do not fit */
    static RomMap place(PhysicalMemory memory, MachineConfig config) {
        RomMap map = new RomMap(memory);
        map.placeBios(config.rombios());
        if (config.vgabios().length > 0) {
            map.placeOptionRom(VGA_AT, config.vgabios());
        }
        for (OptionRom rom : OptionRomPlaces.of(config)) {
            int lead = rom.address() & PhysicalMemory.PAGE_SIZE - 1;
            map.placeOptionRom(rom.address() - lead, lead == 0 ? rom.image() : behindGap(lead, rom.image()));
        }
        return map;
    }

    /** A ROM in the second half of a page: the first half reads as nothing. */
    private static byte[] behindGap(int gap, byte[] image) {
        byte[] padded = new byte[gap + image.length];
        Arrays.fill(padded, 0, gap, (byte) 0xFF);
        System.arraycopy(image, 0, padded, gap, image.length);
        return padded;
    }
}
