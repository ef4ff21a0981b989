package org.domainfirmware.firmware.core.rom;

/**
 * A part of an image.
 *
 * @param offset in the image, in bytes
 * @param size   in bytes, at least 1
 */
public record RomPiece(Kind kind, String name, int offset, int size) {
    /** What a part is. */
    public enum Kind {
        HEADER, FUNCTION, DATA, ENTRY, FREE
    }

    public int end() {
        return offset + size;
    }
}
