package org.domainfirmware.emulator.device.kbc;

/** The bytes a key sends, and the 8042's translation of set 2 into set 1. */
final class ScanCodes {
    private static final int[] NOTHING = {};
    /** Set 1 code of each set 2 code; codes the table of the Technical Reference leaves out pass unchanged. */
    private static final int[] SET_1_OF_SET_2 = translation();

    private ScanCodes() {
    }

    private static int[] translation() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = i;
        }
        for (Key key : Key.values()) {
            if (key != Key.PAUSE) {
                table[key.set2() & 0xFF] = key.set1() & 0x7F;
            }
        }
        // Without the prefix of the key they belong to: Alt+SysRq, and the second byte of Pause.
        table[0x84] = 0x54;
        table[0x14] = 0x1D;
        table[0x77] = 0x45;
        return table;
    }

    /** Set 1 code of a set 2 code that is not F0h. */
    static int translate(int code) {
        return SET_1_OF_SET_2[code];
    }

    static int[] of(Key key, boolean down, int set, boolean control, boolean alt) {
        if (set == 3) {
            return down ? new int[] {key.set3()} : new int[] {0xF0, key.set3()};
        }
        boolean first = set == 1;
        if (key == Key.PAUSE) {
            return pause(down, first, control);
        }
        if (key == Key.PRINT_SCREEN) {
            return printScreen(down, first, control, alt);
        }
        int code = first ? key.set1() : key.set2();
        return code > 0xFF ? extended(code & 0xFF, down, first) : plain(code, down, first);
    }

    private static int[] plain(int code, boolean down, boolean first) {
        if (down) {
            return new int[] {code};
        }
        return first ? new int[] {code | 0x80} : new int[] {0xF0, code};
    }

    private static int[] extended(int code, boolean down, boolean first) {
        if (down) {
            return new int[] {0xE0, code};
        }
        return first ? new int[] {0xE0, code | 0x80} : new int[] {0xE0, 0xF0, code};
    }

    private static int[] pause(boolean down, boolean first, boolean control) {
        if (!down) {
            return NOTHING;
        }
        if (control) {
            // Ctrl+Pause is Break: E0 46, E0 C6.
            return first ? new int[] {0xE0, 0x46, 0xE0, 0xC6} : new int[] {0xE0, 0x7E, 0xE0, 0xF0, 0x7E};
        }
        return first ? new int[] {0xE1, 0x1D, 0x45, 0xE1, 0x9D, 0xC5}
                : new int[] {0xE1, 0x14, 0x77, 0xE1, 0xF0, 0x14, 0xF0, 0x77};
    }

    private static int[] printScreen(boolean down, boolean first, boolean control, boolean alt) {
        if (alt) {
            return plain(first ? 0x54 : 0x84, down, first);
        }
        int code = first ? 0x37 : 0x7C;
        if (control) {
            return extended(code, down, first);
        }
        int shift = first ? 0x2A : 0x12;
        if (down) {
            return new int[] {0xE0, shift, 0xE0, code};
        }
        return first ? new int[] {0xE0, code | 0x80, 0xE0, shift | 0x80}
                : new int[] {0xE0, 0xF0, code, 0xE0, 0xF0, shift};
    }
}
