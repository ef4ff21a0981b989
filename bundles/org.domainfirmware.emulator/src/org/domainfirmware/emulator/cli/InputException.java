package org.domainfirmware.emulator.cli;

/** Input that cannot be used; the message is one line that names it and the way out. */
final class InputException extends Exception {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
