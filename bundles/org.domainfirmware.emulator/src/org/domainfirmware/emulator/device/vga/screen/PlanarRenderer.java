package org.domainfirmware.emulator.device.vga.screen;

import org.domainfirmware.emulator.device.vga.Crtc;
import org.domainfirmware.emulator.device.vga.VgaParts;

/** 16-colour modes: a bit of each plane makes a pixel. Also one-plane modes, whose other planes are disabled. */
final class PlanarRenderer extends LineRenderer {
    private final VgaParts parts;
    private final int[] colors = new int[16];

    PlanarRenderer(VgaParts parts) {
        this.parts = parts;
    }

    @Override
    void begin() {
        for (int i = 0; i < colors.length; i++) {
            colors[i] = parts.dac().rgb(parts.attribute().dacIndex(i));
        }
    }

    @Override
    int dots() {
        return 8;
    }

    @Override
    int panning(int count) {
        return count & 7;
    }

    @Override
    void draw(int counter, int rowLine, int characters, int[] out) {
        Crtc crtc = parts.crtc();
        int shift = crtc.countShift();
        for (int c = 0; c < characters; c++) {
            int offset = crtc.planeOffset(counter + (c >> shift) & 0xFFFF, rowLine);
            pixels(parts.vram().planes(offset), out, c << 3);
        }
    }

    /** Draws eight pixels of the four planes' bytes. */
    void pixels(int planes, int[] out, int at) {
        for (int bit = 7; bit >= 0; bit--) {
            int p = planes >>> bit;
            out[at + 7 - bit] = colors[p & 1 | p >> 7 & 2 | p >> 14 & 4 | p >> 21 & 8];
        }
    }
}
