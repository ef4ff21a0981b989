package org.domainfirmware.emulator.loader;

/**
 * The memory map a domain builder leaves for the domain's firmware, where a Linux zero page has it: the
 * number of entries is the byte at 901E8h, entries of 20 bytes (base, size, type) start at 902D0h.
 */
public final class DomainHandOff {
    public static final int ZERO_PAGE = 0x90000;
    private static final int COUNT = ZERO_PAGE + 0x1E8;
    private static final int ENTRIES = ZERO_PAGE + 0x2D0;
    private static final int ENTRY = 20;
    private static final int USABLE = 1;
    private static final int RESERVED = 2;

    private DomainHandOff() {
    }

    /** Usable RAM below and above 1 MiB, reserved: the last KiB below 640 KiB (EBDA), the firmware, the APICs. */
    static void write(GuestMemory memory) {
        long[][] map = {
            {0, 0x9FC00, USABLE}, {0x9FC00, 0x400, RESERVED}, {0xE0000, 0x20000, RESERVED},
            {0x100000, memory.size() - 0x100000L, USABLE},
            {0xFEC00000L, 0x1000, RESERVED}, {0xFEE00000L, 0x1000, RESERVED}};
        memory.put8(COUNT, map.length);
        for (int i = 0; i < map.length; i++) {
            int at = ENTRIES + i * ENTRY;
            memory.put64(at, map[i][0]);
            memory.put64(at + 8, map[i][1]);
            memory.put32(at + 16, (int) map[i][2]);
        }
    }
}
