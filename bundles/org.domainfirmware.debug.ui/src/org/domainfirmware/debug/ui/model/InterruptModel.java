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
    private static final int ZERO = 6;
    private static final int KEYBOARD = 0x16;

    private InterruptModel() {
    }

    /** What to show: everything whose text holds the filter with all that happened in it, and the calls around it. */
    public static List<Row> rows(List<InterruptRecord> records, String filter) {
        Position position = new Position(records);
        List<Row> all = new ArrayList<>();
        while (position.more()) {
            all.add(position.take());
        }
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() ? all : kept(all, wanted);
    }

    private static List<Row> kept(List<Row> rows, String wanted) {
        List<Row> kept = new ArrayList<>();
        for (Row row : rows) {
            if (String.join(" ", row.cells()).toLowerCase(Locale.ROOT).contains(wanted)) {
                kept.add(row);
            } else {
                List<Row> inside = kept(row.children(), wanted);
                if (!inside.isEmpty()) {
                    kept.add(row.with(inside));
                }
            }
        }
        return kept;
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

        Row take() {
            InterruptRecord r = records.get(next++);
            List<Row> children = new ArrayList<>();
            while (more() && records.get(next).depth() > r.depth()) {
                children.add(take());
            }
            return row(r).with(children);
        }
    }

    private static Row row(InterruptRecord r) {
        boolean software = r.kind() == InterruptRecord.Kind.SOFTWARE;
        String function = software ? InterruptNames.function(r.vector(), r.in()[0]) : "";
        String name = !function.isEmpty() ? function : switch (r.kind()) {
            case SOFTWARE -> InterruptNames.vector(r.vector(), false);
            case HARDWARE -> InterruptNames.line(r.vector());
            case EXCEPTION -> InterruptNames.vector(r.vector(), true);
        };
        String title = String.format("%s %02Xh", switch (r.kind()) {
            case SOFTWARE -> "INT";
            case HARDWARE -> "hardware";
            case EXCEPTION -> "exception";
        }, r.vector()) + (software ? String.format(" AX=%04X", r.in()[0] & 0xFFFF) : "");
        String took = r.nanos() < 0 ? "not returned" : duration(r.nanos());
        Row row = Row.of("call " + r.id(), title, name, software ? InterruptInputs.named(r.vector(), r.in()) : "", outputs(r),
                software ? flags(r) : "", took, String.format("%04X:%04X", r.callerSelector(), r.callerOffset()),
                String.format("%,d", r.start()), software ? InterruptInputs.registers(r.in()) : "").about(r);
        boolean failed = software && r.out() != null && (r.flagsOut() & CARRY) != 0;
        return failed ? row.with(Row.Tone.WARNING) : software ? row : row.with(Row.Tone.DIM);
    }

    /** Carry; and zero where a function answers in it: whether a key is there (IBM PC/AT Technical Reference, INT 16h). */
    private static String flags(InterruptRecord r) {
        if (r.out() == null) {
            return "";
        }
        int function = r.in()[0] >> 8 & 0xFF;
        boolean zero = r.vector() == KEYBOARD && (function == 0x01 || function == 0x11);
        return "CF=" + (r.flagsOut() & CARRY) + (zero ? " ZF=" + (r.flagsOut() >> ZERO & 1) : "");
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

    /** Guest time; three digits or more of the unit. */
    private static String duration(long nanos) {
        return nanos < 10_000 ? nanos + " ns" : nanos < 10_000_000 ? nanos / 1_000 + " us"
                : nanos < 10_000_000_000L ? nanos / 1_000_000 + " ms" : nanos / 1_000_000_000 + " s";
    }
}
