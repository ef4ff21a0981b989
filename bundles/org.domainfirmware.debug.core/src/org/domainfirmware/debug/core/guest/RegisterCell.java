package org.domainfirmware.debug.core.guest;

import java.util.List;

/**
 * A register, a field or a flag as shown.
 *
 * @param writeName the name under which the debug port sets it, or "" when it cannot be changed
 * @param parts its fields, or none
 */
public record RegisterCell(String name, String text, String writeName, List<RegisterCell> parts) {
    public RegisterCell {
        parts = List.copyOf(parts);
    }

    static RegisterCell hex(String name, long value, int digits, String writeName) {
        return new RegisterCell(name, String.format("%0" + digits + "X", value), writeName, List.of());
    }

    static RegisterCell words(String name, String text) {
        return new RegisterCell(name, text, "", List.of());
    }

    /** A group of the Registers view. */
    public record Group(String name, List<RegisterCell> cells) {
        public Group {
            cells = List.copyOf(cells);
        }
    }
}
