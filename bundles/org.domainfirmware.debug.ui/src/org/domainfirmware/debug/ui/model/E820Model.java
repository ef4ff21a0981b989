package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.debug.E820View;

/**
 * The E820 map as firmware returned it, entry by entry, with what is wrong about it. Types are those of the ACPI
 * specification (Address Range Types): 1 RAM, 2 reserved, 3 ACPI data, 4 ACPI NVS, 5 unusable.
 */
public final class E820Model {
    private static final String[] TYPES = {"none", "RAM", "reserved", "ACPI data", "ACPI NVS", "unusable", "disabled",
        "persistent"};
    private static final int LEAST_SIZE = 20;
    private static final int RAM = 1;
    /** "SMAP", which a call and its answer carry (ACPI 6, 15.1). */
    private static final int SMAP = 0x534D4150;
    private static final long MIB = 1L << 20;

    /** A finding about the returned map; {@code entry} counts from 0 in the order returned. */
    public record Finding(int entry, String text) { }

    private E820Model() {
    }

    public static String type(int type) {
        return type > 0 && type < TYPES.length ? TYPES[type] : "type " + Integer.toUnsignedString(type);
    }

    /** The newest complete reading: from the last call with EBX=0 on. */
    public static List<E820View.Call> newestReading(E820View view) {
        List<E820View.Call> reading = new ArrayList<>();
        for (E820View.Call call : view.calls()) {
            if (call.continuation() == 0) {
                reading.clear();
            }
            reading.add(call);
        }
        return reading;
    }

