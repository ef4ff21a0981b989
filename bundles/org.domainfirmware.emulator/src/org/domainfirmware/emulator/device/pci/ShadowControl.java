package org.domainfirmware.emulator.device.pci;

import org.domainfirmware.emulator.memory.PhysicalMemory;

/**
 * What C0000h to FFFFFh reads and writes: twelve segments of 16 KiB and one of 64 KiB, each with read
 * and write attributes (82441FX datasheet, section 3.2.18 "PAM"). Read enabled is RAM, disabled is
 * the bus, that is ROM; write enabled is RAM, disabled is the bus, which drops it.
 */
final class ShadowControl {
    static final int READ = 1;
    static final int WRITE = 2;
    private static final int UNKNOWN = -1;
    private static final int SEGMENT = 0x4000;
    private static final int SEGMENTS = 13;
    private static final int SYSTEM_BIOS = 0xF0000;

    private final PhysicalMemory memory;
    private final RomMap roms;
    private final int[] attributes = new int[SEGMENTS];

    ShadowControl(PhysicalMemory memory, RomMap roms) {
        if (memory.ramSize() < 0x100000) {
            throw new IllegalArgumentException("shadow RAM needs at least 1 MiB of RAM: " + memory.ramSize());
        }
        this.memory = memory;
        this.roms = roms;
        forget();
    }

    /** Makes the next {@link #apply} map everything, whatever it was. */
    void forget() {
        java.util.Arrays.fill(attributes, UNKNOWN);
    }

    /** Follows the seven PAM registers, PAM0 first. */
    void apply(int[] pam) {
        for (int segment = 0; segment < 12; segment++) {
            apply(segment, pam[1 + segment / 2] >> 4 * (segment & 1) & 3);
        }
        apply(12, pam[0] >> 4 & 3);
    }

    private void apply(int segment, int wanted) {
        if (attributes[segment] == wanted) {
            return;
        }
        attributes[segment] = wanted;
        int address = segment == 12 ? SYSTEM_BIOS : RomMap.FIRST + segment * SEGMENT;
        int length = segment == 12 ? 0x10000 : SEGMENT;
        if ((wanted & READ) != 0) {
            memory.mapRead(address, length, address);
        } else {
            mapBus(address, length);
        }
        if ((wanted & WRITE) != 0) {
            memory.mapWrite(address, length, address);
        } else {
            memory.mapHandlerWrite(address, length, 0);
        }
    }

    private void mapBus(int address, int length) {
        for (int at = address; at < address + length; at += PhysicalMemory.PAGE_SIZE) {
            int rom = roms.storeOffset(at);
            if (rom >= 0) {
                memory.mapRead(at, PhysicalMemory.PAGE_SIZE, rom);
            } else {
                memory.mapHandlerRead(at, PhysicalMemory.PAGE_SIZE, 0);
            }
        }
    }
}
