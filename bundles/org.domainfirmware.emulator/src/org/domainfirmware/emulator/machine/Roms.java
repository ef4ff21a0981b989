package org.domainfirmware.emulator.machine;

import java.util.Arrays;
import java.util.List;
import org.domainfirmware.emulator.device.pci.RomMap;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/** Puts the configured ROM images on the bus. */
final class Roms {
    static final int VGA_AT = 0xC0000;
    private static final int OPTIONS_FROM = 0xC8000;
    private static final int OPTIONS_END = 0xF0000;
    private static final int SCAN_STEP = 0x800;

    private Roms() {
    }

    /** Bytes of store the images take, a multiple of 4096. */
    static int storeNeeded(MachineConfig config) {
        int total = config.rombios().length + pages(config.vgabios().length);
        for (OptionRom rom : config.optionRoms()) {
            total += pages(rom.image().length + SCAN_STEP);
        }
        return total;
    }

    private static int pages(int length) {
        return length + PhysicalMemory.PAGE_SIZE - 1 & -PhysicalMemory.PAGE_SIZE;
    }

    /** @throws IllegalArgumentException with a message for the user when they do not fit */
    static RomMap place(PhysicalMemory memory, MachineConfig config) {
        RomMap map = new RomMap(memory);
        map.placeBios(config.rombios());
        if (config.vgabios().length > 0) {
            map.placeOptionRom(VGA_AT, config.vgabios());
        }
        placeOptions(map, config.optionRoms(), Math.max(OPTIONS_FROM, VGA_AT + pages(config.vgabios().length)));
        return map;
    }

    private static void placeOptions(RomMap map, List<OptionRom> roms, int firstFree) {
        int next = firstFree;
        for (OptionRom rom : roms) {
            int at = rom.address() == 0 ? next : rom.address();
            if ((at & SCAN_STEP - 1) != 0 || at < VGA_AT || at >= OPTIONS_END) {
                throw new IllegalArgumentException(String.format(
                        "an option ROM cannot be at %Xh: use a multiple of 800h from C0000h to EF800h", at));
            }
            int lead = at & PhysicalMemory.PAGE_SIZE - 1;
            map.placeOptionRom(at - lead, lead == 0 ? rom.image() : behindGap(lead, rom.image()));
            next = pages(at + rom.image().length);
        }
    }

    /** A ROM in the second half of a page: the first half reads as nothing. */
    private static byte[] behindGap(int gap, byte[] image) {
        byte[] padded = new byte[gap + image.length];
        Arrays.fill(padded, 0, gap, (byte) 0xFF);
        System.arraycopy(image, 0, padded, gap, image.length);
        return padded;
    }
}
