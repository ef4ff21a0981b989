package org.domainfirmware.firmware.core.symbols.dwarf;

import java.util.ArrayList;
import java.util.List;

/** A debugging information entry with its children. */
final class Entry {
    final CompileUnit unit;
    /** Offset in .debug_info. */
    final int offset;
    final int tag;
    private final List<Attribute> attributes;
    final List<Entry> children = new ArrayList<>(0);

    Entry(CompileUnit unit, int offset, int tag, List<Attribute> attributes) {
        this.unit = unit;
        this.offset = offset;
        this.tag = tag;
        this.attributes = attributes;
    }

    /** An attribute, or null. */
    Attribute get(int name) {
        for (Attribute a : attributes) {
            if (a.name() == name) {
                return a;
            }
        }
        return null;
    }

    long number(int name, long absent) {
        Attribute a = get(name);
        return a == null ? absent : a.number();
    }

    /** The string of an attribute, or null. */
    String text(int name) {
        Attribute a = get(name);
        return a == null ? null : a.text();
    }
}
