package org.domainfirmware.emulator.device.vga.window;

import org.domainfirmware.emulator.device.vga.Vram;

/** A write mode of the graphics controller: what a system byte does to the planes (Graphics Mode register, bits 1-0). */
abstract class WriteMode {
    final PlaneLogic logic;
    final Vram vram;

    WriteMode(PlaneLogic logic, Vram vram) {
        this.logic = logic;
        this.vram = vram;
    }

    /** The four planes' new bytes, before the map mask. */
    abstract int planes(int value);

    /** Writes one byte at a plane offset to the planes whose bytes of {@code maps} are FFh. */
    final void write(int offset, int value, int maps) {
        vram.merge(offset, planes(value), maps);
    }
}
