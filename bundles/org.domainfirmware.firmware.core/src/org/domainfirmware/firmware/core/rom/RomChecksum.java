package org.domainfirmware.firmware.core.rom;

/** Sums of bytes, modulo 256. */
public final class RomChecksum {
    private RomChecksum() {
    }

    /** The sum of a range; bytes beyond the image count as 0. */
    public static int sum(byte[] image, int from, int length) {
        int sum = 0;
        for (int i = from; i < Math.min(from + length, image.length); i++) {
            sum += image[i];
        }
        return sum & 0xFF;
    }
}
