package org.domainfirmware.emulator.snapshot;

/** A snapshot that cannot be what this build wrote; the message names the lump. */
public final class CorruptSnapshot extends Exception {
    private static final long serialVersionUID = 1L;

    public CorruptSnapshot(String message) {
        super(message);
    }
}
