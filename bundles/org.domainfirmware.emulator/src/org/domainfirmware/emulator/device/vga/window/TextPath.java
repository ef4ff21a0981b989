package org.domainfirmware.emulator.device.vga.window;

import org.domainfirmware.emulator.device.vga.Changes;
import org.domainfirmware.emulator.device.vga.Vram;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/**
 * Odd/even addressing as text modes use it: even bytes are characters in plane 0, odd ones
 * attributes in plane 1, nothing else happens on the way. A cell is one 16-bit word of memory.
 */
final class TextPath extends WindowPath {
    private final PlaneLogic logic;
    private final Vram vram;
    private final byte[] bytes;
    private final Changes changes;

    TextPath(PlaneLogic logic, Vram vram) {
        this.logic = logic;
        this.vram = vram;
        bytes = vram.bytes();
        changes = vram.changes();
    }

    private static int index(int at) {
        return (at & 0xFFFE) << 2 | at & 1;
    }

    @Override
    int read(int at) {
        logic.latch = vram.planes(at & 0xFFFE);
        return peek(at);
    }

    @Override
    int peek(int at) {
        return bytes[index(at)] & 0xFF;
    }

    @Override
    int read16(int at) {
        if ((at & 1) != 0) {
            return super.read16(at);
        }
        int planes = vram.planes(at & 0xFFFE);
        logic.latch = planes;
        return planes & 0xFFFF;
    }

    @Override
    void write(int at, int value) {
        int i = index(at);
        bytes[i] = (byte) value;
        changes.memory(i);
    }

    @Override
    void write16(int at, int value) {
        if ((at & 1) != 0) {
            super.write16(at, value);
            return;
        }
        int i = index(at);
        PhysicalMemory.SHORTS.set(bytes, i, (short) value);
        changes.memory(i);
    }

    @Override
    void writeRun(int at, byte[] from, int offset, int count) {
        int i = 0;
        if ((at & 1) != 0 && count > 0) {
            write(at, from[offset]);
            i = 1;
        }
        for (; i + 1 < count; i += 2) {
            int cell = index(at + i);
            bytes[cell] = from[offset + i];
            bytes[cell + 1] = from[offset + i + 1];
            changes.memory(cell);
        }
        if (i < count) {
            write(at + i, from[offset + i]);
        }
    }

    @Override
    void readRun(int at, byte[] to, int offset, int count) {
        for (int i = 0; i < count; i++) {
            to[offset + i] = bytes[index(at + i)];
        }
        if (count > 0) {
            logic.latch = vram.planes(at + count - 1 & 0xFFFE);
        }
    }
}
