package org.domainfirmware.emulator.device.vga;

/**
 * How display memory becomes a picture.
 *
 * @param dispi set by the DISPI registers, not by those of the VGA
 * @param bitsPerPixel 0 in text modes
 * @param start offset in each plane of the first byte that is shown
 * @param pitch offsets in each plane from one row of memory to the next; 0 when rows are not apart by whole offsets
 */
public record DisplayMode(Kind kind, boolean dispi, int bitsPerPixel, int start, int pitch) {
    /** What a byte of a plane is. */
    public enum Kind {
        TEXT("text: characters in plane 0, attributes in plane 1, fonts in plane 2"),
        PLANES("16 colours: a bit of each plane a pixel"),
        INTERLEAVED("4 colours: two bits of a byte a pixel"),
        COLOURS_256("256 colours: a byte a pixel"),
        PACKED("pixels of whole bytes in order");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The same in words. */
        public String words() {
            return words;
        }
    }

    static DisplayMode of(VgaParts parts) {
        return parts.dispi().enabled() ? extended(parts.dispi()) : standard(parts);
    }

    /** Four bytes in order are one offset of the four planes. */
    private static DisplayMode extended(Dispi dispi) {
        int bits = dispi.bits();
        if (bits == 4) {
            return new DisplayMode(Kind.PLANES, true, bits, dispi.yOffset() * dispi.pitch() + dispi.xOffset() / 8, dispi.pitch());
        }
        int start = dispi.yOffset() * dispi.pitch() + dispi.xOffset() * ((bits + 7) / 8);
        return new DisplayMode(Kind.PACKED, true, bits, start / 4 & Vram.PLANE_OFFSETS - 1,
                dispi.pitch() % 4 == 0 ? dispi.pitch() / 4 : 0);
    }

    private static DisplayMode standard(VgaParts parts) {
        Crtc crtc = parts.crtc();
        int start = crtc.planeOffset(crtc.startAddress(), 0);
        int pitch = crtc.planeOffset(crtc.rowOffset(), 0);
        GraphicsController graphics = parts.graphics();
        if (!graphics.graphicsMode()) {
            return new DisplayMode(Kind.TEXT, false, 0, start, pitch);
        }
        if (graphics.shift256()) {
            return new DisplayMode(Kind.COLOURS_256, false, 8, start, pitch);
        }
        return graphics.shiftInterleave() ? new DisplayMode(Kind.INTERLEAVED, false, 2, start, pitch)
                : new DisplayMode(Kind.PLANES, false, 4, start, pitch);
    }
}
