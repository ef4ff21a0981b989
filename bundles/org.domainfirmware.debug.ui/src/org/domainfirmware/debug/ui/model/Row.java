package org.domainfirmware.debug.ui.model;

import java.util.List;

/**
 * A line of a table or tree, ready to be shown.
 *
 * @param key what it is: the same at the next stop, different from its sisters
 * @param cells a text a column
 * @param subject what it is about, for actions on it; null when nothing can be done
 */
public record Row(String key, List<String> cells, Tone tone, List<Row> children, Object subject) {
    /** How it looks. */
    public enum Tone { NORMAL, HEADING, GOOD, WARNING, ERROR, DIM, CURRENT }

    public Row {
        cells = List.copyOf(cells);
        children = List.copyOf(children);
    }

    public static Row of(String key, String... cells) {
        return new Row(key, List.of(cells), Tone.NORMAL, List.of(), null);
    }

    public Row with(Tone newTone) {
        return new Row(key, cells, newTone, children, subject);
    }

    public Row with(List<Row> newChildren) {
        return new Row(key, cells, tone, newChildren, subject);
    }

    public Row about(Object newSubject) {
        return new Row(key, cells, tone, children, newSubject);
    }

    /** The text of a column, "" where there is none. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
