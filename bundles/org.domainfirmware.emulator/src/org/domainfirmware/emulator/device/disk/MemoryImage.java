package org.domainfirmware.emulator.device.disk;

/** An image in an array: made by the workbench itself, or by a test. */
public final class MemoryImage implements ImageStore {
    private final String name;
    private final byte[] data;

    /** @param data the image; not copied */
    public MemoryImage(String name, byte[] data) {
        this.name = name;
        this.data = data;
    }

    @Override
    public String description() {
        return name;
    }

    @Override
    public long size() {
        return data.length;
    }

    @Override
    public void read(long position, byte[] to, int offset, int length) {
        System.arraycopy(data, Math.toIntExact(position), to, offset, length);
    }

    @Override
    public void write(long position, byte[] from, int offset, int length) {
        System.arraycopy(from, offset, data, Math.toIntExact(position), length);
    }

    @Override
    public void flush() {
        // Memory needs none.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
