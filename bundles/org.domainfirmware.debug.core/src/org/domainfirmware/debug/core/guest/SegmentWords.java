package org.domainfirmware.debug.core.guest;

import org.domainfirmware.emulator.debug.SegmentView;

/** The hidden access rights of a segment in words. Source: SDM volume 3, 3.4.5 and 3.5; bits as in SDM volume 3, 25.4.1. */
public final class SegmentWords {
    private static final int UNUSABLE = 1 << 16;
    private static final int BIG = 1 << 14;
    private static final int PRESENT = 1 << 7;
    private static final int CODE_OR_DATA = 1 << 4;
    private static final String[] SYSTEM = {"reserved", "16-bit TSS", "LDT", "busy 16-bit TSS", "16-bit call gate",
        "task gate", "16-bit interrupt gate", "16-bit trap gate", "reserved", "32-bit TSS", "reserved", "busy 32-bit TSS",
        "32-bit call gate", "reserved", "32-bit interrupt gate", "32-bit trap gate"};

    private SegmentWords() {
    }

    /** "16-bit code, readable, DPL 0". */
    public static String of(SegmentView s) {
        int a = s.access();
        if ((a & UNUSABLE) != 0) {
            return "unusable";
        }
        String end = ", DPL " + (a >>> 5 & 3) + ((a & PRESENT) == 0 ? ", not present" : "");
        int type = a & 0xF;
        if ((a & CODE_OR_DATA) == 0) {
            return SYSTEM[type] + end;
        }
        String size = (a & BIG) != 0 ? "32-bit " : "16-bit ";
        if ((type & 8) != 0) {
            return size + "code" + ((type & 2) != 0 ? ", readable" : "") + ((type & 4) != 0 ? ", conforming" : "") + end;
        }
        return size + "data" + ((type & 2) != 0 ? ", writable" : "") + ((type & 4) != 0 ? ", expand-down" : "") + end;
    }
}
