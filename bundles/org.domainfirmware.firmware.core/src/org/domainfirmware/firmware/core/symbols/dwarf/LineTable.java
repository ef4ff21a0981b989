package org.domainfirmware.firmware.core.symbols.dwarf;

import java.util.List;

/**
 * The line table of a unit.
 *
 * @param files by the numbers entries use; unknown numbers give ""
 * @param firstFile number of the first of them: 1, or 0 from version 5 on
 */
record LineTable(List<String> files, int firstFile, List<Row> rows) {
    static final LineTable EMPTY = new LineTable(List.of(), 0, List.of());

    /** One row; a sequence ends with one that has {@code end}. */
    record Row(long address, int file, int line, int column, boolean statement, boolean end) { }

    String file(long number) {
        long i = number - firstFile;
        return i >= 0 && i < files.size() ? files.get((int) i) : "";
    }
}
