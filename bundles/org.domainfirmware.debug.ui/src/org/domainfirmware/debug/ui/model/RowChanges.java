package org.domainfirmware.debug.ui.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what changed since the last stop: rows are the same by their keys along the path from the root, and each cell
 * is compared. At the first stop nothing counts as changed.
 */
public final class RowChanges {
    private static final char SEPARATOR = '\u0000';

    private Map<String, List<String>> before = Map.of();
    private Set<String> changed = Set.of();

    /** Takes the rows of a new stop. */
    public void stop(List<Row> rows) {
        Map<String, List<String>> now = new HashMap<>();
        Set<String> found = new HashSet<>();
        boolean first = before.isEmpty();
        visit("", rows, now, found);
        before = now;
        changed = first ? Set.of() : found;
    }

    private void visit(String path, List<Row> rows, Map<String, List<String>> now, Set<String> found) {
        for (Row row : rows) {
            String place = path + SEPARATOR + row.key();
            List<String> old = before.get(place);
            now.put(place, row.cells());
            for (int column = 0; column < row.cells().size(); column++) {
                if (old == null || column >= old.size() || !old.get(column).equals(row.cells().get(column))) {
                    found.add(cell(place, column));
                }
            }
            visit(place, row.children(), now, found);
        }
    }

    private static String cell(String place, int column) {
        return place + SEPARATOR + SEPARATOR + column;
    }

    /**
     * True when a cell is new or different.
     *
     * @param path keys from the root to the row
     */
    public boolean changed(List<String> path, int column) {
        return !changed.isEmpty() && changed.contains(cell(SEPARATOR + String.join(String.valueOf(SEPARATOR), path), column));
    }

    /** Forgets everything: another guest. */
    public void forget() {
        before = Map.of();
        changed = Set.of();
    }
}
