package org.domainfirmware.emulator.device.vga.screen;

import java.util.List;

/**
 * The characters of a text mode, by code page 437 whatever font is loaded. In graphics modes it has
 * no rows.
 */
public final class ScreenText {
    /** What graphics modes have. */
    public static final ScreenText EMPTY = new ScreenText(List.of(), 0, new byte[0], -1, -1);

    private final List<String> rows;
    private final int columns;
    private final byte[] attributes;
    private final int cursorColumn;
    private final int cursorRow;

    ScreenText(List<String> rows, int columns, byte[] attributes, int cursorColumn, int cursorRow) {
        this.rows = List.copyOf(rows);
        this.columns = columns;
        this.attributes = attributes;
        this.cursorColumn = cursorColumn;
        this.cursorRow = cursorRow;
    }

    /** Rows from the top, each of {@link #columns} characters, trailing blanks included. */
    public List<String> rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** Attribute byte of a cell: bits 0-3 foreground, 4-6 background, 7 blink or bright background. */
    public int attribute(int column, int row) {
        return attributes[row * columns + column] & 0xFF;
    }

    /** The cursor is switched on and on the screen (whichever half of its blinking it is in). */
    public boolean cursorVisible() {
        return cursorRow >= 0;
    }

    /** Column of the cursor, or -1. */
    public int cursorColumn() {
        return cursorColumn;
    }

    /** Row of the cursor, or -1. */
    public int cursorRow() {
        return cursorRow;
    }

    /** The rows without trailing blanks, a newline after each. */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (String row : rows) {
            out.append(row.stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
