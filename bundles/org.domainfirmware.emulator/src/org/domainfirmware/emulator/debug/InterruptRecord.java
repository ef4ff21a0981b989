package org.domainfirmware.emulator.debug;

/**
 * An INT call (or interrupt, or exception) as the trace keeps it.
 *
 * @param depth nesting, 0 outermost
 * @param kind how it came about
 * @param in registers at entry: EAX EBX ECX EDX ESI EDI EBP, then DS ES as the low and high half of the last
 * @param out the same at return, or null while it has not returned
 * @param flagsOut EFLAGS at return
 * @param start instruction count at entry
 * @param startNanos guest time at entry
 * @param nanos guest time until the return, waiting in HLT included; -1 while it has not returned
 */
public record InterruptRecord(long id, int depth, int vector, Kind kind, int callerSelector, int callerOffset, int[] in,
        int[] out, int flagsOut, long start, long startNanos, long nanos) {
    /** Software INT, hardware interrupt, exception. */
    public enum Kind { SOFTWARE, HARDWARE, EXCEPTION }
}
