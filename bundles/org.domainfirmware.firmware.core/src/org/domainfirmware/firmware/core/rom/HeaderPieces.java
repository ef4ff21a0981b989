package org.domainfirmware.firmware.core.rom;

import java.util.ArrayList;
import java.util.List;

/** Which bytes of an option ROM are its headers. */
final class HeaderPieces {
    private static final int OLD_HEADER = 3;
    private static final int HEADER = 0x1C;
    private static final int PCI_POINTER = 0x18;
    private static final int PNP_POINTER = 0x1A;
    private static final int PCI_SIZE = 0x0A;
    private static final int PNP_SIZE = 5;
    private static final int PARAGRAPH = 16;

    private HeaderPieces() {
    }

    static List<RomPiece> of(byte[] image) {
        List<RomPiece> all = new ArrayList<>();
        int pci = OptionRomHeader.word(image, PCI_POINTER);
        int pnp = OptionRomHeader.word(image, PNP_POINTER);
        boolean hasPci = OptionRomHeader.hasText(image, pci, "PCIR");
        boolean hasPnp = OptionRomHeader.hasText(image, pnp, "$PnP");
        // A ROM without these structures may have code right behind its length.
        int size = hasPci || hasPnp ? HEADER : OLD_HEADER;
        VmiHeader.of(image).ifPresentOrElse(vmi -> add(vmi.describe(), 0, VmiHeader.SIZE, image, all),
                () -> add("option ROM header", 0, size, image, all));
        if (hasPci) {
            add("PCI data structure", pci, OptionRomHeader.word(image, pci + PCI_SIZE), image, all);
        }
        if (hasPnp && pnp + PNP_SIZE < image.length) {
            add("Plug and Play header", pnp, (image[pnp + PNP_SIZE] & 0xFF) * PARAGRAPH, image, all);
        }
        return all;
    }

    private static void add(String name, int at, int size, byte[] image, List<RomPiece> all) {
        int end = Math.min(at + size, image.length);
        if (end > at && all.stream().noneMatch(p -> p.offset() < end && at < p.end())) {
            all.add(new RomPiece(RomPiece.Kind.HEADER, name, at, end - at));
        }
    }
}
