package org.domainfirmware.emulator.device.rtc;

import java.util.Arrays;

/** Builds the battery-backed bytes that set-up would have left for the firmware. */
public final class CmosContents {
    private static final int FLOPPY_TYPES = 0x10;
    private static final int DISK_TYPES = 0x12;
    private static final int EQUIPMENT = 0x14;
    private static final int CHECKSUM_FIRST = 0x10;
    private static final int CHECKSUM_LAST = 0x2D;

    private final byte[] bytes = new byte[Rtc.SIZE];

    public CmosContents() {
        // FPU and mouse present, 80-column colour by the video BIOS (bits 5-4 = 00).
        bytes[EQUIPMENT] = 0x06;
        set16(0x15, 640);
    }

    /**
     * Memory sizes in all the places firmware looks: base (15/16h), extended in KiB up to 63 MiB
     * (17/18h and 30/31h), above 16 MiB in 64 KiB units (34/35h), above 4 GiB in 64 KiB units (5B-5Dh).
     *
     * @param belowFourGib bytes of RAM from address 0, at least 1 MiB
     * @param aboveFourGib bytes of RAM from 4 GiB
     */
    public CmosContents memory(long belowFourGib, long aboveFourGib) {
        if (belowFourGib < 0x100000 || belowFourGib > 0x1_0000_0000L || aboveFourGib < 0) {
            throw new IllegalArgumentException("memory sizes out of range: " + belowFourGib + " bytes below and "
                    + aboveFourGib + " above 4 GiB; give at least 1 MiB and at most 4 GiB below");
        }
        int extendedKib = (int) Math.min(belowFourGib - 0x100000 >> 10, 0xFFFF);
        set16(0x17, extendedKib);
        set16(0x30, extendedKib);
        set16(0x34, (int) Math.min(Math.max(0, belowFourGib - 0x1000000 >> 16), 0xFFFF));
        long high = aboveFourGib >> 16;
        bytes[0x5B] = (byte) high;
        bytes[0x5C] = (byte) (high >> 8);
        bytes[0x5D] = (byte) (high >> 16);
        return this;
    }

    /**
     * Floppy drive types: 0 none, 1 360 KiB, 2 1.2 MiB, 3 720 KiB, 4 1.44 MiB, 5 2.88 MiB; the
     * equipment byte follows.
     */
    public CmosContents floppies(int typeA, int typeB) {
        bytes[FLOPPY_TYPES] = (byte) (typeA << 4 | typeB);
        int drives = (typeA != 0 ? 1 : 0) + (typeB != 0 ? 1 : 0);
        bytes[EQUIPMENT] &= 0x3E;
        if (drives > 0) {
            bytes[EQUIPMENT] |= (byte) (1 | drives - 1 << 6);
        }
        return this;
    }

    /**
     * A hard disk of the primary channel: type 47 with its geometry (19h and 1Bh on, or 1Ah and 24h on).
     *
     * @param drive 0 or 1
     * @param cylinders 1 to 65535, heads 1 to 255, sectors 1 to 63 a track
     */
    public CmosContents disk(int drive, int cylinders, int heads, int sectors) {
        if (drive < 0 || drive > 1) {
            throw new IllegalArgumentException("CMOS knows disks 0 and 1 only: " + drive);
        }
        bytes[DISK_TYPES] |= (byte) (drive == 0 ? 0xF0 : 0x0F);
        bytes[0x19 + drive] = 47;
        int at = drive == 0 ? 0x1B : 0x24;
        set16(at, cylinders);
        bytes[at + 2] = (byte) heads;
        // Write precompensation: none.
        set16(at + 3, 0xFFFF);
        bytes[at + 5] = (byte) (0xC0 | (heads > 8 ? 8 : 0));
        set16(at + 6, cylinders);
        bytes[at + 8] = (byte) sectors;
        return this;
    }

    /**
     * Boot order as the Bochs and QEMU firmware read it: 3Dh first (low) and second (high nibble), 38h third
     * (high nibble); bit 0 of 38h switches the floppy signature check off.
     *
     * @param devices up to three of 1 floppy, 2 hard disk, 3 CD-ROM, 4 network; 0 none
     */
    public CmosContents bootOrder(boolean checkFloppySignature, int... devices) {
        int[] order = Arrays.copyOf(devices, 3);
        bytes[0x3D] = (byte) (order[0] | order[1] << 4);
        bytes[0x38] = (byte) (order[2] << 4 | (checkFloppySignature ? 0 : 1));
        return this;
    }

    /** Any other byte; 0Eh to 7Fh. The clock's own registers are not settable here. */
    public CmosContents set(int index, int value) {
        if (index < 0x0E || index >= Rtc.SIZE) {
            throw new IllegalArgumentException(String.format("CMOS index %02Xh is not in 0Eh to 7Fh", index));
        }
        bytes[index] = (byte) value;
        return this;
    }

    /** The 128 bytes, with the checksum of 10h to 2Dh in 2E/2Fh (high byte first). */
    public byte[] build() {
        byte[] result = bytes.clone();
        int sum = 0;
        for (int i = CHECKSUM_FIRST; i <= CHECKSUM_LAST; i++) {
            sum += result[i] & 0xFF;
        }
        result[0x2E] = (byte) (sum >> 8);
        result[0x2F] = (byte) sum;
        return result;
    }

    private void set16(int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }
}
