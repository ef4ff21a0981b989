package org.domainfirmware.emulator.device.vga.window;

import org.domainfirmware.emulator.device.vga.Vram;

/** Chain-4 addressing with the data path of the graphics controller in use: rare, but the hardware does it. */
final class Chain4LogicPath extends WindowPath {
    private final PlaneLogic logic;
    private final Vram vram;
    private WriteMode mode;

    Chain4LogicPath(PlaneLogic logic, Vram vram) {
        this.logic = logic;
        this.vram = vram;
    }

    Chain4LogicPath with(WriteMode writeMode) {
        mode = writeMode;
        return this;
    }

    @Override
    int read(int at) {
        int planes = vram.planes(Chain4Path.offset(at));
        logic.latch = planes;
        return logic.readOf(planes, (at & 3) << 3);
    }

    @Override
    int peek(int at) {
        return logic.readOf(vram.planes(Chain4Path.offset(at)), (at & 3) << 3);
    }

    @Override
    void write(int at, int value) {
        mode.write(Chain4Path.offset(at), value, logic.mapMask & 0xFF << ((at & 3) << 3));
    }
}
