package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.debug.E820View;

/**
 * What firmware says about memory sizes elsewhere: the CMOS bytes (IBM PC/AT Technical Reference; 34h and 35h as
 * Bochs and QEMU use them), the word at 40:13h, and what the services older than E820h returned to the guest (IBM PC/AT
 * Technical Reference, BIOS listing: INT 12h, INT 15h AH=88h; ACPI 1.0, 14.1 and Compaq: AX=E801h).
 */
public final class MemorySizeModel {
    private static final long MIB = 1L << 20;
    private static final long BELOW_16 = 15 * 1024;
    private static final int RAM = 1;

    private MemorySizeModel() {
    }

    /** The rows of the map and one heading with the sizes behind them. */
    public static List<Row> append(List<Row> map, E820View view, byte[] cmos, byte[] bda) {
        long extended = 0;
        for (E820View.Entry e : view.truth()) {
            if (e.type() == RAM && e.base() >= MIB) {
                extended += e.length();
            }
        }
        long kib = extended >> 10;
        long above16 = Math.min(Math.max(0, extended - 15 * MIB) >> 16, 0xFFFF);
        List<Row> sizes = new ArrayList<>();
        for (E820View.Service service : E820View.Service.values()) {
            returned(service, view, kib, above16, sizes);
        }
        sizes.add(size("bda", "word at 40:13h", word(bda, 0), conventional(view), "KiB"));
        sizes.add(size("cmos15", "CMOS 15h, 16h: base memory", word(cmos, 0x15), 640, "KiB"));
        sizes.add(size("cmos17", "CMOS 17h, 18h: extended memory", word(cmos, 0x17), Math.min(kib, 0xFFFF), "KiB"));
        sizes.add(size("cmos30", "CMOS 30h, 31h: extended memory found", word(cmos, 0x30), Math.min(kib, 0xFFFF), "KiB"));
        sizes.add(size("cmos34", "CMOS 34h, 35h: memory above 16 MiB", word(cmos, 0x34), above16, "x 64 KiB"));
        List<Row> all = new ArrayList<>(map);
        all.add(Row.of("sizes", "Sizes told elsewhere").with(Row.Tone.HEADING).with(sizes));
        return all;
    }

    private static void returned(E820View.Service service, E820View view, long kib, long above16, List<Row> to) {
        String name = switch (service) {
            case INT_12 -> "INT 12h";
            case INT_15_88 -> "INT 15h AH=88h";
            case INT_15_E801 -> "INT 15h AX=E801h";
            case INT_15_E881 -> "INT 15h AX=E881h";
        };
        E820View.SizeCall call = view.sizes().stream().filter(c -> c.service() == service).findFirst().orElse(null);
        if (call == null) {
            to.add(Row.of(name, name, "", "", "", "", "the guest has not asked").with(Row.Tone.DIM));
            return;
        }
        if (call.failed()) {
            to.add(Row.of(name, name, "", "", "", "", "carry set: refused" + caller(call)).with(Row.Tone.WARNING));
            return;
        }
        int mask = service == E820View.Service.INT_15_E881 ? -1 : 0xFFFF;
        switch (service) {
            case INT_12 -> to.add(answer(call, name, "AX", call.eax() & 0xFFFF, conventional(view), "KiB"));
            // A 16-bit number of KiB: what is above 64 MiB cannot be told.
            case INT_15_88 -> to.add(answer(call, name, "AX", call.eax() & 0xFFFF, Math.min(kib, 0xFFFF), "KiB"));
            default -> {
                long low = Math.min(kib, BELOW_16);
                to.add(answer(call, name, "AX", call.eax() & mask, low, "KiB"));
                to.add(answer(call, name, "BX", call.ebx() & mask, above16, "x 64 KiB"));
                to.add(answer(call, name, "CX", call.ecx() & mask, low, "KiB"));
                to.add(answer(call, name, "DX", call.edx() & mask, above16, "x 64 KiB"));
            }
        }
    }

    private static Row answer(E820View.SizeCall call, String name, String register, int said, long truth, String unit) {
        Row row = size(name + register, name + ": " + register, said, truth, unit);
        String remark = row.cell(5).isEmpty() ? "returned" : row.cell(5);
        return Row.of(row.key(), row.cell(0), "", "", row.cell(3), "", remark + caller(call)).with(row.tone());
    }

    private static String caller(E820View.SizeCall call) {
        return String.format(" to linear %05X", call.caller());
    }

    /** KiB of RAM at 0 by the map that was returned (the EBDA above it is not in it); without one the whole 640. */
    private static long conventional(E820View view) {
        return E820Model.newestReading(view).stream().filter(c -> !c.failed()).map(E820View.Call::entry)
                .filter(e -> e.type() == RAM && e.base() == 0).mapToLong(e -> e.length() >> 10).findFirst().orElse(640);
    }

    private static int word(byte[] bytes, int at) {
        return bytes.length < at + 2 ? 0 : bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    private static Row size(String key, String what, int said, long truth, String unit) {
        boolean same = said == truth;
        String remark = same ? "" : said == 0 ? "not set" : "the machine has " + truth + " " + unit;
        return Row.of(key, what, "", "", said + " " + unit, "", remark).with(same ? Row.Tone.NORMAL
                : said == 0 || said < truth && truth - said <= 2 ? Row.Tone.DIM : Row.Tone.WARNING);
    }
}
