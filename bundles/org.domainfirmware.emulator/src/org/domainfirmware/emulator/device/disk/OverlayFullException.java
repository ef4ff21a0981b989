package org.domainfirmware.emulator.device.disk;

import java.io.IOException;

/** A write that would take an overlay past its budget; the guest sees a write error. */
public final class OverlayFullException extends IOException {
    private static final long serialVersionUID = 1L;

    public OverlayFullException(String message) {
        super(message);
    }
}
