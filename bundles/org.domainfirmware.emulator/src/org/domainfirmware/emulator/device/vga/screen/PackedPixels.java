package org.domainfirmware.emulator.device.vga.screen;

import org.domainfirmware.emulator.device.vga.Dac;
import org.domainfirmware.emulator.device.vga.Vram;

/** Pixels of the DISPI modes with 8 to 32 bits: little-endian, blue lowest. */
final class PackedPixels {
    private static final int WITHIN = Vram.SIZE - 1;

    private final byte[] memory;
    private final Dac dac;
    private final int[] colors = new int[256];

    PackedPixels(Vram vram, Dac dac) {
        memory = vram.bytes();
        this.dac = dac;
    }

    /** Looks up the colours for a picture. */
    void begin() {
        for (int i = 0; i < colors.length; i++) {
            colors[i] = dac.rgb(i);
        }
    }

    /**
     * Draws pixels.
     *
     * @param bits 8, 15, 16, 24 or 32
     * @param from first byte; beyond the end of display memory it begins again
     */
    void draw(int bits, int from, int count, int[] out, int at) {
        switch (bits) {
            case 8 -> {
                for (int i = 0; i < count; i++) {
                    out[at + i] = colors[memory[from + i & WITHIN] & 0xFF];
                }
            }
            case 15 -> {
                for (int i = 0; i < count; i++) {
                    int v = byteAt(from + 2 * i) | byteAt(from + 2 * i + 1) << 8;
                    out[at + i] = five(v >> 10) << 16 | five(v >> 5) << 8 | five(v);
                }
            }
            case 16 -> {
                for (int i = 0; i < count; i++) {
                    int v = byteAt(from + 2 * i) | byteAt(from + 2 * i + 1) << 8;
                    int green = v >> 5 & 0x3F;
                    out[at + i] = five(v >> 11) << 16 | (green << 2 | green >> 4) << 8 | five(v);
                }
            }
            default -> {
                int step = bits / 8;
                for (int i = 0; i < count; i++) {
                    int p = from + step * i;
                    out[at + i] = byteAt(p) | byteAt(p + 1) << 8 | byteAt(p + 2) << 16;
                }
            }
        }
    }

    private int byteAt(int index) {
        return memory[index & WITHIN] & 0xFF;
    }

    private static int five(int value) {
        int v = value & 0x1F;
        return v << 3 | v >> 2;
    }
}
