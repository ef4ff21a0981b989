package org.domainfirmware.debug.ui.model;

/** Access rights of segments in words, as VMX lays them out. Source: SDM volume 3, 3.4.5, 3.5 and 24.4.1. */
public final class DescriptorWords {
    /** The register holds a null selector. */
    public static final int UNUSABLE = 1 << 16;
    private static final int SYSTEM = 1 << 4;
    private static final int PRESENT = 1 << 7;
    private static final int BIG = 1 << 14;
    private static final int GRANULAR = 1 << 15;
    private static final int CODE = 8;
    private static final String[] SYSTEM_TYPES = {"reserved type 0", "16-bit TSS, available", "LDT", "16-bit TSS, busy",
        "16-bit call gate", "task gate", "16-bit interrupt gate", "16-bit trap gate", "reserved type 8",
        "32-bit TSS, available", "reserved type 10", "32-bit TSS, busy", "32-bit call gate", "reserved type 13",
        "32-bit interrupt gate", "32-bit trap gate"};

    private DescriptorWords() {
    }

    /** The type of a system descriptor, 0 to 15. */
    public static String systemType(int type) {
        return SYSTEM_TYPES[type & 15];
    }

    /** "code, readable, 16-bit, DPL 0". */
    public static String rights(int access) {
        if ((access & UNUSABLE) != 0) {
            return "unusable (null selector)";
        }
        StringBuilder words = new StringBuilder();
        int type = access & 15;
        if ((access & SYSTEM) == 0) {
            words.append(systemType(type));
        } else if ((type & CODE) != 0) {
            words.append((type & 4) != 0 ? "conforming code" : "code").append((type & 2) != 0 ? ", readable" : ", execute only");
            words.append((access & BIG) != 0 ? ", 32-bit" : ", 16-bit");
        } else {
            words.append((type & 4) != 0 ? "expand-down data" : "data").append((type & 2) != 0 ? ", writable" : ", read-only");
            words.append((access & BIG) != 0 ? ", B=1" : ", B=0");
        }
        if ((access & SYSTEM) != 0 && (type & 1) == 0) {
            words.append(", not accessed");
        }
        words.append(", DPL ").append(access >> 5 & 3);
        words.append((access & GRANULAR) != 0 ? ", 4 KiB granular" : "");
        words.append((access & PRESENT) != 0 ? "" : ", NOT PRESENT");
        return words.toString();
    }
}
