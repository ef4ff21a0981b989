package org.domainfirmware.debug.core.guest;

import java.util.List;

/**
 * A register, a field or a flag as shown.
 *
 * @param writeName the name under which the debug port sets it, or "" when it cannot be changed
 * @param parts its fields, or none
 * @param bits which bits of the register written it is, or null: all of them
 */
public record RegisterCell(String name, String text, String writeName, List<RegisterCell> parts, Bits bits) {
    /** Bits of a register: its whole value, the lowest bit and how many. */
    public record Bits(long whole, int low, int width) {
        private long mask() {
            return (1L << width) - 1;
        }
    }

    public RegisterCell {
        parts = List.copyOf(parts);
    }

    RegisterCell(String name, String text, String writeName, List<RegisterCell> parts) {
        this(name, text, writeName, parts, null);
    }

    /** How many bits it takes. */
    public int width() {
        return bits != null ? bits.width() : 4 * text.split(" ")[0].length();
    }

    /** What is to be written to the register for a value of this cell. */
    public long written(long value) {
        return bits == null ? value : bits.whole() & ~(bits.mask() << bits.low()) | (value & bits.mask()) << bits.low();
    }

    static RegisterCell bits(String name, long whole, int low, int width, String writeName) {
        Bits bits = new Bits(whole, low, width);
        return new RegisterCell(name, String.format("%X", whole >>> low & bits.mask()), writeName, List.of(), bits);
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
