package org.domainfirmware.emulator.cpu.x87;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An operand in a byte array. */
final class ArrayFpuMemory implements FpuMemory {

    private final ByteBuffer buffer;
    private int format = FORMAT_32 | FORMAT_PROTECTED;

    ArrayFpuMemory(byte[] bytes) {
        buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    void setFormat(int newFormat) {
        format = newFormat;
    }

    @Override
    public int read16(int displacement) {
        return buffer.getShort(displacement) & 0xFFFF;
    }

    @Override
    public int read32(int displacement) {
        return buffer.getInt(displacement);
    }

    @Override
    public long read64(int displacement) {
        return buffer.getLong(displacement);
    }

    @Override
    public void write16(int displacement, int value) {
        buffer.putShort(displacement, (short) value);
    }

    @Override
    public void write32(int displacement, int value) {
        buffer.putInt(displacement, value);
    }

    @Override
    public void write64(int displacement, long value) {
        buffer.putLong(displacement, value);
    }

    @Override
    public void checkWrite(int length) {
        if (length > buffer.capacity()) {
            throw new IndexOutOfBoundsException(length);
        }
    }

    @Override
    public int environmentFormat() {
        return format;
    }
}
