package org.domainfirmware.debug.ui.vga;

import java.util.HashMap;
import java.util.Map;
import org.domainfirmware.debug.ui.model.KeyboardLayout;
import org.eclipse.swt.SWT;

/**
 * Set-1 make codes of keys, by what SWT calls a key: those of the main block by their places on a layout, the others by what
 * they are. Source: IBM PC/AT Technical Reference and Personal System/2 reference, keyboard sections.
 */
public final class MakeCodes {
    /** No such key on the guest's keyboard. */
    public static final int NONE = 0;
    /** Left Shift. */
    public static final int SHIFT = 0x2A;
    /** Right Shift. */
    public static final int RIGHT_SHIFT = 0x36;
    /** The key with a menu on it. */
    static final int MENU = 0xE05D;
    private static final int EXTENDED = 0xE000;
    private static final int PAUSE = 0xE11D45;
    private static final Map<Integer, Integer> KEYS = keys();
    /** Keys of the keypad while Num Lock is off; the same names belong to the extended keys beside it. */
    private static final Map<Integer, Integer> KEYPAD = keypad();
    private static final String SHIFTED = "~!@#$%^&*()_+{}|:\"<>?";
    private static final String UNSHIFTED = "`1234567890-=[]\\;',./";

    private MakeCodes() {
    }

    private static Map<Integer, Integer> keys() {
        Map<Integer, Integer> map = new HashMap<>();
        put(map, SWT.ESC, 0x01, SWT.BS, 0x0E, SWT.TAB, 0x0F, SWT.CR, 0x1C, SWT.LF, 0x1C, ' ', 0x39);
        put(map, SWT.CTRL, 0x1D, SWT.SHIFT, SHIFT, SWT.ALT, 0x38, SWT.ALT_GR, EXTENDED | 0x38, SWT.CAPS_LOCK, 0x3A);
        put(map, SWT.NUM_LOCK, 0x45, SWT.SCROLL_LOCK, 0x46, SWT.PAUSE, PAUSE, SWT.BREAK, PAUSE);
        for (int i = 0; i < 10; i++) {
            map.put(SWT.F1 + i, 0x3B + i);
        }
        put(map, SWT.F11, 0x57, SWT.F12, 0x58);
        put(map, SWT.KEYPAD_7, 0x47, SWT.KEYPAD_8, 0x48, SWT.KEYPAD_9, 0x49, SWT.KEYPAD_SUBTRACT, 0x4A);
        put(map, SWT.KEYPAD_4, 0x4B, SWT.KEYPAD_5, 0x4C, SWT.KEYPAD_6, 0x4D, SWT.KEYPAD_ADD, 0x4E);
        put(map, SWT.KEYPAD_1, 0x4F, SWT.KEYPAD_2, 0x50, SWT.KEYPAD_3, 0x51, SWT.KEYPAD_0, 0x52);
        put(map, SWT.KEYPAD_DECIMAL, 0x53, SWT.KEYPAD_MULTIPLY, 0x37);
        put(map, SWT.KEYPAD_CR, EXTENDED | 0x1C, SWT.KEYPAD_DIVIDE, EXTENDED | 0x35, SWT.PRINT_SCREEN, EXTENDED | 0x37);
        put(map, SWT.COMMAND, EXTENDED | 0x5B);
        keypad().forEach((key, code) -> map.put(key, EXTENDED | code));
        return Map.copyOf(map);
    }

    private static Map<Integer, Integer> keypad() {
        Map<Integer, Integer> map = new HashMap<>();
        put(map, SWT.HOME, 0x47, SWT.ARROW_UP, 0x48, SWT.PAGE_UP, 0x49, SWT.ARROW_LEFT, 0x4B, SWT.ARROW_RIGHT, 0x4D);
        put(map, SWT.END, 0x4F, SWT.ARROW_DOWN, 0x50, SWT.PAGE_DOWN, 0x51, SWT.INSERT, 0x52, SWT.DEL, 0x53);
        return map;
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
     * @param location {@link org.eclipse.swt.widgets.Event#keyLocation}: tells right Ctrl, Alt and Shift from left, and the keypad
     * @return E0xxh for extended keys, {@link #NONE} when the guest's keyboard has no such key
     */
    public static int of(KeyboardLayout layout, int keyCode, int location) {
        if (location == SWT.RIGHT) {
            switch (keyCode) {
                case SWT.SHIFT:
                    return RIGHT_SHIFT;
                case SWT.CTRL:
                    return EXTENDED | 0x1D;
                case SWT.ALT:
                    return EXTENDED | 0x38;
                case SWT.COMMAND:
                    return EXTENDED | 0x5C;
                default:
                    break;
            }
        }
        if (location == SWT.KEYPAD && KEYPAD.containsKey(keyCode)) {
            return KEYPAD.get(keyCode);
        }
        int place = layout.code(keyCode);
        return place != 0 ? place : KEYS.getOrDefault(keyCode, NONE);
    }

    /** The make code of the key that gives a character on a US keyboard, as guests read it that know no other. */
    static int ofCharacter(char character) {
        int shifted = SHIFTED.indexOf(character);
        return of(KeyboardLayout.US, shifted >= 0 ? UNSHIFTED.charAt(shifted) : Character.toLowerCase(character), SWT.NONE);
    }

    /** True for a character that a US keyboard types with Shift. */
    static boolean needsShift(char character) {
        return character >= 'A' && character <= 'Z' || character != 0 && SHIFTED.indexOf(character) >= 0;
    }
}
