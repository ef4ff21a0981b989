package org.domainfirmware.firmware.core.symbols;

import java.util.List;

/** A C type, as a debugger needs it to show and change values. Sizes are in bytes. */
public sealed interface TypeInfo {
    /** As C writes it. */
    String name();

    /** Bytes, 0 when not known. */
    int size();

    /** How a base type's bits are meant. */
    enum Encoding { SIGNED, UNSIGNED, BOOLEAN, SIGNED_CHAR, UNSIGNED_CHAR, FLOAT, OTHER }

    record Base(String name, int size, Encoding encoding) implements TypeInfo { }

    /**
     * A pointer.
     *
     * @param target what it points to; {@link Void} for void
     * @param addressClass which segment it counts from: DW_AT_address_class, whose numbers are the compiler's
     */
    record Pointer(TypeInfo target, int size, int addressClass) implements TypeInfo {
        /** A pointer without a segment of its own. */
        public static final int PLAIN = 0;
        /** gcc for i386: {@code __seg_fs}. */
        public static final int SEG_FS = 1;
        /** gcc for i386: {@code __seg_gs}. */
        public static final int SEG_GS = 2;

        /** A plain pointer. */
        public Pointer(TypeInfo target, int size) {
            this(target, size, PLAIN);
        }

        @Override
        public String name() {
            return target.name() + (addressClass == SEG_FS ? " __seg_fs *" : addressClass == SEG_GS ? " __seg_gs *" : " *");
        }
    }

    /** @param union members overlap */
    record Struct(String name, int size, List<Member> members, boolean union) implements TypeInfo {
        public Struct {
            members = List.copyOf(members);
        }
    }

    /**
     * A member.
     *
     * @param offset bytes from the start
     * @param bitOffset bits from there, counted from the least significant, for a bit field
     * @param bitSize 0 when it is no bit field
     */
    record Member(String name, TypeInfo type, int offset, int bitOffset, int bitSize) { }

    /** @param count elements, 0 when not known */
    record Array(TypeInfo element, int count) implements TypeInfo {
        @Override
        public String name() {
            return element.name() + " [" + (count == 0 ? "" : count) + "]";
        }

        @Override
        public int size() {
            return element.size() * count;
        }
    }

    record Enumeration(String name, int size, List<Constant> constants) implements TypeInfo {
        public Enumeration {
            constants = List.copyOf(constants);
        }
    }

    record Constant(String name, long value) { }

    /** A typedef, const, volatile or restrict. */
    record Alias(String name, TypeInfo target) implements TypeInfo {
        @Override
        public int size() {
            return target.size();
        }
    }

    /** A function, pointed to. */
    record Function(String name) implements TypeInfo {
        @Override
        public int size() {
            return 1;
        }
    }

    /** void, or a type that could not be read. */
    record Void(String name) implements TypeInfo {
        @Override
        public int size() {
            return 0;
        }
    }

    /** The type behind typedefs and qualifiers. */
    default TypeInfo resolved() {
        TypeInfo t = this;
        for (int i = 0; i < 64 && t instanceof Alias alias; i++) {
            t = alias.target();
        }
        return t;
    }
}
