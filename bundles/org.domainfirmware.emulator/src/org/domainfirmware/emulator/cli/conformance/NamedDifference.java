package org.domainfirmware.emulator.cli.conformance;

import java.util.List;
import java.util.Set;

/**
 * A way in which an 80286 is not the processor emulated here. A failing test that one of these explains
 * is counted apart, under its name.
 *
 * @param name short name for the report
 * @param reason why the later processor differs
 * @param applies tells whether a failing test is a case of it
 */
record NamedDifference(String name, String reason, Rule applies) {
    /** Tells whether a failing test is a case. */
    @FunctionalInterface
    interface Rule {
        boolean test(String form, MooTest test);
    }

    /** All that are known. */
    static final List<NamedDifference> ALL = List.of();

    /** The one that explains a failing test, or null. */
    static NamedDifference explaining(String form, MooTest test) {
        for (NamedDifference d : ALL) {
            if (d.applies.test(form, test)) {
                return d;
            }
        }
        return null;
    }

    static boolean oneOf(String form, String... forms) {
        return Set.of(forms).contains(form);
    }
}