    /** What is wrong with a reading. */
    public static List<Finding> findings(List<E820View.Call> reading, List<E820View.Entry> truth) {
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < reading.size(); i++) {
            E820View.Call call = reading.get(i);
            if (!call.failed()) {
                single(i, call, truth, found);
                againstOthers(i, reading, found);
            }
        }
        if (!reading.isEmpty()) {
            E820View.Call last = reading.get(reading.size() - 1);
            if (last.next() != 0 && !last.failed()) {
                found.add(new Finding(reading.size() - 1, "the caller stopped before the end of the map"));
            }
        }
        return found;
    }

    private static void single(int i, E820View.Call call, List<E820View.Entry> truth, List<Finding> found) {
        E820View.Entry e = call.entry();
        if (e.length() == 0) {
            found.add(new Finding(i, "impossible: its length is 0"));
        } else if (Long.compareUnsigned(e.base() + e.length() - 1, e.base()) < 0) {
            found.add(new Finding(i, "impossible: it ends beyond 2^64"));
        }
        if (call.signature() != SMAP) {
            found.add(new Finding(i, String.format("EAX came back as %08X, not as 534D4150h: systems give up here", call.signature())));
        }
        if (call.next() != 0 && call.next() == call.continuation()) {
            found.add(new Finding(i, "EBX came back unchanged: the caller gets this entry for ever"));
        }
        if (e.type() == 0) {
            found.add(new Finding(i, "impossible: there is no type 0"));
        }
        if (call.size() < LEAST_SIZE) {
            found.add(new Finding(i, "impossible: " + call.size() + " bytes were returned, an entry has 20"));
        }
        if (e.type() == RAM && e.length() != 0 && !covered(e, truth)) {
            found.add(new Finding(i, "the machine has no RAM in part of it"));
        }
    }

    private static boolean covered(E820View.Entry e, List<E820View.Entry> truth) {
        long at = e.base();
        long end = e.base() + e.length();
        for (E820View.Entry t : truth) {
            if (t.type() == RAM && Long.compareUnsigned(t.base(), at) <= 0
                    && Long.compareUnsigned(t.base() + t.length(), at) > 0) {
                at = t.base() + t.length();
            }
        }
        return Long.compareUnsigned(at, end) >= 0;
    }

    private static void againstOthers(int i, List<E820View.Call> reading, List<Finding> found) {
        E820View.Entry e = reading.get(i).entry();
        for (int j = 0; j < i; j++) {
            E820View.Entry o = reading.get(j).entry();
            if (!reading.get(j).failed() && overlap(e, o)) {
                found.add(new Finding(i, "overlaps entry " + j));
            }
        }
        if (i == 0 || reading.get(i - 1).failed()) {
            return;
        }
        E820View.Entry before = reading.get(i - 1).entry();
        int order = Long.compareUnsigned(e.base(), before.base());
        if (order < 0) {
            found.add(new Finding(i, "unsorted: starts below the entry before it"));
        } else if (Long.compareUnsigned(e.base(), before.base() + before.length()) > 0) {
            found.add(new Finding(i, String.format("gap of %s before it", size(e.base() - before.base() - before.length()))));
        }
    }

    /** By last bytes: the end of an entry at the top of the address space is no 64-bit number. */
    private static boolean overlap(E820View.Entry a, E820View.Entry b) {
        return a.length() != 0 && b.length() != 0 && Long.compareUnsigned(a.base(), b.base() + b.length() - 1) <= 0
                && Long.compareUnsigned(b.base(), a.base() + a.length() - 1) <= 0;
    }

    /** A number of bytes in the largest unit that fits. */
    public static String size(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        long value = bytes;
        int unit = 0;
        while (unit < units.length - 1 && value != 0 && (value & 1023) == 0) {
            value >>>= 10;
            unit++;
        }
        return Long.toUnsignedString(value) + " " + units[unit];
    }

    /** All rows: the newest reading, earlier calls, the machine's true map. */
    public static List<Row> rows(E820View view) {
        List<E820View.Call> reading = newestReading(view);
        List<Finding> findings = findings(reading, view.truth());
        List<Row> returned = new ArrayList<>();
        for (int i = 0; i < reading.size(); i++) {
            int entry = i;
            List<String> wrong = findings.stream().filter(f -> f.entry() == entry).map(Finding::text).toList();
            returned.add(call("entry " + i, String.valueOf(i), reading.get(i), wrong));
        }
        List<Row> all = new ArrayList<>();
        all.add(heading("returned", "Returned by E820h", reading.isEmpty() ? "the guest has not asked yet"
                : verdict(findings)).with(returned));
        all.add(heading("truth", "True map", "").with(view.truth().stream()
                .map(e -> truth(e, reading)).toList()));
        all.add(heading("calls", "All calls", view.calls().size() + " kept, " + view.dropped() + " dropped")
                .with(calls(view)));
        return all;
    }

    /** Gaps are no faults: address space without anything in it need not be told. */
    private static String verdict(List<Finding> findings) {
        long gaps = findings.stream().filter(f -> f.text().startsWith("gap")).count();
        long faults = findings.size() - gaps;
        return (faults == 0 ? "nothing wrong found" : faults + (faults == 1 ? " finding" : " findings"))
                + (gaps == 0 ? "" : gaps == 1 ? ", 1 gap" : ", " + gaps + " gaps");
    }

    private static Row heading(String key, String title, String note) {
        return Row.of(key, title, "", "", "", "", note).with(Row.Tone.HEADING);
    }

    /** What the machine has; above 1 MiB with what of its RAM no entry told. Below, firmware keeps much to itself. */
    private static Row truth(E820View.Entry e, List<E820View.Call> reading) {
        String key = "true " + Long.toHexString(e.base());
        long missing = e.type() == RAM && e.base() >= MIB && !reading.isEmpty() ? missing(e, reading) : 0;
        return missing == 0 ? entry(key, "", e, e.note())
                : entry(key, "", e, size(missing) + " of it were not told").with(Row.Tone.WARNING);
    }

    /** Bytes of a range that no entry returned covers. */
    private static long missing(E820View.Entry e, List<E820View.Call> reading) {
        long at = e.base();
        long end = e.base() + e.length();
        long missing = 0;
        while (at != end) {
            long from = at;
            long next = end;
            boolean told = false;
            for (E820View.Call call : reading) {
                E820View.Entry o = call.entry();
                boolean here = !call.failed() && Long.compareUnsigned(from - o.base(), o.length()) < 0;
                if (here) {
                    told = true;
                    next = Long.compareUnsigned(o.length() - (from - o.base()), end - from) < 0 ? o.base() + o.length() : end;
                    break;
                }
                if (!call.failed() && o.length() != 0 && Long.compareUnsigned(o.base() - from, next - from) < 0) {
                    next = o.base();
                }
            }
            missing += told ? 0 : next - from;
            at = next;
        }
        return missing;
    }

    private static Row call(String key, String number, E820View.Call call, List<String> wrong) {
        if (call.failed()) {
            return Row.of(key, number, "", "", "", "", "carry set: no entry").with(Row.Tone.WARNING);
        }
        Row row = entry(key, number, call.entry(), String.join("; ", wrong));
        if (wrong.stream().allMatch(w -> w.startsWith("gap"))) {
            return row;
        }
        boolean bad = wrong.stream().anyMatch(w -> !w.startsWith("gap") && !w.startsWith("unsorted"));
        return row.with(bad ? Row.Tone.ERROR : Row.Tone.WARNING);
    }

    private static Row entry(String key, String number, E820View.Entry e, String note) {
        return Row.of(key, number, String.format("%016X", e.base()), e.length() == 0 ? "" : String.format("%016X", e.base() + e.length() - 1),
                size(e.length()), type(e.type()), note).about(e);
    }

    private static List<Row> calls(E820View view) {
        List<Row> rows = new ArrayList<>();
        for (E820View.Call c : view.calls()) {
            String how = String.format("EBX %X to %X, ECX=%d, returned to linear %05X after %,d instructions",
                    c.continuation(), c.next(), c.size(), c.caller(), c.instructions());
            rows.add(call("call " + c.instructions(), "", c, List.of(how)).with(c.failed() ? Row.Tone.WARNING : Row.Tone.DIM));
        }
        return rows;
    }
}
