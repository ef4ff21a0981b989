package org.domainfirmware.firmware.core.symbols;

import java.util.List;

/**
 * A function with code of its own.
 *
 * @param declaration where it is declared; line 0 when not known
 * @param ranges its code; the first is where it is entered
 * @param returns type of its value
 * @param body its outermost scope: parameters first, then variables; inner blocks as children
 */
public record FunctionInfo(String name, SourceLine declaration, List<AddressRange> ranges, TypeInfo returns,
        ScopeInfo body) {
    public FunctionInfo {
        ranges = List.copyOf(ranges);
    }

    /** Address of its first instruction. */
    public long entry() {
        return ranges.get(0).start();
    }

    public boolean contains(long address) {
        return ranges.stream().anyMatch(r -> r.contains(address));
    }
}
