package org.domainfirmware.emulator.exec;

/** Why {@link Executor#run} came back. */
public enum Stop {
    /** The instruction count asked for is reached. */
    COUNT,
    /** Somebody called {@link Executor#requestStop}. */
    REQUEST,
    /** A device called {@link Executor#signal}: something for the whole machine is due, such as a reset. */
    SIGNAL,
    /** A breakpoint of the debugger, before its instruction. */
    BREAKPOINT,
    /** The processor shut down: a triple fault. */
    SHUTDOWN,
    /** Halted with nothing scheduled that could ever wake it. */
    DEAD
}
