package org.domainfirmware.firmware.core.rom;

import java.util.Arrays;

/**
 * Makes an image of what the linker left: padding, length in the header, checksum.
 *
 * @param padTo    the image is filled up to a multiple of so many bytes; 1 for none
 * @param fill     value of the padding, 0-255
 * @param header   the length byte of an option ROM, and of its PCI data structure, are set
 * @param checksum a byte is set so that all add up to 0: offset 6 of an option ROM, the last byte of another image
 */
public record RomPacking(int padTo, int fill, boolean header, boolean checksum) {
    /** Leaves an image as it is. */
    public static final RomPacking NONE = new RomPacking(1, 0xFF, false, false);
    private static final int MAX_SIZE = 16 << 20;
    private static final int LENGTH_BYTE = 2;
    private static final int OPTION_CHECKSUM = 6;
    private static final int PCI_POINTER = 0x18;
    private static final int PCI_LENGTH = 0x10;
    private static final int MAX_UNITS = 255;

    /** @throws IllegalArgumentException when a value is out of its range */
    public RomPacking {
        if (padTo < 1 || padTo > MAX_SIZE || fill < 0 || fill > 0xFF) {
            throw new IllegalArgumentException("padding to " + padTo + " bytes of " + fill);
        }
    }

    /**
     * The packed image.
     *
     * @throws IllegalArgumentException when the header cannot hold the length, or the image is too large to pad
     */
    public byte[] apply(byte[] linked) {
        boolean option = OptionRomHeader.isOptionRom(linked);
        int unit = option && header && padTo % OptionRomHeader.UNIT != 0 ? OptionRomHeader.UNIT : padTo;
        long size = (linked.length + (long) unit - 1) / unit * unit;
        if (size > MAX_SIZE) {
            throw new IllegalArgumentException("the padded image would have " + size + " bytes");
        }
        byte[] image = Arrays.copyOf(linked, (int) size);
        Arrays.fill(image, linked.length, image.length, (byte) fill);
        if (option && header) {
            setLength(image);
        }
        if (checksum && image.length > OPTION_CHECKSUM) {
            int at = option ? OPTION_CHECKSUM : image.length - 1;
            image[at] = 0;
            image[at] = (byte) -RomChecksum.sum(image, 0, image.length);
        }
        return image;
    }

    private static void setLength(byte[] image) {
        int units = image.length / OptionRomHeader.UNIT;
        if (units > MAX_UNITS) {
            throw new IllegalArgumentException("an option ROM has at most " + MAX_UNITS * OptionRomHeader.UNIT + " bytes, this one " + image.length);
        }
        image[LENGTH_BYTE] = (byte) units;
        int pci = OptionRomHeader.word(image, PCI_POINTER);
        if (OptionRomHeader.hasText(image, pci, "PCIR") && pci + PCI_LENGTH + 2 <= image.length) {
            image[pci + PCI_LENGTH] = (byte) units;
            image[pci + PCI_LENGTH + 1] = 0;
        }
    }
}
