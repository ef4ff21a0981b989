package org.domainfirmware.emulator.debug;

import java.util.List;

/** Why a guest stands still. */
public sealed interface StopReason {
    /** True when nothing but a reset lets the guest run again: it switched itself off, shut down, or its emulator failed. */
    default boolean isEnd() {
        return this instanceof PoweredOff || this instanceof TripleFault || this instanceof Faulted || this instanceof DomainStopped;
    }

    /** It was asked to. */
    record Suspended() implements StopReason { }

    /** A step or a run-to ended. */
    record StepEnd() implements StopReason { }

    /** Breakpoints hit together at this instruction, by their ids. */
    record AtBreakpoints(List<Integer> ids) implements StopReason {
        public AtBreakpoints {
            ids = List.copyOf(ids);
        }
    }

    /** It has not run yet, or was reset. */
    record AtReset() implements StopReason { }

    /** Triple fault with "stop on shutdown". */
    record TripleFault(String detail) implements StopReason { }

    /** The hypervisor stopped the domain: no monitor where one is needed, a VM entry that fails. It goes on after a reset. */
    record DomainStopped(String why) implements StopReason { }

    /** The guest switched the machine off; it can be looked at, not resumed. */
    record PoweredOff() implements StopReason { }

    /** A defect of the emulator; the report says what it did. */
    record Faulted(String report) implements StopReason { }
}
