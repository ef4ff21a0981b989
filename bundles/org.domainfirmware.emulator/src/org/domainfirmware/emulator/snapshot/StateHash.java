package org.domainfirmware.emulator.snapshot;

import java.nio.charset.StandardCharsets;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/**
 * A 64-bit hash of everything written to it. Two machines with the same state have the same hash; it
 * is no cryptographic one. Each value is mixed by multiplication with an odd constant and a rotation.
 */
public final class StateHash implements StateWriter {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private long hash = 0x2545F4914F6CDD1DL;

    @Override
    public void writeInt(int value) {
        mix(value & 0xFFFFFFFFL);
    }

    @Override
    public void writeLong(long value) {
        mix(value);
    }

    @Override
    public void writeBytes(byte[] data, int offset, int length) {
        int at = offset;
        int end = offset + length;
        for (; at + 8 <= end; at += 8) {
            mix((long) PhysicalMemory.LONGS.get(data, at));
        }
        long rest = length;
        for (; at < end; at++) {
            rest = rest << 8 | data[at] & 0xFF;
        }
        mix(rest);
    }

    /** Adds a component under its name. */
    public void add(Stateful component) {
        writeBytes(component.name().getBytes(StandardCharsets.UTF_8));
        component.writeState(this);
    }

    private void mix(long value) {
        hash = Long.rotateLeft((hash ^ value) * FACTOR, 29) + value;
    }

    /** The hash so far. */
    public long value() {
        long h = hash;
        h ^= h >>> 32;
        h *= FACTOR;
        return h ^ h >>> 29;
    }
}
