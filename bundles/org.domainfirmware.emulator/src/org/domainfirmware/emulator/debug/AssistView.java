package org.domainfirmware.emulator.debug;

import java.util.List;
import org.domainfirmware.emulator.vmx.AssistTrace;
import org.domainfirmware.emulator.vmx.AssistTrap;

/**
 * The VM86 monitor of a domain at work, as traced.
 *
 * @param domain false for a machine with real mode of its own, which has no monitor
 * @param traced the trace is on
 * @param monitorActive the monitor stands in for real mode; false: the guest is in protected mode, alone
 * @param virtual8086 the processor runs the guest itself, in virtual-8086 mode
 * @param switches world switches since the domain began
 * @param instructions retired while the trace was on
 * @param seen stays in the monitor since the trace was switched on
 * @param dropped of them, those too old to be kept
 * @param totals count and cost of all stays by kind, the costliest first
 * @param newest stays asked for, oldest first
 */
public record AssistView(boolean domain, boolean traced, boolean monitorActive, boolean virtual8086, long switches,
        long instructions, long seen, long dropped, List<AssistTrace.Total> totals, List<AssistTrap> newest) {
    public AssistView {
        totals = List.copyOf(totals);
        newest = List.copyOf(newest);
    }
}
