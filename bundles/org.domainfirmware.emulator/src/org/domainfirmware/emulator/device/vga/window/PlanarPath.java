package org.domainfirmware.emulator.device.vga.window;

import org.domainfirmware.emulator.device.vga.Vram;

/** Sequential addressing: each window byte is the same offset of all planes (modes Dh to 12h, mode X). */
final class PlanarPath extends WindowPath {
    private static final int WITHIN = Vram.PLANE_OFFSETS - 1;

    private final PlaneLogic logic;
    private final Vram vram;
    private WriteMode mode;

    PlanarPath(PlaneLogic logic, Vram vram) {
        this.logic = logic;
        this.vram = vram;
    }

    PlanarPath with(WriteMode writeMode) {
        mode = writeMode;
        return this;
    }

    private int offset(int at) {
        // A plane has 64 KiB in the legacy modes; the 128 KiB window wraps.
        return logic.bank + (at & 0xFFFF) & WITHIN;
    }

    @Override
    int read(int at) {
        int planes = vram.planes(offset(at));
        logic.latch = planes;
        return logic.readOf(planes, logic.readShift);
    }

    @Override
    int peek(int at) {
        return logic.readOf(vram.planes(offset(at)), logic.readShift);
    }

    @Override
    void write(int at, int value) {
        mode.write(offset(at), value, logic.mapMask);
    }

    @Override
    void writeRun(int at, byte[] from, int offset, int count) {
        WriteMode writer = mode;
        int maps = logic.mapMask;
        for (int i = 0; i < count; i++) {
            writer.write(offset(at + i), from[offset + i], maps);
        }
    }

    @Override
    void copyBytes(int from, int to, int count) {
        WriteMode writer = mode;
        int maps = logic.mapMask;
        for (int i = 0; i < count; i++) {
            writer.write(offset(to + i), read(from + i), maps);
        }
    }
}
