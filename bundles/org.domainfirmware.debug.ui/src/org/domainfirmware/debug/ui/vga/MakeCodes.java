package org.domainfirmware.debug.ui.vga;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.SWT;

/**
 * Set-1 make codes of the keys of a US keyboard, by what SWT calls a key. A character that needs Shift belongs to the
 * same key as the one without. Source: IBM PC/AT Technical Reference, keyboard section.
 */
public final class MakeCodes {
    /** No such key on the guest's keyboard. */
    public static final int NONE = 0;
    /** Left Shift. */
    public static final int SHIFT = 0x2A;
    private static final int EXTENDED = 0xE000;
    private static final Map<Integer, Integer> KEYS = keys();
    private static final String SHIFTED = "~!@#$%^&*()_+{}|:\"<>?";

    private MakeCodes() {
    }

    private static Map<Integer, Integer> keys() {
        Map<Integer, Integer> map = new HashMap<>();
        row(map, "1234567890-=", 0x02);
        row(map, "!@#$%^&*()_+", 0x02);
        row(map, "qwertyuiop[]", 0x10);
        row(map, "QWERTYUIOP{}", 0x10);
        row(map, "asdfghjkl;'`", 0x1E);
        row(map, "ASDFGHJKL:\"~", 0x1E);
        row(map, "\\zxcvbnm,./", 0x2B);
        row(map, "|ZXCVBNM<>?", 0x2B);
        put(map, SWT.ESC, 0x01, SWT.BS, 0x0E, SWT.TAB, 0x0F, SWT.CR, 0x1C, SWT.LF, 0x1C, ' ', 0x39);
        put(map, SWT.CTRL, 0x1D, SWT.SHIFT, SHIFT, SWT.ALT, 0x38, SWT.CAPS_LOCK, 0x3A);
        put(map, SWT.NUM_LOCK, 0x45, SWT.SCROLL_LOCK, 0x46);
        for (int i = 0; i < 10; i++) {
            map.put(SWT.F1 + i, 0x3B + i);
        }
        put(map, SWT.F11, 0x57, SWT.F12, 0x58);
        put(map, SWT.KEYPAD_7, 0x47, SWT.KEYPAD_8, 0x48, SWT.KEYPAD_9, 0x49, SWT.KEYPAD_SUBTRACT, 0x4A);
        put(map, SWT.KEYPAD_4, 0x4B, SWT.KEYPAD_5, 0x4C, SWT.KEYPAD_6, 0x4D, SWT.KEYPAD_ADD, 0x4E);
        put(map, SWT.KEYPAD_1, 0x4F, SWT.KEYPAD_2, 0x50, SWT.KEYPAD_3, 0x51, SWT.KEYPAD_0, 0x52);
        put(map, SWT.KEYPAD_DECIMAL, 0x53, SWT.KEYPAD_MULTIPLY, 0x37);
        put(map, SWT.KEYPAD_CR, EXTENDED | 0x1C, SWT.KEYPAD_DIVIDE, EXTENDED | 0x35, SWT.PRINT_SCREEN, EXTENDED | 0x37);
        put(map, SWT.HOME, EXTENDED | 0x47, SWT.ARROW_UP, EXTENDED | 0x48, SWT.PAGE_UP, EXTENDED | 0x49);
        put(map, SWT.ARROW_LEFT, EXTENDED | 0x4B, SWT.ARROW_RIGHT, EXTENDED | 0x4D, SWT.END, EXTENDED | 0x4F);
        put(map, SWT.ARROW_DOWN, EXTENDED | 0x50, SWT.PAGE_DOWN, EXTENDED | 0x51, SWT.INSERT, EXTENDED | 0x52);
        put(map, SWT.DEL, EXTENDED | 0x53, SWT.COMMAND, EXTENDED | 0x5B);
        return Map.copyOf(map);
    }

    private static void row(Map<Integer, Integer> map, String characters, int first) {
        for (int i = 0; i < characters.length(); i++) {
            map.put((int) characters.charAt(i), first + i);
        }
    }

    private static void put(Map<Integer, Integer> map, int... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
    }

    /**
     * The make code of a key.
     *
     * @param keyCode {@link org.eclipse.swt.widgets.Event#keyCode}
     * @param location {@link org.eclipse.swt.widgets.Event#keyLocation}: tells right Ctrl, Alt and Shift from left
     * @return E0xxh for extended keys, {@link #NONE} when the guest's keyboard has no such key
     */
    public static int of(int keyCode, int location) {
        if (location == SWT.RIGHT) {
            switch (keyCode) {
                case SWT.SHIFT:
                    return 0x36;
                case SWT.CTRL:
                    return EXTENDED | 0x1D;
                case SWT.ALT:
                    return EXTENDED | 0x38;
                default:
                    break;
            }
        }
        return KEYS.getOrDefault(keyCode, NONE);
    }

    /** True for a character that a US keyboard types with Shift. */
    public static boolean needsShift(char character) {
        return Character.isUpperCase(character) || character != 0 && SHIFTED.indexOf(character) >= 0;
    }
}
