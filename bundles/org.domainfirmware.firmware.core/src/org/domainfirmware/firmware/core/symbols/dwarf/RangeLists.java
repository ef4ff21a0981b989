package org.domainfirmware.firmware.core.symbols.dwarf;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.firmware.core.symbols.AddressRange;
import org.domainfirmware.firmware.core.symbols.ByteCursor;
import org.domainfirmware.firmware.core.symbols.CorruptFile;

/** The code an entry covers: low_pc and high_pc, .debug_ranges, .debug_rnglists. Source: DWARF 5, 2.17 and 7.25. */
final class RangeLists {
    private static final int MAX_RANGES = 65_536;

    private final Sections sections;

    RangeLists(Sections sections) {
        this.sections = sections;
    }

    List<AddressRange> of(Entry entry) throws CorruptFile {
        Attribute ranges = entry.get(Dw.AT_RANGES);
        if (ranges != null) {
            return entry.unit.version >= 5 ? readNew(entry.unit, ranges) : readOld(entry.unit, ranges.number());
        }
        Attribute low = entry.get(Dw.AT_LOW_PC);
        if (low == null) {
            return List.of();
        }
        Attribute high = entry.get(Dw.AT_HIGH_PC);
        long end = high == null ? low.number() + 1
                : high.form() == Dw.FORM_ADDR ? high.number() : low.number() + high.number();
        return end > low.number() ? List.of(new AddressRange(low.number(), end)) : List.of();
    }

    private List<AddressRange> readOld(CompileUnit unit, long offset) throws CorruptFile {
        ByteCursor c = sections.section(".debug_ranges");
        c.seek(offset);
        List<AddressRange> list = new ArrayList<>();
        long base = unit.lowPc();
        long escape = unit.addressSize == 4 ? 0xFFFFFFFFL : -1;
        while (list.size() < MAX_RANGES) {
            long from = c.unsigned(unit.addressSize);
            long to = c.unsigned(unit.addressSize);
            if (from == 0 && to == 0) {
                break;
            }
            if (from == escape) {
                base = to;
            } else if (to > from) {
                list.add(new AddressRange(base + from, base + to));
            }
        }
        return list;
    }

    private List<AddressRange> readNew(CompileUnit unit, Attribute a) throws CorruptFile {
        ByteCursor c = sections.section(".debug_rnglists");
        c.seek(offsetOf(c, unit, a, unit.rnglistsBase));
        List<AddressRange> list = new ArrayList<>();
        long base = unit.lowPc();
        while (list.size() < MAX_RANGES) {
            int kind = c.u8();
            switch (kind) {
                case 0 -> {
                    return list;
                }
                case 1 -> base = sections.indexedAddress(unit, c.uleb());
                case 2 -> add(list, sections.indexedAddress(unit, c.uleb()), sections.indexedAddress(unit, c.uleb()));
                case 3 -> {
                    long from = sections.indexedAddress(unit, c.uleb());
                    add(list, from, from + c.uleb());
                }
                case 4 -> add(list, base + c.uleb(), base + c.uleb());
                case 5 -> base = c.unsigned(unit.addressSize);
                case 6 -> add(list, c.unsigned(unit.addressSize), c.unsigned(unit.addressSize));
                case 7 -> {
                    long from = c.unsigned(unit.addressSize);
                    add(list, from, from + c.uleb());
                }
                default -> throw new CorruptFile("range list entry " + kind);
            }
        }
        return list;
    }

    /** Section offset of a list given directly or by its index behind a base. */
    static long offsetOf(ByteCursor section, CompileUnit unit, Attribute a, long base) throws CorruptFile {
        if (a.form() != Dw.FORM_RNGLISTX && a.form() != Dw.FORM_LOCLISTX) {
            return a.number();
        }
        int w = unit.offsetSize();
        long from = base == 0 ? unit.dwarf64 ? 20 : 12 : base;
        section.seek(from + a.number() * w);
        return from + section.unsigned(w);
    }

    private static void add(List<AddressRange> list, long from, long to) {
        if (to > from) {
            list.add(new AddressRange(from, to));
        }
    }
}
