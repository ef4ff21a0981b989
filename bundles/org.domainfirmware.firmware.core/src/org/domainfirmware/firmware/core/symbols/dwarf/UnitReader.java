package org.domainfirmware.firmware.core.symbols.dwarf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.domainfirmware.firmware.core.symbols.ByteCursor;
import org.domainfirmware.firmware.core.symbols.CorruptFile;

/** Reads .debug_info and .debug_abbrev into trees. Source: DWARF 5, 7.5. */
final class UnitReader {
    private static final int MAX_ENTRIES = 2_000_000;
    private static final int MAX_DEPTH = 256;
    private static final int UNIT_COMPILE = 1;
    private static final int UNIT_PARTIAL = 3;

    /** How entries of one shape are laid out. Specs are name, form pairs; values for FORM_IMPLICIT_CONST beside. */
    private record Abbreviation(int tag, boolean children, int[] specs, long[] implicit) { }

    private final Sections sections;
    private final AttributeReader attributes;
    private final Map<Long, Map<Long, Abbreviation>> tables = new HashMap<>();
    private int entries;

    UnitReader(Sections sections) {
        this.sections = sections;
        attributes = new AttributeReader(sections);
    }

    /**
     * Reads all units. One that is damaged is left out, with what stands before it kept.
     *
     * @param problems gets a sentence for each thing left out
     */
    List<CompileUnit> readAll(List<String> problems) {
        List<CompileUnit> units = new ArrayList<>();
        ByteCursor info = sections.section(".debug_info");
        try {
            while (info.hasMore()) {
                int start = info.position();
                long length = info.u32();
                boolean dwarf64 = length == 0xFFFFFFFFL;
                if (dwarf64) {
                    length = info.i64();
                }
                int bodyAt = info.position();
                ByteCursor body = info.slice(length);
                readOne(body, bodyAt, start, dwarf64, units, problems);
            }
        } catch (CorruptFile e) {
            problems.add("debug information ends early: " + e.getMessage());
        }
        return units;
    }

    private void readOne(ByteCursor body, int bodyAt, int start, boolean dwarf64, List<CompileUnit> units,
            List<String> problems) {
        try {
            CompileUnit unit = readUnit(body, bodyAt, start, dwarf64);
            if (unit != null && unit.root != null) {
                units.add(unit);
            }
        } catch (CorruptFile e) {
            problems.add("unit at " + start + " left out: " + e.getMessage());
        }
    }

    private CompileUnit readUnit(ByteCursor c, int bodyAt, int start, boolean dwarf64) throws CorruptFile {
        int version = c.u16();
        if (version < 2 || version > 5) {
            throw new CorruptFile("DWARF version " + version);
        }
        long abbreviations;
        int addressSize;
        if (version >= 5) {
            int type = c.u8();
            addressSize = c.u8();
            abbreviations = c.unsigned(dwarf64 ? 8 : 4);
            if (type != UNIT_COMPILE && type != UNIT_PARTIAL) {
                return null;
            }
        } else {
            abbreviations = c.unsigned(dwarf64 ? 8 : 4);
            addressSize = c.u8();
        }
        CompileUnit unit = new CompileUnit(version, addressSize, start, dwarf64);
        Map<Long, Abbreviation> table = tables.get(abbreviations);
        if (table == null) {
            table = readAbbreviations(abbreviations);
            tables.put(abbreviations, table);
        }
        readTree(c, bodyAt, unit, table);
        return unit;
    }

    private void readTree(ByteCursor c, int bodyAt, CompileUnit unit, Map<Long, Abbreviation> table)
            throws CorruptFile {
        Deque<Entry> open = new ArrayDeque<>();
        while (c.hasMore()) {
            int offset = bodyAt + c.position();
            long code = c.uleb();
            if (code == 0) {
                if (!open.isEmpty()) {
                    open.pop();
                }
                if (open.isEmpty()) {
                    return;
                }
                continue;
            }
            Abbreviation shape = table.get(code);
            if (shape == null || ++entries > MAX_ENTRIES || open.size() > MAX_DEPTH) {
                throw new CorruptFile(shape == null ? "no abbreviation " + code : "more entries than fit");
            }
            Entry entry = new Entry(unit, offset, shape.tag(), readAttributes(c, unit, shape));
            if (unit.root == null) {
                unit.root = entry;
                takeBases(unit, entry);
            } else if (!open.isEmpty()) {
                open.peek().children.add(entry);
            }
            if (shape.children()) {
                open.push(entry);
            } else if (open.isEmpty()) {
                return;
            }
        }
    }

    private List<Attribute> readAttributes(ByteCursor c, CompileUnit unit, Abbreviation shape) throws CorruptFile {
        List<Attribute> list = new ArrayList<>(shape.implicit().length);
        for (int i = 0; i < shape.implicit().length; i++) {
            list.add(attributes.read(c, unit, shape.specs()[2 * i], shape.specs()[2 * i + 1], shape.implicit()[i]));
        }
        return list;
    }

    private static void takeBases(CompileUnit unit, Entry root) {
        unit.strOffsetsBase = root.number(Dw.AT_STR_OFFSETS_BASE, 0);
        unit.addrBase = root.number(Dw.AT_ADDR_BASE, 0);
        unit.rnglistsBase = root.number(Dw.AT_RNGLISTS_BASE, 0);
        unit.loclistsBase = root.number(Dw.AT_LOCLISTS_BASE, 0);
    }

    private Map<Long, Abbreviation> readAbbreviations(long offset) throws CorruptFile {
        Map<Long, Abbreviation> table = new HashMap<>();
        ByteCursor c = sections.section(".debug_abbrev");
        c.seek(offset);
        while (c.hasMore()) {
            long code = c.uleb();
            if (code == 0) {
                break;
            }
            int tag = (int) c.uleb();
            boolean children = c.u8() != 0;
            List<long[]> specs = new ArrayList<>();
            while (true) {
                long name = c.uleb();
                long form = c.uleb();
                long implicit = form == Dw.FORM_IMPLICIT_CONST ? c.sleb() : 0;
                if (name == 0 && form == 0) {
                    break;
                }
                specs.add(new long[] {name, form, implicit});
            }
            int[] pairs = new int[2 * specs.size()];
            long[] implicit = new long[specs.size()];
            for (int i = 0; i < specs.size(); i++) {
                pairs[2 * i] = (int) specs.get(i)[0];
                pairs[2 * i + 1] = (int) specs.get(i)[1];
                implicit[i] = specs.get(i)[2];
            }
            table.put(code, new Abbreviation(tag, children, pairs, implicit));
        }
        return table;
    }
}
