package org.domainfirmware.emulator.device.disk;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of an image, wherever they are kept. */
public interface ImageStore extends Closeable {
    String description();

    /** Bytes, fixed while it is open. */
    long size();

    void read(long position, byte[] to, int offset, int length) throws IOException;

    void write(long position, byte[] from, int offset, int length) throws IOException;

    void flush() throws IOException;
}
