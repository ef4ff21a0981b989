package org.domainfirmware.firmware.core.symbols;

import java.util.List;

/**
 * A block of a function, or an inlined call.
 *
 * @param inlined name of the function inlined here, or "" for a plain block
 * @param callSite where it was inlined; line 0 for a plain block
 */
public record ScopeInfo(List<AddressRange> ranges, List<VariableInfo> variables, List<ScopeInfo> children,
        String inlined, SourceLine callSite) {
    public ScopeInfo {
        ranges = List.copyOf(ranges);
        variables = List.copyOf(variables);
        children = List.copyOf(children);
    }

    public boolean contains(long address) {
        return ranges.stream().anyMatch(r -> r.contains(address));
    }
}
