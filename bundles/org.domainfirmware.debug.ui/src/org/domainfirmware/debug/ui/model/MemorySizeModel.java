package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.debug.E820View;

/**
 * What firmware says about memory sizes elsewhere: the CMOS bytes (IBM PC/AT Technical Reference; 34h and 35h as
 * Bochs and QEMU use them) and the word at 40:13h that INT 12h returns.
 */
public final class MemorySizeModel {
    private static final long MIB = 1L << 20;
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
        List<Row> sizes = new ArrayList<>();
        sizes.add(size("bda", "INT 12h, word at 40:13h", word(bda, 0), conventional(view), "KiB"));
        sizes.add(size("cmos15", "CMOS 15h, 16h: base memory", word(cmos, 0x15), 640, "KiB"));
        sizes.add(size("cmos17", "CMOS 17h, 18h: extended memory", word(cmos, 0x17), Math.min(kib, 0xFFFF), "KiB"));
        sizes.add(size("cmos30", "CMOS 30h, 31h: extended memory found", word(cmos, 0x30), Math.min(kib, 0xFFFF), "KiB"));
        long above16 = Math.max(0, extended - 15 * MIB) >> 16;
        sizes.add(size("cmos34", "CMOS 34h, 35h: memory above 16 MiB", word(cmos, 0x34), Math.min(above16, 0xFFFF),
                "x 64 KiB"));
        List<Row> all = new ArrayList<>(map);
        all.add(Row.of("sizes", "Sizes told elsewhere").with(Row.Tone.HEADING).with(sizes));
        return all;
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
