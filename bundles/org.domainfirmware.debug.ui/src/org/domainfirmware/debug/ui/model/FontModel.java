package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.debug.VideoView;
import org.domainfirmware.emulator.device.vga.CharacterMaps;
import org.domainfirmware.emulator.device.vga.DisplayMode;

/** A character map of the display adapter's memory. Source: IBM VGA manual, "Alphanumeric modes", RAM-loadable character maps. */
public final class FontModel {
    /** Columns of the rows. */
    public static final List<Column> COLUMNS = List.of(Column.code("Character", 80), Column.code("Offset", 60),
            Column.code("Rows from the top", 420));
    private static final int CHARACTERS = 256;

    private FontModel() {
    }

    /**
     * A row for each character.
     *
     * @param map the bytes of the map
     * @param offset of the map in plane 2
     * @param lines of a character that are shown
     */
    public static List<Row> rows(byte[] map, int offset, int lines) {
        List<Row> rows = new ArrayList<>();
        for (int c = 0; c < CHARACTERS; c++) {
            StringBuilder bytes = new StringBuilder();
            for (int line = 0; line < lines; line++) {
                bytes.append(line == 0 ? "" : " ").append(String.format("%02X", map[c * CharacterMaps.CHARACTER + line]));
            }
            rows.add(Row.of("character " + c, String.format("%02Xh", c),
                    String.format("%04X", offset + c * CharacterMaps.CHARACTER), bytes.toString()));
        }
        return rows;
    }

    /** What the mode uses of the maps, in a sentence. */
    public static String use(VideoView video) {
        CharacterMaps maps = video.characterMaps();
        if (video.mode().kind() != DisplayMode.Kind.TEXT) {
            return "Not a text mode: these bytes of plane 2 are pixels, or left from a text mode.";
        }
        String which = maps.offsetA() == maps.offsetB() ? String.format("the map at %04Xh", maps.offsetA())
                : String.format("the map at %04Xh, and that at %04Xh for attributes with bit 3", maps.offsetB(), maps.offsetA());
        return "This mode shows " + which + ", " + maps.dots() + " x " + maps.rows() + " dots.";
    }
}
