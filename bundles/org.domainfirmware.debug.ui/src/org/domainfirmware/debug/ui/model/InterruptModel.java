package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.domainfirmware.emulator.debug.InterruptRecord;

/** The interrupt trace as a tree: calls made while another was served are its children. */
public final class InterruptModel {
    private static final String[] REGISTERS = {"EAX", "EBX", "ECX", "EDX", "ESI", "EDI", "EBP"};
    private static final int SEGMENTS = 7;
    private static final int CARRY = 1;

    private InterruptModel() {
    }

    /** What to show: everything whose text holds the filter, with the calls around it. */
    public static List<Row> rows(List<InterruptRecord> records, String filter, long nanosPerInstruction) {
        Position position = new Position(records);
        List<Row> all = new ArrayList<>();
        while (position.more()) {
            all.add(position.take(nanosPerInstruction));
        }
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() ? all : all.stream().filter(r -> matches(r, wanted)).toList();
    }

    private static boolean matches(Row row, String wanted) {
        return String.join(" ", row.cells()).toLowerCase(Locale.ROOT).contains(wanted)
                || row.children().stream().anyMatch(c -> matches(c, wanted));
    }

    /** Goes through the records in order of their start; deeper ones that follow belong to the one before. */
    private static final class Position {
        private final List<InterruptRecord> records;
        private int next;

        Position(List<InterruptRecord> records) {
            this.records = records.stream().sorted((a, b) -> Long.compare(a.id(), b.id())).toList();
        }

        boolean more() {
            return next < records.size();
        }

        Row take(long nanos) {
            InterruptRecord r = records.get(next++);
            List<Row> children = new ArrayList<>();
            while (more() && records.get(next).depth() > r.depth()) {
                children.add(take(nanos));
            }
            return row(r, nanos).with(children);
        }
    }

    private static Row row(InterruptRecord r, long nanos) {
        boolean software = r.kind() == InterruptRecord.Kind.SOFTWARE;
        String function = software ? InterruptNames.function(r.vector(), r.in()[0]) : "";
        String name = function.isEmpty() ? InterruptNames.vector(r.vector(),
                r.kind() == InterruptRecord.Kind.EXCEPTION) : function;
        String title = String.format("%s %02Xh", switch (r.kind()) {
            case SOFTWARE -> "INT";
            case HARDWARE -> "IRQ";
            case EXCEPTION -> "exception";
        }, r.vector()) + (software ? String.format(" AX=%04X", r.in()[0] & 0xFFFF) : "");
        String carry = r.out() == null ? "" : software ? (r.flagsOut() & CARRY) != 0 ? "CF=1" : "CF=0" : "";
        String duration = r.end() < 0 ? "running" : duration((r.end() - r.start()) * nanos);
        Row row = Row.of("call " + r.id(), title, name, inputs(r), outputs(r), carry, duration,
                String.format("%04X:%04X", r.callerSelector(), r.callerOffset()), String.format("%,d", r.start())).about(r);
        return carry.equals("CF=1") ? row.with(Row.Tone.WARNING) : software ? row : row.with(Row.Tone.DIM);
    }

    private static String inputs(InterruptRecord r) {
        int[] in = r.in();
        int segments = in[SEGMENTS];
        return r.kind() == InterruptRecord.Kind.SOFTWARE ? String.format(
                "BX=%04X CX=%04X DX=%04X SI=%04X DI=%04X DS=%04X ES=%04X", in[1] & 0xFFFF, in[2] & 0xFFFF, in[3] & 0xFFFF,
                in[4] & 0xFFFF, in[5] & 0xFFFF, segments & 0xFFFF, segments >>> 16) : "";
    }

    /** Only what the call changed; 16 bits where the upper half stayed. */
    private static String outputs(InterruptRecord r) {
        if (r.out() == null) {
            return "";
        }
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < REGISTERS.length; i++) {
            int before = r.in()[i];
            int after = r.out()[i];
            if (before != after) {
                boolean low = before >>> 16 == after >>> 16;
                changed.add(low ? String.format("%s=%04X", REGISTERS[i].substring(1), after & 0xFFFF)
                        : String.format("%s=%08X", REGISTERS[i], after));
            }
        }
        int before = r.in()[SEGMENTS];
        int after = r.out()[SEGMENTS];
        if ((before ^ after) << 16 != 0) {
            changed.add(String.format("DS=%04X", after & 0xFFFF));
        }
        if (before >>> 16 != after >>> 16) {
            changed.add(String.format("ES=%04X", after >>> 16));
        }
        return String.join(" ", changed);
    }

    private static String duration(long nanos) {
        return nanos < 10_000 ? nanos + " ns" : nanos < 10_000_000 ? nanos / 1_000 + " us" : nanos / 1_000_000 + " ms";
    }
}
