package org.domainfirmware.debug.core.breakpoints;

import java.util.Map;

/**
 * What a breakpoint does when it is reached.
 *
 * @param condition a C expression that must not be 0 for a hit to count; "" for none
 * @param ignoreCount hits to let pass first
 * @param log a hit is written to the console and the guest goes on
 * @param logMessage what is written; "" for a description of the hit
 */
public record Behaviour(String condition, int ignoreCount, boolean log, String logMessage) {
    /** Stops at every hit. */
    public static final Behaviour STOP = new Behaviour("", 0, false, "");

    Map<String, Object> attributes() {
        return Map.of(GuestBreakpoint.CONDITION, condition, GuestBreakpoint.IGNORE_COUNT, Math.max(0, ignoreCount),
                GuestBreakpoint.LOG, log, GuestBreakpoint.LOG_MESSAGE, logMessage);
    }
}
