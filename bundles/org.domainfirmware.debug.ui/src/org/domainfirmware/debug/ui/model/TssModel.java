package org.domainfirmware.debug.ui.model;

import java.util.ArrayList;
import java.util.List;

/** A task-state segment, a 32-bit one with its I/O permission bitmap. Source: SDM volume 3, 7.2.1 and 7.6; volume 1, 19.5.2. */
public final class TssModel {
    /** Size of the fixed part of a 32-bit one, bytes. */
    public static final int FIXED = 104;
    private static final int FIXED_16 = 44;
    private static final int BITMAP_POINTER = 102;
    private static final String[] NAMES = {"previous task", "ESP0", "SS0", "ESP1", "SS1", "ESP2", "SS2", "CR3", "EIP",
        "EFLAGS", "EAX", "ECX", "EDX", "EBX", "ESP", "EBP", "ESI", "EDI", "ES", "CS", "SS", "DS", "FS", "GS", "LDT"};

    private static final String[] NAMES_16 = {"previous task", "SP0", "SS0", "SP1", "SS1", "SP2", "SS2", "IP", "FLAGS", "AX",
        "CX", "DX", "BX", "SP", "BP", "SI", "DI", "ES", "CS", "SS", "DS", "LDT"};

    private TssModel() {
    }

    /** Rows of a TSS; of one that is too short for its kind there are none. */
    public static List<Row> rows(byte[] tss, boolean wide) {
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
        if (at + 4 > b.length) {
            return b[at] & 0xFF | (b[at + 1] & 0xFF) << 8;
        }
        return b[at] & 0xFF | (b[at + 1] & 0xFF) << 8 | (b[at + 2] & 0xFF) << 16 | b[at + 3] << 24;
    }
}
