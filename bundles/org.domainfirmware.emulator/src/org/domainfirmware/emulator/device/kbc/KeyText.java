package org.domainfirmware.emulator.device.kbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns text into key strokes of a US keyboard. Characters type themselves, with Shift where needed;
 * {@code \n}, {@code \e}, {@code \t}, {@code \b} and {@code \\} are escapes; {@code <F12>},
 * {@code <Ctrl+Alt+Delete>} and the like name keys, and {@code <<} is a less-than sign.
 */
public final class KeyText {
    private static final String UNSHIFTED = "1234567890-=[];'`\\,./ ";
    private static final String SHIFTED = "!@#$%^&*()_+{}:\"~|<>? ";
    private static final Key[] PUNCTUATION = {Key.DIGIT_1, Key.DIGIT_2, Key.DIGIT_3, Key.DIGIT_4, Key.DIGIT_5,
        Key.DIGIT_6, Key.DIGIT_7, Key.DIGIT_8, Key.DIGIT_9, Key.DIGIT_0, Key.MINUS, Key.EQUALS, Key.LEFT_BRACKET,
        Key.RIGHT_BRACKET, Key.SEMICOLON, Key.APOSTROPHE, Key.GRAVE, Key.BACKSLASH, Key.COMMA, Key.PERIOD, Key.SLASH,
        Key.SPACE};
    private static final Map<String, Key> SHORT_NAMES = Map.ofEntries(
            Map.entry("ESC", Key.ESCAPE), Map.entry("RETURN", Key.ENTER), Map.entry("CTRL", Key.LEFT_CONTROL),
            Map.entry("CONTROL", Key.LEFT_CONTROL), Map.entry("ALT", Key.LEFT_ALT), Map.entry("ALTGR", Key.RIGHT_ALT),
            Map.entry("SHIFT", Key.LEFT_SHIFT), Map.entry("DEL", Key.DELETE), Map.entry("INS", Key.INSERT),
            Map.entry("PGUP", Key.PAGE_UP), Map.entry("PAGEUP", Key.PAGE_UP), Map.entry("PGDN", Key.PAGE_DOWN),
            Map.entry("PAGEDOWN", Key.PAGE_DOWN), Map.entry("BS", Key.BACKSPACE), Map.entry("BREAK", Key.PAUSE),
            Map.entry("PRTSC", Key.PRINT_SCREEN), Map.entry("WIN", Key.LEFT_GUI), Map.entry("CR", Key.ENTER));

    private KeyText() {
    }

    /**
     * The strokes that type {@code text}.
     *
     * @throws IllegalArgumentException naming the character or key that a US keyboard does not have
     */
    public static List<KeyStroke> strokes(String text) {
        List<KeyStroke> strokes = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean more = i + 1 < text.length();
            if (c == '\\' && more) {
                i++;
                press(strokes, List.of(escape(text.charAt(i))));
            } else if (c == '<' && more && text.charAt(i + 1) == '<') {
                i++;
                character(strokes, '<');
            } else if (c == '<' && text.indexOf('>', i) > i + 1) {
                int end = text.indexOf('>', i);
                press(strokes, named(text.substring(i + 1, end)));
                i = end;
            } else {
                character(strokes, c);
            }
        }
        return strokes;
    }

    private static Key escape(char c) {
        return switch (c) {
            case 'n', 'r' -> Key.ENTER;
            case 'e' -> Key.ESCAPE;
            case 't' -> Key.TAB;
            case 'b' -> Key.BACKSPACE;
            case '\\' -> Key.BACKSLASH;
            default -> throw new IllegalArgumentException("unknown escape \\" + c
                    + " in keys; known are \\n \\r \\e \\t \\b and \\\\");
        };
    }

    private static List<Key> named(String names) {
        if (names.length() == 1) {
            return List.of(byName(names));
        }
        List<Key> keys = new ArrayList<>();
        for (String name : names.split("[+-]")) {
            keys.add(byName(name.trim()));
        }
        return keys;
    }

    private static Key byName(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replace(' ', '_');
        Key known = SHORT_NAMES.get(upper);
        if (known != null) {
            return known;
        }
        for (Key key : Key.values()) {
            if (key.name().equals(upper)) {
                return key;
            }
        }
        int at = name.length() == 1 ? UNSHIFTED.indexOf(name.charAt(0)) : -1;
        if (at < 0) {
            throw new IllegalArgumentException("unknown key <" + name
                    + ">; names are like F1, Esc, Enter, Up, PgDn, Ctrl+Alt+Delete; a less-than sign is <<");
        }
        return PUNCTUATION[at];
    }

    private static void character(List<KeyStroke> strokes, char c) {
        Key key;
        boolean shift = false;
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
            key = Key.valueOf(String.valueOf(Character.toUpperCase(c)));
            shift = Character.isUpperCase(c);
        } else if (c == '\n' || c == '\r') {
            key = Key.ENTER;
        } else if (c == '\t') {
            key = Key.TAB;
        } else if (c == 0x1B) {
            key = Key.ESCAPE;
        } else if (c == '\b') {
            key = Key.BACKSPACE;
        } else {
            int at = UNSHIFTED.indexOf(c);
            shift = at < 0;
            at = shift ? SHIFTED.indexOf(c) : at;
            if (at < 0) {
                throw new IllegalArgumentException(String.format(
                        "a US keyboard has no key for character U+%04X; use <NAME> for special keys", (int) c));
            }
            key = PUNCTUATION[at];
        }
        press(strokes, shift ? List.of(Key.LEFT_SHIFT, key) : List.of(key));
    }

    /** All down in order, then up in reverse. */
    private static void press(List<KeyStroke> strokes, List<Key> keys) {
        for (Key key : keys) {
            strokes.add(new KeyStroke(key, true));
        }
        for (int i = keys.size() - 1; i >= 0; i--) {
            strokes.add(new KeyStroke(keys.get(i), false));
        }
    }
}
