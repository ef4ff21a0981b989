package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;

/** A task-state segment, a 32-bit one with its I/O permission bitmap. Source: SDM volume 3, 7.2.1 and 7.6; volume 1, 19.5.2. */
public final class TssModel {
    /** Size of the fixed part of a 32-bit one, bytes. */
    public static final int FIXED = 104;
    private static final int FIXED_16 = 44;
    private static final int BITMAP_POINTER = 102;
    private static final int REDIRECTION = 32;
    private static final int VECTORS = 256;
    private static final String[] NAMES = {"previous task", "ESP0", "SS0", "ESP1", "SS1", "ESP2", "SS2", "CR3", "EIP",
        "EFLAGS", "EAX", "ECX", "EDX", "EBX", "ESP", "EBP", "ESI", "EDI", "ES", "CS", "SS", "DS", "FS", "GS", "LDT"};

    private static final String[] NAMES_16 = {"previous task", "SP0", "SS0", "SP1", "SS1", "SP2", "SS2", "IP", "FLAGS", "AX",
        "CX", "DX", "BX", "SP", "BP", "SI", "DI", "ES", "CS", "SS", "DS", "LDT"};

    private TssModel() {
    }

    /**
     * Rows of a TSS; of one that is too short for its kind there are none.
     *
     * @param wide a 32-bit one
     * @param vme CR4.VME is set: 32 bytes below the bitmap say which INT n of a virtual-8086 program are redirected
     */
    public static List<Row> rows(byte[] tss, boolean wide, boolean vme) {
        List<Row> rows = new ArrayList<>();
        if (tss.length < (wide ? FIXED : FIXED_16)) {
            return rows;
        }
        if (!wide) {
            for (int i = 0; i < NAMES_16.length; i++) {
                rows.add(Row.of(NAMES_16[i], NAMES_16[i], String.format("%04X", dword(tss, i * 2) & 0xFFFF), "",
                        String.format("+%02Xh", i * 2)));
            }
            return rows;
        }
        for (int i = 0; i < NAMES.length; i++) {
            rows.add(Row.of(NAMES[i], NAMES[i], field(tss, i), "", String.format("+%02Xh", i * 4)));
        }
        int map = dword(tss, BITMAP_POINTER - 2) >>> 16;
        rows.add(Row.of("bitmap", "I/O bitmap", String.format("+%04Xh", map), "",
                map >= tss.length ? "beyond the limit: no port is allowed" : allowed(tss, map)));
        if (vme) {
            int at = map - REDIRECTION;
            rows.add(Row.of("redirection", "Interrupt redirection", String.format("+%04Xh", at), "", at < FIXED || map > tss.length
                    ? "not within the TSS" : said("to the program's own handlers: ", "every INT n goes to the monitor",
                    clear(tss, at, VECTORS, "%02X"))));
        }
        return rows;
    }

    private static String said(String before, String none, List<String> ranges) {
        return ranges.isEmpty() ? none : before + String.join(", ", ranges);
    }

    /** The ports whose bits are clear, as ranges. */
    private static String allowed(byte[] tss, int map) {
        // The processor reads two bytes for each port, so the last byte within the limit allows nothing.
        int ports = Math.min(0x10000, (tss.length - map - 1) * 8);
        return said("allowed: ", "no port is allowed", clear(tss, map, ports, "%04X"));
    }

    /** Numbers of the clear bits of a bitmap, as ranges. */
    private static List<String> clear(byte[] tss, int map, int count, String format) {
        List<String> ranges = new ArrayList<>();
        int first = -1;
        for (int bit = 0; bit <= count; bit++) {
            boolean open = bit < count && (tss[map + (bit >> 3)] >> (bit & 7) & 1) == 0;
            if (open && first < 0) {
                first = bit;
            } else if (!open && first >= 0) {
                String range = String.format(format, first);
                ranges.add(first == bit - 1 ? range : range + "-" + String.format(format, bit - 1));
                first = -1;
            }
        }
        return ranges;
    }

    /** Segment registers, the LDT and the link take the lower half of their fields. */
    private static String field(byte[] tss, int number) {
        String name = NAMES[number];
        boolean selector = number == 0 || name.length() == 2 && name.endsWith("S") || name.startsWith("SS") || name.equals("LDT");
        int value = dword(tss, number * 4);
        return selector ? String.format("%04X", value & 0xFFFF) : String.format("%08X", value);
    }

    private static int dword(byte[] b, int at) {
        if (at + 4 > b.length) {
            return b[at] & 0xFF | (b[at + 1] & 0xFF) << 8;
        }
        return b[at] & 0xFF | (b[at + 1] & 0xFF) << 8 | (b[at + 2] & 0xFF) << 16 | b[at + 3] << 24;
    }
}
