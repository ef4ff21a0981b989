package org.domainfirmware.emulator.device.vga.window;

import org.domainfirmware.emulator.device.vga.Vram;

/**
 * Odd/even addressing in general: the sequencer gates writes by address bit 0, the graphics
 * controller replaces that bit and selects the plane of reads; each of the three has a bit of its own.
 */
final class OddEvenPath extends WindowPath {
    private static final int EVEN_PLANES = 0x00FF00FF;

    private final PlaneLogic logic;
    private final Vram vram;
    private WriteMode mode;
    private boolean gateWrites;
    private boolean selectReads;
    private boolean replaceBit0;
    private boolean wide;
    private int page;

    OddEvenPath(PlaneLogic logic, Vram vram) {
        this.logic = logic;
        this.vram = vram;
    }

    /**
     * @param gateWrites sequencer memory mode: odd/even
     * @param selectReads graphics mode: odd/even
     * @param replaceBit0 graphics miscellaneous: chain odd/even
     * @param wide the window has 128 KiB, so that address bit 16 replaces bit 0
     * @param page what replaces it otherwise, 0 or 1
     */
    OddEvenPath with(WriteMode writeMode, boolean gateWrites, boolean selectReads, boolean replaceBit0,
            boolean wide, int page) {
        mode = writeMode;
        this.gateWrites = gateWrites;
        this.selectReads = selectReads;
        this.replaceBit0 = replaceBit0;
        this.wide = wide;
        this.page = page;
        return this;
    }

    private int offset(int at) {
        if (!replaceBit0) {
            return at & 0xFFFF;
        }
        return at & 0xFFFE | (wide ? at >>> 16 & 1 : page);
    }

    private int shift(int at) {
        return selectReads ? logic.readShift & 16 | (at & 1) << 3 : logic.readShift;
    }

    @Override
    int read(int at) {
        int planes = vram.planes(offset(at));
        logic.latch = planes;
        return logic.readOf(planes, shift(at));
    }

    @Override
    int peek(int at) {
        return logic.readOf(vram.planes(offset(at)), shift(at));
    }

    @Override
    void write(int at, int value) {
        int gate = gateWrites ? EVEN_PLANES << ((at & 1) << 3) : -1;
        mode.write(offset(at), value, logic.mapMask & gate);
    }
}
