package org.domainfirmware.emulator.debug;

/**
 * A breakpoint as it is set.
 *
 * @param what where and when
 * @param action what to do at a hit
 * @param condition an expression over registers and memory ("ax == 0x4200 && [ds:si+2] != 0"), or ""
 *     for none; {@link DebugPort#setBreakpoint} fails with a clear message when it does not parse
 * @param ignoreCount hits to let pass first, at least 0
 */
public record BreakpointSpec(Breakpoint what, Breakpoint.Action action, String condition, long ignoreCount) {
    /** A breakpoint that always stops. */
    public static BreakpointSpec stop(Breakpoint what) {
        return new BreakpointSpec(what, Breakpoint.Action.STOP, "", 0);
    }
}
