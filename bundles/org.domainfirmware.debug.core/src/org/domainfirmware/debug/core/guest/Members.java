package org.domainfirmware.debug.core.guest;

import java.util.Optional;
import org.domainfirmware.firmware.core.symbols.TypeInfo;
import org.domainfirmware.firmware.core.symbols.TypeInfo.Member;
import org.domainfirmware.firmware.core.symbols.TypeInfo.Struct;

/** Finds members by name, through anonymous structures and unions too. */
final class Members {
    private Members() {
    }

    /** The member, with its offset counted from the outermost structure. */
    static Optional<Member> find(TypeInfo type, String name) {
        if (!(type.resolved() instanceof Struct struct)) {
            return Optional.empty();
        }
        for (Member m : struct.members()) {
            if (m.name().equals(name)) {
                return Optional.of(m);
            }
            if (m.name().isEmpty()) {
                Optional<Member> inner = find(m.type(), name);
                if (inner.isPresent()) {
                    Member i = inner.get();
                    return Optional.of(new Member(i.name(), i.type(), m.offset() + i.offset(), i.bitOffset(), i.bitSize()));
                }
            }
        }
        return Optional.empty();
    }
}
