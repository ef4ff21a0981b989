package org.domainfirmware.firmware.core.rom;

import java.util.Locale;
import java.util.Optional;

/**
 * The header of a hypervisor's ROM with the virtual machine interface (VMI): that of an expansion ROM, with the interface's
 * signature and version in between, and symbol information from 40h to 7Fh.
 *
 * @param major version of the interface, 0-255
 * @param minor likewise
 * @param symbols whether the symbol area holds an ELF header
 */
public record VmiHeader(int major, int minor, boolean symbols) {
    /** Bytes, symbol area included. */
    public static final int SIZE = 128;
    private static final int SIGNATURE = 8;
    private static final int MINOR = 12;
    private static final int MAJOR = 13;
    private static final int SYMBOLS = 64;

    /** The header of an image; empty when it is no hypervisor's ROM. */
    public static Optional<VmiHeader> of(byte[] image) {
        if (image.length < SIZE || !OptionRomHeader.isOptionRom(image) || !OptionRomHeader.hasText(image, SIGNATURE, "cVmi")) {
            return Optional.empty();
        }
        return Optional.of(new VmiHeader(image[MAJOR] & 0xFF, image[MINOR] & 0xFF, OptionRomHeader.hasText(image, SYMBOLS, "\u007fELF")));
    }

    /** For people. */
    public String describe() {
        return String.format(Locale.ROOT, "VMI hypervisor ROM header, interface %d.%d, %s", major, minor, symbols ? "with symbols" : "no symbols");
    }
}
