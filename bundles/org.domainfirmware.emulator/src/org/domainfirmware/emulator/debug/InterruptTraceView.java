package org.domainfirmware.emulator.debug;

import java.util.List;

/**
 * What the interrupt trace holds.
 *
 * @param on whether it records now
 * @param records the newest, oldest first
 * @param dropped older ones that are no longer kept, or were not asked for
 */
public record InterruptTraceView(boolean on, List<InterruptRecord> records, long dropped) {
    public InterruptTraceView {
        records = List.copyOf(records);
    }
}
