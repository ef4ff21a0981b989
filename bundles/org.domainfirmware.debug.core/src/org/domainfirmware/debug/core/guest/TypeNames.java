package org.domainfirmware.debug.core.guest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.FunctionInfo;
import org.domainfirmware.firmware.core.symbols.TypeInfo;
import org.domainfirmware.firmware.core.symbols.TypeInfo.Encoding;
import org.domainfirmware.firmware.core.symbols.VariableInfo;

/** Finds types by the names casts use: C's own, the usual short ones, and those of the program. */
final class TypeNames {
    private static final Map<String, TypeInfo> OWN = Map.ofEntries(integer("char", 1, Encoding.SIGNED_CHAR),
            integer("signed char", 1, Encoding.SIGNED_CHAR), integer("unsigned char", 1, Encoding.UNSIGNED_CHAR),
            integer("short", 2, Encoding.SIGNED), integer("unsigned short", 2, Encoding.UNSIGNED),
            integer("int", 4, Encoding.SIGNED), integer("unsigned", 4, Encoding.UNSIGNED),
            integer("unsigned int", 4, Encoding.UNSIGNED), integer("long", 4, Encoding.SIGNED),
            integer("unsigned long", 4, Encoding.UNSIGNED), integer("long long", 8, Encoding.SIGNED),
            integer("unsigned long long", 8, Encoding.UNSIGNED), integer("s8", 1, Encoding.SIGNED),
            integer("s16", 2, Encoding.SIGNED), integer("s32", 4, Encoding.SIGNED), integer("u8", 1, Encoding.UNSIGNED),
            integer("u16", 2, Encoding.UNSIGNED), integer("u32", 4, Encoding.UNSIGNED), integer("u64", 8, Encoding.UNSIGNED),
            integer("int8_t", 1, Encoding.SIGNED), integer("int16_t", 2, Encoding.SIGNED),
            integer("int32_t", 4, Encoding.SIGNED), integer("uint8_t", 1, Encoding.UNSIGNED),
            integer("uint16_t", 2, Encoding.UNSIGNED), integer("uint32_t", 4, Encoding.UNSIGNED),
            integer("uint64_t", 8, Encoding.UNSIGNED), integer("byte", 1, Encoding.UNSIGNED),
            integer("word", 2, Encoding.UNSIGNED), integer("dword", 4, Encoding.UNSIGNED),
            integer("qword", 8, Encoding.UNSIGNED), Map.entry("void", new TypeInfo.Void("void")));

    private final List<DebugInfo> files;

    TypeNames(List<DebugInfo> files) {
        this.files = files;
    }

    private static Map.Entry<String, TypeInfo> integer(String name, int size, Encoding encoding) {
        return Map.entry(name, new TypeInfo.Base(name, size, encoding));
    }

    Optional<TypeInfo> find(String name) {
        TypeInfo own = OWN.get(name);
        return own != null ? Optional.of(own) : ofProgram(t -> isNamed(t, name));
    }

    /** A constant of an enumeration of the program. */
    Optional<Datum> constant(String name) {
        return ofProgram(t -> t instanceof TypeInfo.Enumeration e && e.constants().stream().anyMatch(c -> c.name().equals(name)))
                .map(t -> ((TypeInfo.Enumeration) t).constants().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow())
                .map(c -> Datum.number(c.value()));
    }

    private static boolean isNamed(TypeInfo t, String name) {
        String kind = t instanceof TypeInfo.Struct s ? s.union() ? "union " : "struct " : t instanceof TypeInfo.Enumeration ? "enum " : "";
        return t.name().equals(name) || !kind.isEmpty() && (kind + t.name()).equals(name);
    }

    private Optional<TypeInfo> ofProgram(Predicate<TypeInfo> wanted) {
        Set<TypeInfo> seen = new HashSet<>();
        for (DebugInfo f : files) {
            for (VariableInfo v : f.globals()) {
                Optional<TypeInfo> t = within(v.type(), wanted, seen);
                if (t.isPresent()) {
                    return t;
                }
            }
            for (FunctionInfo function : f.functions()) {
                for (VariableInfo v : function.body().variables()) {
                    Optional<TypeInfo> t = within(v.type(), wanted, seen);
                    if (t.isPresent()) {
                        return t;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<TypeInfo> within(TypeInfo type, Predicate<TypeInfo> wanted, Set<TypeInfo> seen) {
        TypeInfo t = type;
        while (seen.add(t)) {
            if (wanted.test(t)) {
                return Optional.of(t);
            }
            if (t instanceof TypeInfo.Alias a) {
                t = a.target();
            } else if (t instanceof TypeInfo.Pointer p) {
                t = p.target();
            } else if (t instanceof TypeInfo.Array a) {
                t = a.element();
            } else if (t instanceof TypeInfo.Struct s) {
                return s.members().stream().map(m -> within(m.type(), wanted, seen)).flatMap(Optional::stream).findFirst();
            }
        }
        return Optional.empty();
    }
}
