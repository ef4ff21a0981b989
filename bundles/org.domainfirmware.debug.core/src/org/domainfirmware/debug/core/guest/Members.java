package org.domainfirmware.debug.core.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.domainfirmware.firmware.core.symbols.TypeInfo;
import org.domainfirmware.firmware.core.symbols.TypeInfo.Member;
import org.domainfirmware.firmware.core.symbols.TypeInfo.Struct;

/** Members as C names them: those of an anonymous structure or union are members of what it is in (ISO C11, 6.7.2.1). */
final class Members {
    private Members() {
    }

    /** All of them, with offsets counted from the outermost structure. */
    static List<Member> of(Struct struct) {
        List<Member> all = new ArrayList<>();
        for (Member m : struct.members()) {
            if (m.name().isEmpty() && m.type().resolved() instanceof Struct inner) {
                of(inner).forEach(i -> all.add(new Member(i.name(), i.type(), m.offset() + i.offset(), i.bitOffset(), i.bitSize())));
            } else {
                all.add(m);
            }
        }
        return all;
    }

    /** The member of a name. */
    static Optional<Member> find(TypeInfo type, String name) {
        return type.resolved() instanceof Struct struct ? of(struct).stream().filter(m -> m.name().equals(name)).findFirst()
                : Optional.empty();
    }
}
