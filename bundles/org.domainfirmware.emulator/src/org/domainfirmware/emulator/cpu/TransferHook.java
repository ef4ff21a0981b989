package org.domainfirmware.emulator.cpu;

/**
 * Sees interrupts, returns and changes of mode go by: the interrupt trace, interrupt breakpoints, the record of E820
 * calls. Without one ({@link Cpu#hook} null) it costs a test for each of these, none
 * for other instructions.
 */
public interface TransferHook {
    /** How an interrupt came about. */
    enum Kind { SOFTWARE, HARDWARE, EXCEPTION }

    /** About to enter a handler; CS:EIP is where it will come back to. A fault on the way may prevent the entry. */
    default void beforeInterrupt(int vector, Kind kind) {
    }

    /** In the handler, before its first instruction. */
    default void afterInterrupt() {
    }

    /** An IRET or far RET has gone back. */
    default void afterReturn() {
    }

    /** The mode is another one now; both as {@link Cpu#mode} has it. */
    default void modeChanged(int before, int after) {
    }

    /** A segment register is about to get its hidden part from a descriptor; CS is still the loading instruction's. */
    default void descriptorLoad(int segment) {
    }
}
