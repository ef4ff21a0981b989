package org.domainfirmware.emulator.device.vga;

/**
 * Where the fonts of text modes are in plane 2. A map has 256 characters of 32 rows, most significant bit left.
 *
 * @param offsetA in the plane, of the map for characters with attribute bit 3 set
 * @param offsetB in the plane, of the map for the others
 * @param rows of a character that are shown, 1 to 32
 * @param dots of a character: 8, or 9 with a column that is not in the map
 */
public record CharacterMaps(int offsetA, int offsetB, int rows, int dots) {
    /** Maps in the plane. */
    public static final int COUNT = 8;
    /** Bytes of a map. */
    public static final int SIZE = 8192;
    /** Bytes of a character in a map. */
    public static final int CHARACTER = 32;

    static CharacterMaps of(VgaParts parts) {
        Sequencer sequencer = parts.sequencer();
        return new CharacterMaps(sequencer.fontOffset(true), sequencer.fontOffset(false), parts.crtc().rowLines(),
                sequencer.characterDots());
    }

    /** Offset in the plane of map 0 to 7, as the Character Map Select register numbers them. */
    public static int offset(int map) {
        return Sequencer.mapOffset(map & COUNT - 1);
    }
}
