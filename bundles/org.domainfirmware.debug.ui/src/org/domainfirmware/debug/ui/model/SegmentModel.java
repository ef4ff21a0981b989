package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.debug.EntryCheck;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.SegmentView;

/** Segment registers with their hidden parts in words, and the checks of a VM entry. Source: SDM volume 3, 3.4 and 26.3.1. */
public final class SegmentModel {
    private static final int[] ORDER = {1, 2, 3, 0, 4, 5, 7, 6};
    private static final int TASK = 6;
    private static final int BIG = 1 << 14;

    private SegmentModel() {
    }

    /** All rows of the view. */
    public static List<Row> rows(RegistersView r, List<EntryCheck> checks, SymbolNames names) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("mode", "Mode", "", "", "", CpuMode.describe(r)
                + (r.halted() ? ", halted" : "")).with(Row.Tone.HEADING));
        for (int number : ORDER) {
            rows.add(segment(r, r.segment(number), number, names));
        }
        rows.add(table("GDTR", r.gdtBase(), r.gdtLimit()));
        rows.add(table("IDTR", r.idtBase(), r.idtLimit()));
        rows.add(entry(checks));
        return rows;
    }

    private static Row segment(RegistersView r, SegmentView s, int number, SymbolNames names) {
        String words = DescriptorWords.rights(s.access());
        boolean real = !CpuMode.isProtected(r) && number < TASK;
        boolean unreal = real && CpuMode.isUnreal(s);
        if (unreal) {
            words = unrealWords(s, loaded(s, names)) + words;
        } else if (CpuMode.isProtected(r) && !CpuMode.isVm86(r)) {
            words += loaded(s, names);
        }
        Row row = Row.of(s.name(), s.name(), String.format("%04X", s.selector()), String.format("%08X", s.base()),
                String.format("%08X", s.limit()), words).about(s);
        boolean unusable = (s.access() & DescriptorWords.UNUSABLE) != 0;
        return unreal ? row.with(Row.Tone.WARNING) : unusable ? row.with(Row.Tone.DIM) : row;
    }

    /** Where limit and rights came from; "" when that is not known. */
    private static String loaded(SegmentView s, SymbolNames names) {
        if (s.loadedAt() < 0) {
            return "";
        }
        String where = names.nameAt((int) s.loadedAt());
        return String.format("; loaded at %05X%s", s.loadedAt(), where.isEmpty() ? "" : " in " + where);
    }

    private static String unrealWords(SegmentView s, String loaded) {
        List<String> why = new ArrayList<>();
        if (s.limit() != 0xFFFF) {
            why.add("limit is not FFFFh");
        }
        boolean wide = (s.access() & BIG) != 0;
        if (wide && s.name().equals("SS")) {
            why.add("B=1: the stack pointer is ESP");
        } else if (wide && s.name().equals("CS")) {
            why.add("D=1: 32-bit code");
        }
        if (s.base() != s.selector() << 4) {
            why.add(String.format("base is not %05Xh", s.selector() << 4));
        }
        return "UNREAL (" + String.join(", ", why) + loaded + "): ";
    }

    private static Row table(String name, int base, int limit) {
        return Row.of(name, name, "", String.format("%08X", base), String.format("%04X", limit), "");
    }

    private static Row entry(List<EntryCheck> checks) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        Map<String, String> sections = new HashMap<>();
        int failed = 0;
        for (EntryCheck check : checks) {
            List<Row> group = groups.computeIfAbsent(check.group(), g -> new ArrayList<>());
            sections.put(check.group(), "SDM volume 3C, " + check.section());
            String verdict = check.passes() ? "holds" : "FAILS";
            group.add(Row.of(check.rule(), verdict, "", "", "", check.rule() + ": " + check.values())
                    .with(check.passes() ? Row.Tone.GOOD : Row.Tone.ERROR));
            failed += check.passes() ? 0 : 1;
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach((name, members) -> {
            long bad = members.stream().filter(m -> m.tone() == Row.Tone.ERROR).count();
            String count = bad == 0 ? "all hold" : bad + " fail";
            rows.add(Row.of(name, name, count, "", "", sections.get(name)).with(bad == 0 ? Row.Tone.GOOD : Row.Tone.ERROR).with(members));
        });
        String verdict = failed == 0 ? "would pass" : "would fail: " + failed + " of " + checks.size() + " checks";
        return Row.of("entry", "VM entry", "", "", "", verdict).with(Row.Tone.HEADING).with(rows);
    }
}
