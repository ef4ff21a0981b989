package org.domainfirmware.debug.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keys of the main block by their places; make codes of the places: IBM Personal System/2 reference, keyboard, set 1. */
class KeyboardLayoutTest {
    private static final int PLACES = 48;

    private static void places(KeyboardLayout layout, String characters, int... codes) {
        for (int i = 0; i < codes.length; i++) {
            assertEquals(codes[i], layout.code(characters.charAt(i)), layout + " " + characters.charAt(i));
        }
    }

    @Test
    void keysThatAreElsewhereThanOnUsKeyboards() {
        places(KeyboardLayout.US, "zy-\\", 0x2C, 0x15, 0x0C, 0x2B);
        places(KeyboardLayout.UK, "#\\", 0x2B, 0x56);
        places(KeyboardLayout.GERMAN, "zy-\u00DF\u00FC\u00F6\u00E4#<^", 0x15, 0x2C, 0x35, 0x0C, 0x1A, 0x27, 0x28, 0x2B, 0x56, 0x29);
        places(KeyboardLayout.SWISS_GERMAN, "zy$", 0x15, 0x2C, 0x2B);
        places(KeyboardLayout.FRENCH, "aqzwm,!&\u00E0", 0x10, 0x1E, 0x11, 0x2C, 0x27, 0x32, 0x35, 0x02, 0x0B);
        places(KeyboardLayout.SPANISH, "\u00F1\u00E7", 0x27, 0x2B);
        places(KeyboardLayout.ITALIAN, "\\\u00F9", 0x29, 0x2B);
        places(KeyboardLayout.SWEDISH, "\u00E5\u00E4'", 0x1A, 0x28, 0x2B);
    }

    /** A US keyboard has no key beside the left Shift; the others have all 48, each at a place of its own. */
    @Test
    void noTwoKeysAreAtAPlace() {
        for (KeyboardLayout layout : KeyboardLayout.values()) {
            Set<Integer> codes = new HashSet<>();
            int keys = 0;
            for (char c = '!'; c < 0x100; c++) {
                if (layout.code(c) != 0) {
                    codes.add(layout.code(c));
                    keys++;
                }
            }
            assertEquals(layout == KeyboardLayout.US ? PLACES - 1 : PLACES, keys, layout.words());
            assertEquals(keys, codes.size(), layout.words());
            assertEquals(0, layout.code(' '), layout.words());
        }
    }
}
