package org.domainfirmware.emulator.debug;

/** What a guest tells its debugger unasked. */
public sealed interface DebugEvent {
    /** It runs now. */
    record Resumed(boolean stepping) implements DebugEvent { }

    /** It stands. */
    record Stopped(StopReason reason) implements DebugEvent { }

    /** It is gone; nothing more will come. */
    record Terminated() implements DebugEvent { }

    /** A breakpoint with LOG action was hit; 0 for what concerns none: that the host cannot read an image, say. */
    record Logged(int breakpoint, String text) implements DebugEvent { }

    /** Output of a serial port ("serial0" ...) or the debug console ("debugcon"). */
    record Console(String channel, byte[] bytes) implements DebugEvent { }
}
