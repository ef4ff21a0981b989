package org.domainfirmware.emulator.device.disk;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An image in a file. A {@link RandomAccessFile}, not a channel: interrupting the machine's thread
 * would close a channel under the guest.
 */
public final class ImageFile implements ImageStore {
    private final Path path;
    private final RandomAccessFile file;
    private final long size;

    private ImageFile(Path path, RandomAccessFile file, long size) {
        this.path = path;
        this.file = file;
        this.size = size;
    }

    /**
     * Opens an image.
     *
     * @param write whether the file itself shall change
     * @throws ImageException when it is missing, no regular file, or may not be read (or written)
     */
    public static ImageFile open(Path path, boolean write) throws ImageException {
        if (!Files.exists(path)) {
            throw new ImageException(path + ": no such image file; check the path");
        }
        if (Files.isDirectory(path)) {
            throw new ImageException(path + ": is a directory, not an image file; name a raw image in it");
        }
        if (!Files.isReadable(path)) {
            throw new ImageException(path + ": may not be read; check its permissions");
        }
        if (write && !Files.isWritable(path)) {
            throw new ImageException(path + ": may not be written; check its permissions, or let the guest's writes stay in memory");
        }
        try {
            return opened(path, new RandomAccessFile(path.toFile(), write ? "rw" : "r"));
        } catch (FileNotFoundException e) {
            throw new ImageException(path + ": cannot be opened (" + e.getMessage() + "); name a raw image file", e);
        }
    }

    private static ImageFile opened(Path path, RandomAccessFile file) throws ImageException {
        try {
            return new ImageFile(path, file, file.length());
        } catch (IOException e) {
            try {
                file.close();
            } catch (IOException close) {
                e.addSuppressed(close);
            }
            throw new ImageException(path + ": its size is unknown (" + e.getMessage() + "); copy it to a plain file", e);
        }
    }

    @Override
    public String description() {
        return path.toString();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] to, int offset, int length) throws IOException {
        file.seek(position);
        try {
            file.readFully(to, offset, length);
        } catch (EOFException e) {
            throw new IOException(path + ": became shorter while in use, at byte " + position, e);
        }
    }

    @Override
    public void write(long position, byte[] from, int offset, int length) throws IOException {
        file.seek(position);
        file.write(from, offset, length);
    }

    @Override
    public void flush() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
