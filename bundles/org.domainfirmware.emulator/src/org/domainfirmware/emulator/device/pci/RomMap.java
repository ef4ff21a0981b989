package org.domainfirmware.emulator.device.pci;

import java.util.Arrays;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/** Which ROM the bus has in C0000h to FFFFFh, page by page, and the BIOS below 4 GiB. */
public final class RomMap {
    /** First address of the region that can be shadowed. */
    static final int FIRST = 0xC0000;
    /** Its length. */
    static final int LENGTH = 0x40000;
    private static final int NO_ROM = -1;
    private static final int ALIAS = 0x20000;

    private final PhysicalMemory memory;
    private final int[] pages = new int[LENGTH >>> PhysicalMemory.PAGE_BITS];

    public RomMap(PhysicalMemory memory) {
        this.memory = memory;
        Arrays.fill(pages, NO_ROM);
    }

    /**
     * Puts the BIOS where the chipset decodes it: ending at 4 GiB, and its last 128 KiB (or 64 KiB, if
     * that is all) again ending at 1 MiB.
     *
     * @param image 64 KiB to 256 KiB, a multiple of 64 KiB
     * @return its store offset
     * @throws IllegalArgumentException for another size
     */
    public int placeBios(byte[] image) {
        if (image.length < 0x10000 || image.length > 0x40000 || image.length % 0x10000 != 0) {
            throw new IllegalArgumentException("a BIOS of " + image.length
                    + " bytes does not fit: 64, 128, 192 or 256 KiB are needed; pad it at its start");
        }
        int store = memory.addRom(image);
        memory.mapRead(-image.length, image.length, store);
        memory.mapHandlerWrite(-image.length, image.length, 0);
        int alias = Math.min(ALIAS, image.length);
        place(FIRST + LENGTH - alias, alias, store + image.length - alias);
        return store;
    }

    /**
     * Puts an adapter's ROM on the bus.
     *
     * @param address a multiple of 4096 from C0000h
     * @return its store offset
     * @throws IllegalArgumentException when it does not fit there
     */
    public int placeOptionRom(int address, byte[] image) {
        int length = image.length + PhysicalMemory.PAGE_SIZE - 1 & -PhysicalMemory.PAGE_SIZE;
        if (address % PhysicalMemory.PAGE_SIZE != 0 || address < FIRST || image.length == 0
                || length > FIRST + LENGTH - address) {
            throw new IllegalArgumentException(String.format(
                    "a ROM of %d bytes cannot be at %05Xh; it must begin at a multiple of 1000h from C0000h and end below 100000h",
                    image.length, address));
        }
        for (int at = address; at < address + length; at += PhysicalMemory.PAGE_SIZE) {
            if (storeOffset(at) != NO_ROM) {
                throw new IllegalArgumentException(String.format(
                        "the ROM at %05Xh overlaps another at %05Xh; move one of them", address, at));
            }
        }
        int store = memory.addRom(image);
        place(address, length, store);
        return store;
    }

    private void place(int address, int length, int store) {
        for (int done = 0; done < length; done += PhysicalMemory.PAGE_SIZE) {
            pages[address + done - FIRST >>> PhysicalMemory.PAGE_BITS] = store + done;
        }
    }

    /** Store offset of the ROM page at an address of the region, or -1. */
    int storeOffset(int address) {
        return pages[address - FIRST >>> PhysicalMemory.PAGE_BITS];
    }
}
