package org.domainfirmware.emulator.device.vga.screen;

import org.domainfirmware.emulator.device.vga.Crtc;
import org.domainfirmware.emulator.device.vga.VgaParts;

/** 256-colour modes (13h and its unchained relatives): the planes' bytes are four pixels of two dots. */
final class Color256Renderer extends LineRenderer {
    private final VgaParts parts;
    private final int[] colors = new int[256];

    Color256Renderer(VgaParts parts) {
        this.parts = parts;
    }

    @Override
    void begin() {
        for (int i = 0; i < colors.length; i++) {
            colors[i] = parts.dac().rgb(i);
        }
    }

    @Override
    int dots() {
        return 8;
    }

    @Override
    int panning(int count) {
        // A pixel has two dots: counts 0, 2, 4, 6 are the pixels.
        return count & 6;
    }

    @Override
    void draw(int counter, int rowLine, int characters, int[] out) {
        Crtc crtc = parts.crtc();
        int shift = crtc.countShift();
        int at = 0;
        for (int c = 0; c < characters; c++) {
            int planes = parts.vram().planes(crtc.planeOffset(counter + (c >> shift) & 0xFFFF, rowLine));
            for (int i = 0; i < 4; i++) {
                int color = colors[planes & 0xFF];
                out[at++] = color;
                out[at++] = color;
                planes >>>= 8;
            }
        }
    }
}
