package org.domainfirmware.emulator.machine;

/** A 64 KiB system ROM of a few instructions of 8086 code, encoded by hand from SDM volume 2. */
public final class TestRom {
    /** Where the code is in segment F000h. */
    public static final int START = 0x100;

    private TestRom() {
    }

    /** Code at F000:0100, entered from the reset vector by a far jump. */
    public static byte[] of(int... code) {
        byte[] rom = new byte[0x10000];
        put(rom, 0xFFF0, 0xEA, START & 0xFF, START >> 8, 0x00, 0xF0);
        put(rom, START, code);
        return rom;
    }

    /** A machine of 1 MiB with that ROM and no VGA ROM. */
    public static MachineConfig machine(int... code) {
        return MachineConfig.of(of(code), new byte[0]).withMemory(1);
    }

    private static void put(byte[] rom, int at, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            rom[at + i] = (byte) bytes[i];
        }
    }
}
