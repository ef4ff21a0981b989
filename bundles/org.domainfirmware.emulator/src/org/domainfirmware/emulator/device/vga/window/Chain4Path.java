package org.domainfirmware.emulator.device.vga.window;

import org.domainfirmware.emulator.device.vga.Changes;
import org.domainfirmware.emulator.device.vga.Vram;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/**
 * Chain-4 addressing as mode 13h uses it: the low two address bits are the plane, the others the
 * offset, so that an aligned doubleword is one word of all four planes. As the CRTC's doubleword
 * mode puts counter bits 12 and 13 into address bits 0 and 1, so address bits 14 and 15 go there.
 */
final class Chain4Path extends WindowPath {
    private final PlaneLogic logic;
    private final Vram vram;
    private final byte[] bytes;
    private final Changes changes;

    Chain4Path(PlaneLogic logic, Vram vram) {
        this.logic = logic;
        this.vram = vram;
        bytes = vram.bytes();
        changes = vram.changes();
    }

    /** Plane offset of a window address. */
    static int offset(int at) {
        return at & 0xFFFC | at >>> 14 & 3;
    }

    private static int index(int at) {
        return offset(at) << 2 | at & 3;
    }

    @Override
    int read(int at) {
        logic.latch = vram.planes(offset(at));
        return peek(at);
    }

    @Override
    int peek(int at) {
        return bytes[index(at)] & 0xFF;
    }

    @Override
    int read32(int at) {
        if ((at & 3) != 0) {
            return super.read32(at);
        }
        int planes = vram.planes(offset(at));
        logic.latch = planes;
        return planes;
    }

    @Override
    void write(int at, int value) {
        int i = index(at);
        bytes[i] = (byte) value;
        changes.memory(i);
    }

    @Override
    void write16(int at, int value) {
        if ((at & 3) == 3) {
            super.write16(at, value);
            return;
        }
        int i = index(at);
        PhysicalMemory.SHORTS.set(bytes, i, (short) value);
        changes.memory(i);
    }

    @Override
    void write32(int at, int value) {
        if ((at & 3) != 0) {
            super.write32(at, value);
            return;
        }
        vram.setPlanes(offset(at), value);
    }

    @Override
    void writeRun(int at, byte[] from, int offset, int count) {
        int i = 0;
        for (; i < count && (at + i & 3) != 0; i++) {
            write(at + i, from[offset + i]);
        }
        for (; i + 3 < count; i += 4) {
            vram.setPlanes(offset(at + i), (int) PhysicalMemory.INTS.get(from, offset + i));
        }
        for (; i < count; i++) {
            write(at + i, from[offset + i]);
        }
    }

    @Override
    void readRun(int at, byte[] to, int offset, int count) {
        for (int i = 0; i < count; i++) {
            to[offset + i] = bytes[index(at + i)];
        }
        if (count > 0) {
            logic.latch = vram.planes(offset(at + count - 1));
        }
    }
}
