package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;

/** A 32-bit task-state segment with its I/O permission bitmap. Source: SDM volume 3, 7.2.1; volume 1, 19.5.2. */
public final class TssModel {
    /** Size of the fixed part, bytes. */
    public static final int FIXED = 104;
    private static final int BITMAP_POINTER = 102;
    private static final String[] NAMES = {"previous task", "ESP0", "SS0", "ESP1", "SS1", "ESP2", "SS2", "CR3", "EIP",
        "EFLAGS", "EAX", "ECX", "EDX", "EBX", "ESP", "EBP", "ESI", "EDI", "ES", "CS", "SS", "DS", "FS", "GS", "LDT"};

    private TssModel() {
    }

    /** Rows of a 32-bit TSS; a shorter or 16-bit one is not decoded. */
    public static List<Row> rows(byte[] tss) {
        List<Row> rows = new ArrayList<>();
        if (tss.length < FIXED) {
            return rows;
        }
        for (int i = 0; i < NAMES.length; i++) {
            rows.add(Row.of(NAMES[i], NAMES[i], String.format("%08X", dword(tss, i * 4)), "", String.format("+%02Xh", i * 4)));
        }
        int map = dword(tss, BITMAP_POINTER - 2) >>> 16;
        rows.add(Row.of("bitmap", "I/O bitmap", String.format("+%04Xh", map), "",
                map >= tss.length ? "beyond the limit: no port is allowed" : allowed(tss, map)));
        return rows;
    }

    /** The ports whose bits are clear, as ranges. */
    static String allowed(byte[] tss, int map) {
        List<String> ranges = new ArrayList<>();
        int first = -1;
        int ports = Math.min(0x10000, (tss.length - map) * 8);
        for (int port = 0; port <= ports; port++) {
            boolean open = port < ports && (tss[map + (port >> 3)] >> (port & 7) & 1) == 0;
            if (open && first < 0) {
                first = port;
            } else if (!open && first >= 0) {
                ranges.add(first == port - 1 ? String.format("%04X", first) : String.format("%04X-%04X", first, port - 1));
                first = -1;
            }
        }
        return ranges.isEmpty() ? "no port is allowed" : "allowed: " + String.join(", ", ranges);
    }

    private static int dword(byte[] b, int at) {
        return b[at] & 0xFF | (b[at + 1] & 0xFF) << 8 | (b[at + 2] & 0xFF) << 16 | b[at + 3] << 24;
    }
}
