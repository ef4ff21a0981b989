package org.domainfirmware.emulator.debug;

/** A request to the debug port that cannot be done; the message says why, for the user. */
public final class DebugException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DebugException(String message) {
        super(message);
    }
}
