package org.domainfirmware.debug.ui.model;

import java.util.List;

/**
 * Keyboards as people have them: what the keys of the main block give without Shift, by their places. A place is the set-1
 * make code that a PC's keyboard sends from there, whatever is printed on the key.
 */
public enum KeyboardLayout {
    US("US", "`1234567890-=", "qwertyuiop[]", "asdfghjkl;'\\", " zxcvbnm,./"),
    UK("UK", "`1234567890-=", "qwertyuiop[]", "asdfghjkl;'#", "\\zxcvbnm,./"),
    GERMAN("German", "^1234567890\u00DF\u00B4", "qwertzuiop\u00FC+", "asdfghjkl\u00F6\u00E4#", "<yxcvbnm,.-"),
    SWISS_GERMAN("Swiss German", "\u00A71234567890'^", "qwertzuiop\u00FC\u00A8", "asdfghjkl\u00F6\u00E4$", "<yxcvbnm,.-"),
    FRENCH("French", "\u00B2&\u00E9\"'(-\u00E8_\u00E7\u00E0)=", "azertyuiop^$", "qsdfghjklm\u00F9*", "<wxcvbn,;:!"),
    SPANISH("Spanish", "\u00BA1234567890'\u00A1", "qwertyuiop`+", "asdfghjkl\u00F1\u00B4\u00E7", "<zxcvbnm,.-"),
    ITALIAN("Italian", "\\1234567890'\u00EC", "qwertyuiop\u00E8+", "asdfghjkl\u00F2\u00E0\u00F9", "<zxcvbnm,.-"),
    SWEDISH("Swedish, Finnish", "\u00A71234567890+\u00B4", "qwertyuiop\u00E5\u00A8", "asdfghjkl\u00F6\u00E4'", "<zxcvbnm,.-");

    /** Make codes of the places, row by row from the upper left. Source: IBM Personal System/2 reference, keyboard. */
    private static final int[][] PLACES = {
        {0x29, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D},
        {0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1B},
        {0x1E, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x28, 0x2B},
        {0x56, 0x2C, 0x2D, 0x2E, 0x2F, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35}};

    private final String words;
    private final List<String> rows;

    /** @param rows a character a key; a blank where there is no key */
    KeyboardLayout(String words, String... rows) {
        this.words = words;
        this.rows = List.of(rows);
    }

    /** For a menu. */
    public String words() {
        return words;
    }

    /** Make code of the key that gives a character without Shift, 0 when there is none. */
    public int code(int character) {
        for (int row = 0; row < PLACES.length && character != ' '; row++) {
            int place = rows.get(row).indexOf(character);
            if (place >= 0) {
                return PLACES[row][place];
            }
        }
        return 0;
    }
}
