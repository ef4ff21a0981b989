package org.domainfirmware.firmware.core.rom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of an expansion ROM: 55 AA, length in 512-byte units, at 18h the offset of the PCI data structure (PCI Firmware
 * Specification 3.0, section 5.1), at 1Ah that of the Plug and Play header (PnP BIOS Specification 1.0A, section 3.2).
 */
public final class OptionRomHeader {
    static final int UNIT = 512;
    private static final int PCI_POINTER = 0x18;
    private static final int PNP_POINTER = 0x1A;
    private static final int PCI_LENGTH = 0x10;

    private OptionRomHeader() {
    }

    /** True when the image starts as an expansion ROM does. */
    public static boolean isOptionRom(byte[] image) {
        return image.length >= 4 && image[0] == 0x55 && image[1] == (byte) 0xAA;
    }

    /** Why a BIOS will not run an image as an expansion ROM; empty when it will. */
    public static Optional<String> refusal(byte[] image) {
        if (!isOptionRom(image)) {
            return Optional.of("It does not start with 55 AA: a BIOS will not run this ROM");
        }
        int length = (image[2] & 0xFF) * UNIT;
        if (length == 0) {
            return Optional.of("The length byte at offset 2 is 0: a BIOS will not run this ROM");
        }
        if (length > image.length) {
            return Optional.of("The header says " + length + " bytes, the image has only " + image.length);
        }
        int sum = RomChecksum.sum(image, 0, length);
        return sum == 0 ? Optional.empty()
                : Optional.of(String.format("The bytes add up to %02Xh instead of 0: a BIOS will not run this ROM", sum));
    }

    /** What is wrong with it, in sentences. */
    public static List<String> check(byte[] image) {
        List<String> wrong = new ArrayList<>();
        refusal(image).ifPresent(wrong::add);
        int length = (image[2] & 0xFF) * UNIT;
        if (length > 0 && length < image.length) {
            wrong.add("The image goes on " + (image.length - length) + " bytes after the length of its header");
        }
        pci(image, length, wrong);
        pnp(image, wrong);
        return wrong;
    }

    private static void pci(byte[] image, int length, List<String> wrong) {
        int at = word(image, PCI_POINTER);
        // A small ROM without the structure may have code there: only a pointer to the signature counts.
        if (!hasText(image, at, "PCIR")) {
            return;
        }
        int pciLength = word(image, at + PCI_LENGTH) * UNIT;
        if (pciLength != length) {
            wrong.add("The PCI data structure says " + pciLength + " bytes, the header " + length);
        }
    }

    private static void pnp(byte[] image, List<String> wrong) {
        int at = word(image, PNP_POINTER);
        if (hasText(image, at, "$PnP") && at + 6 <= image.length) {
            int length = (image[at + 5] & 0xFF) * 16;
            if (at + length > image.length || RomChecksum.sum(image, at, length) != 0) {
                wrong.add("The Plug and Play header has a wrong checksum");
            }
        }
    }

    static int word(byte[] image, int at) {
        return at + 2 <= image.length ? image[at] & 0xFF | (image[at + 1] & 0xFF) << 8 : 0;
    }

    static boolean hasText(byte[] image, int at, String text) {
        if (at <= 0 || at + text.length() > image.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (image[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
