package org.domainfirmware.emulator.machine;

/** Why {@link Machine#run} came back. */
public enum RunEnd {
    /** The number of instructions asked for has retired. */
    INSTRUCTIONS,
    /** The guest time asked for is reached. */
    TIME,
    /** {@link Machine#requestStop} was called. */
    STOP_REQUEST,
    /** The debugger's breakpoint, before the instruction at it. */
    BREAKPOINT,
    /** Triple fault, and the configuration stops on that. */
    SHUTDOWN,
    /** The guest switched the machine off. */
    POWERED_OFF,
    /** The debug-exit port was written. */
    EXIT_PORT,
    /** The hypervisor of a partition stopped the domain; {@link Machine#domainError} says why. */
    DOMAIN_STOPPED
}
