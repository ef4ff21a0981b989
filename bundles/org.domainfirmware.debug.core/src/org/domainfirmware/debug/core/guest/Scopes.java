package org.domainfirmware.debug.core.guest;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.firmware.core.symbols.ScopeInfo;

/** Walks a function's blocks and inlined calls. */
final class Scopes {
    private Scopes() {
    }

    /** The blocks around an address within one (inlined) function, innermost first; inlined calls inside it not entered. */
    static List<ScopeInfo> visible(ScopeInfo outer, long address) {
        List<ScopeInfo> chain = new ArrayList<>();
        ScopeInfo scope = outer;
        while (scope != null) {
            chain.add(0, scope);
            scope = scope.children().stream().filter(c -> c.inlined().isEmpty() && c.contains(address)).findFirst()
                    .orElse(null);
        }
        return chain;
    }

    /** The inlined calls around an address, outermost first. */
    static List<ScopeInfo> inlined(ScopeInfo outer, long address) {
        List<ScopeInfo> calls = new ArrayList<>();
        ScopeInfo scope = outer;
        while (scope != null) {
            scope = scope.children().stream().filter(c -> c.contains(address)).findFirst().orElse(null);
            if (scope != null && !scope.inlined().isEmpty()) {
                calls.add(scope);
            }
        }
        return calls;
    }
}
