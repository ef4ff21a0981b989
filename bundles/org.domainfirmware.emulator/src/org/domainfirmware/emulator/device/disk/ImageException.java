package org.domainfirmware.emulator.device.disk;

import java.io.IOException;

/** An image file that cannot be used; the message is one line that names the file and a way out. */
public final class ImageException extends IOException {
    private static final long serialVersionUID = 1L;

    public ImageException(String message) {
        super(message);
    }

    public ImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
