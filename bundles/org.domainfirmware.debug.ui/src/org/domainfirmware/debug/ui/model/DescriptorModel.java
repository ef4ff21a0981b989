package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;

/** Descriptor tables decoded. Source: SDM volume 3, 3.4.5 (descriptors) and 6.11 (gates); volume 1 of the 8086 manual (IVT). */
public final class DescriptorModel {
    private static final int SIZE = 8;
    private static final int GATE_CALL16 = 4;
    private static final int TASK_GATE = 5;

    /** A decoded segment or system descriptor. */
    public record Descriptor(int base, int limit, int access) { }

    private DescriptorModel() {
    }

    private static int word(byte[] b, int at) {
        return b[at] & 0xFF | (b[at + 1] & 0xFF) << 8;
    }

    private static int dword(byte[] b, int at) {
        return word(b, at) | word(b, at + 2) << 16;
    }

    /** Access rights as VMX lays them out, limit in bytes. */
    public static Descriptor decode(byte[] bytes, int at) {
        int low = dword(bytes, at);
        int high = dword(bytes, at + 4);
        int base = low >>> 16 | (high & 0xFF) << 16 | high & 0xFF000000;
        int limit = low & 0xFFFF | high & 0xF0000;
        if ((high & 1 << 23) != 0) {
            limit = limit << 12 | 0xFFF;
        }
        return new Descriptor(base, limit, high >>> 8 & 0xF0FF);
    }

    private static boolean isGate(int access) {
        int type = access & 15;
        return (access & 0x10) == 0 && (type == GATE_CALL16 || type == TASK_GATE || type == 6 || type == 7 || type >= 12
                && type != 13);
    }

    /**
     * Rows of a GDT or LDT.
     *
     * @param ldt whether selectors have TI set
     */
    public static List<Row> table(String name, byte[] bytes, boolean ldt, SymbolNames names) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i + SIZE <= bytes.length; i += SIZE) {
            int selector = i | (ldt ? 4 : 0);
            if (dword(bytes, i) != 0 || dword(bytes, i + 4) != 0) {
                rows.add(descriptor(name + i, String.format("%04X", selector), bytes, i, names));
            } else if (i == 0) {
                rows.add(Row.of(name + i, String.format("%04X", selector), "", "", "null descriptor").with(Row.Tone.DIM));
            }
        }
        return rows;
    }

    private static Row descriptor(String key, String label, byte[] bytes, int at, SymbolNames names) {
        Descriptor d = decode(bytes, at);
        if (isGate(d.access())) {
            return gate(key, label, bytes, at, names, g -> 0);
        }
        Row row = Row.of(key, label, String.format("%08X", d.base()), String.format("%08X", d.limit()),
                DescriptorWords.rights(d.access())).about(d);
        return (d.access() & 0x80) == 0 ? row.with(Row.Tone.WARNING) : row;
    }

    /** Where a code selector's segment starts. */
    @FunctionalInterface
    public interface Bases {
        int baseOf(int selector);
    }

    private static Row gate(String key, String label, byte[] bytes, int at, SymbolNames names, Bases bases) {
        int low = dword(bytes, at);
        int high = dword(bytes, at + 4);
        int type = high >>> 8 & 15;
        int selector = low >>> 16;
        int offset = low & 0xFFFF | (type >= SIZE ? high & 0xFFFF0000 : 0);
        String target = type == TASK_GATE ? String.format("TSS %04X", selector) : String.format("%04X:%08X", selector, offset);
        String words = DescriptorWords.systemType(type) + ", DPL " + (high >>> 13 & 3)
                + ((high & 0x8000) != 0 ? "" : ", NOT PRESENT");
        String owner = type == TASK_GATE ? "" : names.nameAt(bases.baseOf(selector) + offset);
        Row row = Row.of(key, label, target, owner, words);
        return (high & 0x8000) == 0 ? row.with(Row.Tone.DIM) : row;
    }

    /** Rows of a protected-mode IDT. */
    public static List<Row> idt(byte[] bytes, SymbolNames names, Bases bases) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i + SIZE <= bytes.length; i += SIZE) {
            String label = vector(i / SIZE);
            if (dword(bytes, i) == 0 && dword(bytes, i + 4) == 0) {
                continue;
            }
            rows.add(gate("idt" + i, label, bytes, i, names, bases).about(new InterruptVector(i / SIZE)));
        }
        return rows;
    }

    /** Rows of a real-mode interrupt vector table. */
    public static List<Row> ivt(byte[] bytes, SymbolNames names) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i + 4 <= bytes.length; i += 4) {
            int offset = word(bytes, i);
            int segment = word(bytes, i + 2);
            int linear = (segment << 4) + offset;
            Row row = Row.of("ivt" + i, vector(i / 4), String.format("%04X:%04X", segment, offset), names.nameAt(linear),
                    segment == 0 && offset == 0 ? "empty" : "").about(new InterruptVector(i / 4));
            rows.add(segment == 0 && offset == 0 ? row.with(Row.Tone.DIM) : row);
        }
        return rows;
    }

    private static String vector(int number) {
        String name = InterruptNames.vector(number);
        return String.format("%02Xh", number) + (name.isEmpty() ? "" : " " + name);
    }
}
