package org.domainfirmware.debug.ui.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what changed since the last stop: rows are the same by their keys along the path from the root, and each cell
 * is compared. At the first stop nothing counts as changed. Rows of one stop may come several times, after an edit for
 * instance; they are held against the stop before it each time.
 */
public final class RowChanges {
    private static final char SEPARATOR = '\u0000';

    private Map<String, List<String>> before = Map.of();
    private Map<String, List<String>> latest = Map.of();
    private long stop = Long.MIN_VALUE;
    private Set<String> changed = Set.of();
    /** Rows that have a change somewhere below. */
    private Set<String> above = Set.of();

    /**
     * Takes the rows of a stop.
     *
     * @param number another one for another stop
     */
    public void stop(long number, List<Row> rows) {
        if (number != stop) {
            stop = number;
            before = latest;
        }
        latest = compare(before, rows);
    }

    /** Takes the rows of a guest that runs, which are held against its last stop. */
    public void running(List<Row> rows) {
        compare(latest, rows);
    }

    private Map<String, List<String>> compare(Map<String, List<String>> old, List<Row> rows) {
        Map<String, List<String>> now = new HashMap<>();
        Set<String> found = new HashSet<>();
        Set<String> parents = new HashSet<>();
        visit("", rows, new Maps(old, now, found, parents));
        changed = old.isEmpty() ? Set.of() : found;
        above = old.isEmpty() ? Set.of() : parents;
        return now;
    }

    /** What a comparison reads and fills. */
    private record Maps(Map<String, List<String>> old, Map<String, List<String>> now, Set<String> found, Set<String> parents) { }

    /** True when something changed in the rows. */
    private static boolean visit(String path, List<Row> rows, Maps maps) {
        boolean any = false;
        for (Row row : rows) {
            String place = path + SEPARATOR + row.key();
            List<String> cells = maps.old().get(place);
            maps.now().put(place, row.cells());
            for (int column = 0; column < row.cells().size(); column++) {
                if (cells == null || column >= cells.size() || !cells.get(column).equals(row.cells().get(column))) {
                    maps.found().add(cell(place, column));
                    any = true;
                }
            }
            if (visit(place, row.children(), maps)) {
                maps.parents().add(place);
                any = true;
            }
        }
        return any;
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

    /**
     * True when something below a row changed.
     *
     * @param path keys from the root to the row
     */
    public boolean changedBelow(List<String> path) {
        return !above.isEmpty() && above.contains(SEPARATOR + String.join(String.valueOf(SEPARATOR), path));
    }

    /** Forgets everything: another guest. */
    public void forget() {
        before = Map.of();
        latest = Map.of();
        stop = Long.MIN_VALUE;
        changed = Set.of();
        above = Set.of();
    }
}
