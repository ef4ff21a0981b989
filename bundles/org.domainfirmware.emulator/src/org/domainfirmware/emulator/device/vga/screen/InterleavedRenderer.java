package org.domainfirmware.emulator.device.vga.screen;

import org.domainfirmware.emulator.device.vga.Crtc;
import org.domainfirmware.emulator.device.vga.VgaParts;

/**
 * CGA's 4-colour modes: the shift registers of planes 0 and 1 hold pixels of two bits, one after
 * the other; planes 2 and 3 give the two higher colour bits.
 */
final class InterleavedRenderer extends LineRenderer {
    private final VgaParts parts;
    private final int[] colors = new int[16];

    InterleavedRenderer(VgaParts parts) {
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
            int planes = parts.vram().planes(crtc.planeOffset(counter + (c >> shift) & 0xFFFF, rowLine));
            int at = c << 3;
            for (int i = 0; i < 4; i++) {
                int p = planes >>> 6 - 2 * i;
                out[at + i] = colors[p & 3 | p >> 14 & 12];
                out[at + 4 + i] = colors[p >> 8 & 3 | p >> 22 & 12];
            }
        }
    }
}
