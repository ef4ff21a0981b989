package org.domainfirmware.debug.core.guest;

/** Something about the guest cannot be shown; the message says why, for the user. */
public final class InspectionException extends Exception {
    private static final long serialVersionUID = 1L;

    public InspectionException(String message) {
        super(message);
    }
}
