package org.domainfirmware.debug.ui.model;

import java.util.List;

/** Rows as text, for the clipboard and for files. */
public final class RowText {
    private RowText() {
    }

    /** Columns with tabs between, children indented by two spaces. */
    public static String tabbed(List<String> titles, List<Row> rows) {
        StringBuilder out = new StringBuilder(String.join("\t", titles)).append('\n');
        tabbed(rows, "", out);
        return out.toString();
    }

    private static void tabbed(List<Row> rows, String indent, StringBuilder out) {
        for (Row row : rows) {
            out.append(indent).append(String.join("\t", row.cells())).append('\n');
            tabbed(row.children(), indent + "  ", out);
        }
    }

    /** Comma-separated values as RFC 4180 has them; a first column says how deep a row is. */
    public static String csv(List<String> titles, List<Row> rows) {
        StringBuilder out = new StringBuilder("Level");
        titles.forEach(t -> out.append(',').append(quoted(t)));
        out.append("\r\n");
        csv(rows, 0, titles.size(), out);
        return out.toString();
    }

    private static void csv(List<Row> rows, int level, int columns, StringBuilder out) {
        for (Row row : rows) {
            out.append(level);
            for (int i = 0; i < columns; i++) {
                out.append(',').append(quoted(row.cell(i)));
            }
            out.append("\r\n");
            csv(row.children(), level + 1, columns, out);
        }
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
