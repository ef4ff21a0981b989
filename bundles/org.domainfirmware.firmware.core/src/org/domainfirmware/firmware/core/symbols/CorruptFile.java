package org.domainfirmware.firmware.core.symbols;

/** A file that is not what it claims to be; the message names the part. Readers give it, and nothing else, on bad input. */
public final class CorruptFile extends Exception {
    private static final long serialVersionUID = 1L;

    public CorruptFile(String message) {
        super(message);
    }
}
