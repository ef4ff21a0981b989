package org.domainfirmware.firmware.core.symbols.dwarf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.domainfirmware.firmware.core.symbols.TypeInfo;

/** Makes types of entries; a type that is not readable becomes void of that name, a recursive one ends at a pointer's name. */
final class TypeReader {
    private static final int MAX_DEPTH = 40;

    private final Map<Integer, Entry> byOffset;
    private final Map<Integer, TypeInfo> done = new HashMap<>();

    TypeReader(Map<Integer, Entry> byOffset) {
        this.byOffset = byOffset;
    }

    /** The type an entry's DW_AT_type names. */
    TypeInfo of(Entry entry) {
        return typeOf(entry, 0);
    }

    private TypeInfo typeOf(Entry entry, int depth) {
        Attribute a = entry.get(Dw.AT_TYPE);
        if (a == null) {
            return new TypeInfo.Void("void");
        }
        Entry type = byOffset.get((int) a.number());
        if (type == null) {
            return new TypeInfo.Void("?");
        }
        TypeInfo known = done.get(type.offset);
        if (known != null) {
            return known;
        }
        if (depth > MAX_DEPTH) {
            return new TypeInfo.Void(nameOf(type));
        }
        TypeInfo made = make(type, depth + 1);
        // What was cut short by depth must not be remembered for places nearer the root.
        if (depth < MAX_DEPTH / 2) {
            done.put(type.offset, made);
        }
        return made;
    }

    private static String nameOf(Entry type) {
        String name = type.text(Dw.AT_NAME);
        String kind = switch (type.tag) {
            case Dw.TAG_STRUCTURE -> "struct ";
            case Dw.TAG_UNION -> "union ";
            case Dw.TAG_ENUMERATION -> "enum ";
            default -> "";
        };
        return name == null ? kind + "{...}" : kind + name;
    }

    private TypeInfo make(Entry type, int depth) {
        int size = (int) type.number(Dw.AT_BYTE_SIZE, 0);
        return switch (type.tag) {
            case Dw.TAG_BASE_TYPE -> new TypeInfo.Base(nameOf(type), size, encoding(type.number(Dw.AT_ENCODING, 0)));
            case Dw.TAG_POINTER -> pointer(type, size, depth);
            case Dw.TAG_STRUCTURE -> new TypeInfo.Struct(nameOf(type), size, members(type, depth), false);
            case Dw.TAG_UNION -> new TypeInfo.Struct(nameOf(type), size, members(type, depth), true);
            case Dw.TAG_ARRAY -> array(type, depth);
            case Dw.TAG_ENUMERATION -> new TypeInfo.Enumeration(nameOf(type), size, constants(type));
            case Dw.TAG_TYPEDEF -> new TypeInfo.Alias(nameOf(type), typeOf(type, depth));
            case Dw.TAG_CONST -> qualified("const ", type, depth);
            case Dw.TAG_VOLATILE -> qualified("volatile ", type, depth);
            case Dw.TAG_RESTRICT, Dw.TAG_ATOMIC -> typeOf(type, depth);
            case Dw.TAG_SUBROUTINE_TYPE -> new TypeInfo.Function(typeOf(type, depth).name() + " ()");
            default -> new TypeInfo.Void(nameOf(type));
        };
    }

    private TypeInfo qualified(String word, Entry type, int depth) {
        TypeInfo target = typeOf(type, depth);
        return new TypeInfo.Alias(word + target.name(), target);
    }

    private TypeInfo pointer(Entry type, int size, int depth) {
        Attribute a = type.get(Dw.AT_TYPE);
        Entry target = a == null ? null : byOffset.get((int) a.number());
        int bytes = size == 0 ? type.unit.addressSize : size;
        int addressClass = (int) type.number(Dw.AT_ADDRESS_CLASS, TypeInfo.Pointer.PLAIN);
        // A structure that points to itself: the inner one stays a name until it is looked into.
        if (target != null && depth > 8 && (target.tag == Dw.TAG_STRUCTURE || target.tag == Dw.TAG_UNION)) {
            return new TypeInfo.Pointer(new TypeInfo.Void(nameOf(target)), bytes, addressClass);
        }
        return new TypeInfo.Pointer(typeOf(type, depth), bytes, addressClass);
    }

    private List<TypeInfo.Member> members(Entry type, int depth) {
        List<TypeInfo.Member> list = new ArrayList<>();
        for (Entry m : type.children) {
            if (m.tag == Dw.TAG_MEMBER) {
                TypeInfo t = typeOf(m, depth);
                int bits = (int) m.number(Dw.AT_BIT_SIZE, 0);
                int at = memberOffset(m);
                int bitAt = 0;
                Attribute dataBit = m.get(Dw.AT_DATA_BIT_OFFSET);
                if (dataBit != null) {
                    at = (int) (dataBit.number() >>> 3);
                    bitAt = (int) (dataBit.number() & 7);
                } else if (bits > 0) {
                    int storage = (int) m.number(Dw.AT_BYTE_SIZE, t.size()) * 8;
                    bitAt = storage - bits - (int) m.number(0x0C, 0);
                }
                String name = m.text(Dw.AT_NAME);
                list.add(new TypeInfo.Member(name == null ? "" : name, t, at, bitAt, bits));
            }
        }
        return list;
    }

    private static int memberOffset(Entry m) {
        Attribute a = m.get(Dw.AT_MEMBER_LOCATION);
        if (a == null) {
            return 0;
        }
        // Version 2 gives an expression: DW_OP_plus_uconst n.
        if (a.block() != null) {
            long value = 0;
            for (int i = 1, shift = 0; i < a.block().length && shift < 32; i++, shift += 7) {
                value |= (long) (a.block()[i] & 0x7F) << shift;
            }
            return (int) value;
        }
        return (int) a.number();
    }

    private TypeInfo array(Entry type, int depth) {
        TypeInfo t = typeOf(type, depth);
        for (int i = type.children.size() - 1; i >= 0; i--) {
            Entry range = type.children.get(i);
            if (range.tag == Dw.TAG_SUBRANGE) {
                Attribute upper = range.get(Dw.AT_UPPER_BOUND);
                long count = upper != null && upper.block() == null ? upper.number() + 1 : range.number(Dw.AT_COUNT, 0);
                t = new TypeInfo.Array(t, (int) Math.max(0, Math.min(count, 1 << 24)));
            }
        }
        return t;
    }

    private static List<TypeInfo.Constant> constants(Entry type) {
        List<TypeInfo.Constant> list = new ArrayList<>();
        for (Entry e : type.children) {
            if (e.tag == Dw.TAG_ENUMERATOR && e.text(Dw.AT_NAME) != null) {
                list.add(new TypeInfo.Constant(e.text(Dw.AT_NAME), e.number(Dw.AT_CONST_VALUE, 0)));
            }
        }
        return list;
    }

    private static TypeInfo.Encoding encoding(long ate) {
        return switch ((int) ate) {
            case 2 -> TypeInfo.Encoding.BOOLEAN;
            case 4 -> TypeInfo.Encoding.FLOAT;
            case 5 -> TypeInfo.Encoding.SIGNED;
            case 6 -> TypeInfo.Encoding.SIGNED_CHAR;
            case 7 -> TypeInfo.Encoding.UNSIGNED;
            case 8 -> TypeInfo.Encoding.UNSIGNED_CHAR;
            default -> TypeInfo.Encoding.OTHER;
        };
    }
}
