package org.domainfirmware.debug.core.guest;

import java.util.Locale;
import org.domainfirmware.emulator.debug.Location;

/**
 * An address as a firmware author writes it: {@code F000:FFF0} (segment or selector and offset),
 * {@code 0xFFFF0} or {@code linear:FFFF0}, {@code physical:FFFF0}.
 *
 * @param selector only of kind SEGMENT
 */
public record GuestAddress(Kind kind, int selector, int offset) {
    /** What the numbers mean. */
    public enum Kind { SEGMENT, LINEAR, PHYSICAL }

    private static final String LINEAR = "linear:";
    private static final String PHYSICAL = "physical:";

    public static GuestAddress segment(int selector, int offset) {
        return new GuestAddress(Kind.SEGMENT, selector & 0xFFFF, offset);
    }

    public static GuestAddress linear(int address) {
        return new GuestAddress(Kind.LINEAR, 0, address);
    }

    public static GuestAddress physical(int address) {
        return new GuestAddress(Kind.PHYSICAL, 0, address);
    }

    /**
     * Understands the notations above; numbers are hexadecimal, with 0x, h, or nothing.
     *
     * @throws IllegalArgumentException when the text is none; the message says what can be written
     */
    public static GuestAddress parse(String text) {
        String t = text.strip().toLowerCase(Locale.ROOT);
        if (t.startsWith(LINEAR)) {
            return linear(hex(t.substring(LINEAR.length()), text));
        }
        if (t.startsWith(PHYSICAL)) {
            return physical(hex(t.substring(PHYSICAL.length()), text));
        }
        int colon = t.indexOf(':');
        if (colon < 0) {
            return linear(hex(t, text));
        }
        int selector = hex(t.substring(0, colon), text);
        if (selector >>> 16 != 0) {
            throw wrong(text);
        }
        return segment(selector, hex(t.substring(colon + 1), text));
    }

    private static int hex(String number, String text) {
        String n = number.strip();
        n = n.startsWith("0x") ? n.substring(2) : n.endsWith("h") ? n.substring(0, n.length() - 1) : n;
        try {
            return Integer.parseUnsignedInt(n, 16);
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("'" + text + "' is no address; write F000:FFF0, linear:FFFF0 or physical:FFFF0");
    }

    /** The same for the debug port. */
    public Location location() {
        return switch (kind) {
            case SEGMENT -> new Location.SegmentOffset(selector, offset);
            case LINEAR -> new Location.Linear(offset);
            case PHYSICAL -> new Location.Physical(offset);
        };
    }

    /** The linear (or physical) address, a segment taken as a paragraph as in real mode. */
    public int realModeLinear() {
        return kind == Kind.SEGMENT ? (selector << 4) + offset : offset;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case SEGMENT -> String.format("%04X:%04X", selector, offset);
            case LINEAR -> String.format("linear:%08X", offset);
            case PHYSICAL -> String.format("physical:%08X", offset);
        };
    }
}
