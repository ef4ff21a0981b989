package org.domainfirmware.firmware.core.symbols;

import java.nio.charset.StandardCharsets;

/** Reads little-endian data from a slice of an array; running over its end is {@link CorruptFile}. */
public final class ByteCursor {
    private static final int MAX_STRING = 1 << 16;

    private final byte[] data;
    private final int start;
    private final int end;
    private int at;

    /** A cursor over {@code data[start, end)}; bounds outside the array are cut. */
    public ByteCursor(byte[] data, int start, int end) {
        this.data = data;
        this.start = Math.max(0, Math.min(start, data.length));
        this.end = Math.max(this.start, Math.min(end, data.length));
        at = this.start;
    }

    /** A cursor over all of an array. */
    public ByteCursor(byte[] data) {
        this(data, 0, data.length);
    }

    /** A cursor over {@code length} bytes from here on, which this one skips. */
    public ByteCursor slice(long length) throws CorruptFile {
        need(length);
        ByteCursor part = new ByteCursor(data, at, at + (int) length);
        at += (int) length;
        return part;
    }

    /** Place relative to the start of the slice. */
    public int position() {
        return at - start;
    }

    public void seek(long position) throws CorruptFile {
        if (position < 0 || position > end - start) {
            throw new CorruptFile("offset " + position + " is outside its section of " + (end - start) + " bytes");
        }
        at = start + (int) position;
    }

    public void skip(long count) throws CorruptFile {
        need(count);
        at += (int) count;
    }

    public boolean hasMore() {
        return at < end;
    }

    public int remaining() {
        return end - at;
    }

    private void need(long count) throws CorruptFile {
        if (count < 0 || count > end - at) {
            throw new CorruptFile("data ends " + (count - (end - at)) + " bytes too early");
        }
    }

    public int u8() throws CorruptFile {
        need(1);
        return data[at++] & 0xFF;
    }

    public int s8() throws CorruptFile {
        return (byte) u8();
    }

    public int u16() throws CorruptFile {
        return u8() | u8() << 8;
    }

    /** 32 bits. */
    public int i32() throws CorruptFile {
        need(4);
        int value = data[at] & 0xFF | (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF) << 16 | data[at + 3] << 24;
        at += 4;
        return value;
    }

    public long u32() throws CorruptFile {
        return i32() & 0xFFFFFFFFL;
    }

    public long i64() throws CorruptFile {
        return u32() | (long) i32() << 32;
    }

    /** An unsigned number of 1, 2, 4 or 8 bytes. */
    public long unsigned(int size) throws CorruptFile {
        return switch (size) {
            case 1 -> u8();
            case 2 -> u16();
            case 4 -> u32();
            case 8 -> i64();
            default -> throw new CorruptFile("a number of " + size + " bytes");
        };
    }

    /** LEB128, unsigned. */
    public long uleb() throws CorruptFile {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int b = u8();
            if (shift < 64) {
                value |= (long) (b & 0x7F) << shift;
            }
            if (b < 0x80) {
                return value;
            }
        }
        throw new CorruptFile("a LEB128 number without end");
    }

    /** LEB128, signed. */
    public long sleb() throws CorruptFile {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int b = u8();
            if (shift < 64) {
                value |= (long) (b & 0x7F) << shift;
            }
            if (b < 0x80) {
                return shift + 7 < 64 && (b & 0x40) != 0 ? value | -1L << shift + 7 : value;
            }
        }
        throw new CorruptFile("a LEB128 number without end");
    }

    /** A string up to its zero byte. */
    public String string() throws CorruptFile {
        int from = at;
        while (u8() != 0) {
            if (at - from > MAX_STRING) {
                throw new CorruptFile("a string without end");
            }
        }
        return new String(data, from, at - 1 - from, StandardCharsets.UTF_8);
    }

    /** A copy of the next bytes. */
    public byte[] bytes(long count) throws CorruptFile {
        need(count);
        byte[] copy = java.util.Arrays.copyOfRange(data, at, at + (int) count);
        at += (int) count;
        return copy;
    }
}
