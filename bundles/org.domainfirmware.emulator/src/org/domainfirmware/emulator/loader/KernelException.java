package org.domainfirmware.emulator.loader;

/** A kernel, initial RAM disk or command line that cannot be started; the message is one line for the user. */
public final class KernelException extends Exception {
    private static final long serialVersionUID = 1L;

    public KernelException(String message) {
        super(message);
    }
}
