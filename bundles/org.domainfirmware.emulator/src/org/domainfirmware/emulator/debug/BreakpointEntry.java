package org.domainfirmware.emulator.debug;

/** A breakpoint in force, with its condition compiled and its hits counted. */
final class BreakpointEntry {
    final int id;
    final BreakpointSpec spec;
    private final Condition condition;
    private long hits;

    BreakpointEntry(int id, BreakpointSpec spec) {
        this.id = id;
        this.spec = spec;
        condition = spec.condition().isBlank() ? null : Condition.parse(spec.condition());
    }

    /** Counts a hit whose condition holds; true when the action is due. */
    boolean hit(GuestValues values) {
        if (condition != null && condition.evaluate(values) == 0) {
            return false;
        }
        hits++;
        return hits > spec.ignoreCount();
    }

    long hits() {
        return hits;
    }
}
