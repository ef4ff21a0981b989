package org.domainfirmware.firmware.core.symbols.dwarf;

import org.domainfirmware.firmware.core.symbols.ByteCursor;
import org.domainfirmware.firmware.core.symbols.CorruptFile;

/** The expression that holds at an address: .debug_loc, .debug_loclists. Source: DWARF 5, 2.6.2 and 7.29. */
final class LocationLists {
    private static final int MAX_ITEMS = 65_536;

    private final Sections sections;

    LocationLists(Sections sections) {
        this.sections = sections;
    }

    /** The expression for an address, or null when the list has none there. */
    byte[] find(CompileUnit unit, Attribute list, long pc) throws CorruptFile {
        return unit.version >= 5 ? findNew(unit, list, pc) : findOld(unit, list.number(), pc);
    }

    private byte[] findOld(CompileUnit unit, long offset, long pc) throws CorruptFile {
        ByteCursor c = sections.section(".debug_loc");
        c.seek(offset);
        long base = unit.lowPc();
        long escape = unit.addressSize == 4 ? 0xFFFFFFFFL : -1;
        for (int i = 0; i < MAX_ITEMS; i++) {
            long from = c.unsigned(unit.addressSize);
            long to = c.unsigned(unit.addressSize);
            if (from == 0 && to == 0) {
                return null;
            }
            if (from == escape) {
                base = to;
                continue;
            }
            byte[] expression = c.bytes(c.u16());
            if (pc >= base + from && pc < base + to) {
                return expression;
            }
        }
        return null;
    }

    private byte[] findNew(CompileUnit unit, Attribute a, long pc) throws CorruptFile {
        ByteCursor c = sections.section(".debug_loclists");
        c.seek(RangeLists.offsetOf(c, unit, a, unit.loclistsBase));
        long base = unit.lowPc();
        byte[] otherwise = null;
        for (int i = 0; i < MAX_ITEMS; i++) {
            int kind = c.u8();
            long from;
            long to;
            switch (kind) {
                case 0 -> {
                    return otherwise;
                }
                case 1 -> {
                    base = sections.indexedAddress(unit, c.uleb());
                    continue;
                }
                case 2 -> {
                    from = sections.indexedAddress(unit, c.uleb());
                    to = sections.indexedAddress(unit, c.uleb());
                }
                case 3 -> {
                    from = sections.indexedAddress(unit, c.uleb());
                    to = from + c.uleb();
                }
                case 4 -> {
                    from = base + c.uleb();
                    to = base + c.uleb();
                }
                case 5 -> {
                    otherwise = c.bytes(c.uleb());
                    continue;
                }
                case 6 -> {
                    base = c.unsigned(unit.addressSize);
                    continue;
                }
                case 7 -> {
                    from = c.unsigned(unit.addressSize);
                    to = c.unsigned(unit.addressSize);
                }
                case 8 -> {
                    from = c.unsigned(unit.addressSize);
                    to = from + c.uleb();
                }
                case 9 -> {
                    // A view pair: two numbers beside the addresses, of no use here.
                    c.uleb();
                    c.uleb();
                    continue;
                }
                default -> throw new CorruptFile("location list entry " + kind);
            }
            byte[] expression = c.bytes(c.uleb());
            if (pc >= from && pc < to) {
                return expression;
            }
        }
        return otherwise;
    }
}
