package org.domainfirmware.debug.core.guest;

import org.domainfirmware.emulator.debug.X87View.Register80;
import org.domainfirmware.firmware.core.symbols.TypeInfo;
import org.domainfirmware.firmware.core.symbols.TypeInfo.Encoding;

/** Values as text for the Variables and Expressions views. */
public final class ValueText {
    private static final int LONGEST_STRING = 80;
    private static final int MOST_PARTS = 8;

    private final Inspector inspector;
    private final GuestSymbols symbols;

    public ValueText(Inspector inspector, GuestSymbols symbols) {
        this.inspector = inspector;
        this.symbols = symbols;
    }

    /** A line of text; why there is no value, in angle brackets, where there is none. */
    public String of(Datum d) {
        try {
            return known(d, true);
        } catch (InspectionException e) {
            return "<" + e.getMessage() + ">";
        }
    }

    private String known(Datum d, boolean whole) throws InspectionException {
        return d.place() instanceof Place.Nowhere n ? "<" + n.why() + ">" : text(d, whole);
    }

    /** A part of a value: some may be optimized out while others are kept. */
    private String part(Datum d) {
        try {
            return known(d, false);
        } catch (InspectionException e) {
            return "<" + e.getMessage() + ">";
        }
    }

    private String text(Datum d, boolean whole) throws InspectionException {
        TypeInfo type = d.type().resolved();
        if (type instanceof TypeInfo.Struct s) {
            return whole ? struct(d, s) : "{...}";
        }
        if (type instanceof TypeInfo.Array a) {
            return isChar(a.element()) && d.place() instanceof Place.InMemory m ? string(m, a.count()) : array(d, a, whole);
        }
        if (type instanceof TypeInfo.Pointer p) {
            return pointer(p, inspector.bits(d));
        }
        if (Inspector.isFloat(d)) {
            return real(d);
        }
        long value = inspector.value(d);
        if (type instanceof TypeInfo.Enumeration e) {
            return e.constants().stream().filter(c -> c.value() == value).map(TypeInfo.Constant::name).findFirst()
                    .orElse(number(value, d));
        }
        return type instanceof TypeInfo.Base b ? base(b, value, d) : number(value, d);
    }

    /** A number of 4 or 8 bytes, or one of the x87 format. */
    private String real(Datum d) throws InspectionException {
        int size = d.type().size();
        if (size == 4) {
            return "" + Float.intBitsToFloat((int) inspector.bits(d));
        }
        if (size == 8) {
            return "" + Double.longBitsToDouble(inspector.bits(d));
        }
        if (!(d.place() instanceof Place.InMemory m)) {
            throw new InspectionException("a number of " + size + " bytes outside memory");
        }
        return FloatText.of(new Register80(inspector.memory().u16(m.linear() + 8), inspector.memory().number(m.linear(), 8)));
    }

    private String base(TypeInfo.Base b, long value, Datum d) throws InspectionException {
        if (b.encoding() == Encoding.BOOLEAN) {
            return value == 0 ? "false" : value == 1 ? "true" : number(value, d);
        }
        boolean character = b.size() == 1 && (value & 0xFF) >= ' ' && (value & 0xFF) < 0x7F;
        return number(value, d) + (character ? " '" + inQuotes((int) value & 0xFF) + "'" : "");
    }

    private static String number(long value, Datum d) {
        int bits = d.bitSize() > 0 ? d.bitSize() : d.type().size() > 0 ? 8 * d.type().size() : 32;
        long shown = bits < 64 ? value & (1L << bits) - 1 : value;
        return value >= 0 && value < 10 ? "" + value : value + " (0x" + Long.toHexString(shown).toUpperCase() + ")";
    }

    private String pointer(TypeInfo.Pointer p, long value) {
        // In a segment of its own an offset of 0 is a place like any other.
        if (p.addressClass() == Inspector.LINEAR) {
            return String.format("linear %08X", value);
        }
        if (value == 0 && p.addressClass() == TypeInfo.Pointer.PLAIN && !(p.target().resolved() instanceof TypeInfo.Function)) {
            return "0";
        }
        Place.InMemory at = inspector.pointee(p, value);
        String name = p.target().resolved() instanceof TypeInfo.Function ? symbols.nameAt(at.linear()) : "";
        String what = name.isEmpty() ? "" : " <" + name + ">";
        return at + what + (isChar(p.target()) ? " " + stringOrNothing(at) : "");
    }

    private String stringOrNothing(Place.InMemory at) {
        try {
            return string(at, LONGEST_STRING);
        } catch (InspectionException e) {
            // It points to nothing mapped; its value was shown all the same.
            return "";
        }
    }

    private static boolean isChar(TypeInfo type) {
        return type.resolved() instanceof TypeInfo.Base b && b.size() == 1
                && (b.encoding() == Encoding.SIGNED_CHAR || b.name().equals("char"));
    }

    private String string(Place.InMemory at, int most) throws InspectionException {
        StringBuilder s = new StringBuilder("\"");
        for (int i = 0; i < Math.min(most, LONGEST_STRING); i++) {
            int c = inspector.memory().u8(at.linear() + i);
            if (c == 0) {
                return s.append('"').toString();
            }
            s.append(inQuotes(c));
        }
        return s.append(most > LONGEST_STRING ? "\"..." : "\"").toString();
    }

    private static String inQuotes(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            default -> c >= ' ' && c < 0x7F ? String.valueOf((char) c) : String.format("<%02X>", c);
        };
    }

    private String struct(Datum d, TypeInfo.Struct s) throws InspectionException {
        StringBuilder text = new StringBuilder("{");
        int shown = 0;
        for (Datum part : inspector.children(d)) {
            if (shown++ == MOST_PARTS) {
                return text.append(", ...}").toString();
            }
            text.append(text.length() > 1 ? ", " : "").append(part.name()).append(" = ").append(part(part));
        }
        return text.append('}').toString();
    }

    private String array(Datum d, TypeInfo.Array a, boolean whole) {
        if (!whole) {
            return "[" + a.count() + "]";
        }
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < Math.min(a.count(), MOST_PARTS); i++) {
            text.append(i > 0 ? ", " : "").append(part(Inspector.element(d, a, i)));
        }
        return text.append(a.count() > MOST_PARTS ? ", ...]" : "]").toString();
    }
}
