package org.domainfirmware.emulator.exec;

/** Why {@link Executor#run} came back. */
public enum Stop {
    /** The instruction count asked for is reached. */
    COUNT,
    /** Somebody called {@link Executor#requestStop}. */
    REQUEST,
    /** A breakpoint of the debugger, before its instruction. */
    BREAKPOINT,
    /** The processor shut down: a triple fault. */
    SHUTDOWN,
    /** Halted with nothing scheduled that could ever wake it. */
    DEAD
}
