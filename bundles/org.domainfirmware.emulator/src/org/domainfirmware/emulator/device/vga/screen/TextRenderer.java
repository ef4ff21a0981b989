package org.domainfirmware.emulator.device.vga.screen;

import org.domainfirmware.emulator.device.vga.Crtc;
import org.domainfirmware.emulator.device.vga.RasterTiming;
import org.domainfirmware.emulator.device.vga.VgaParts;

/** Text modes: characters from plane 0, attributes from plane 1, fonts from plane 2. */
final class TextRenderer extends LineRenderer {
    private static final int NO_CURSOR = -1;
    private static final int GLYPHS = 256;
    private static final int GLYPH_LINES = 32;

    private final VgaParts parts;
    private final RasterTiming timing;
    private final byte[] memory;
    private final int[] colors = new int[16];
    private final int[] fonts = new int[2];
    private final byte[][] glyphs = new byte[2][GLYPHS * GLYPH_LINES];
    private boolean otherFonts = true;
    private int dots;
    private boolean lineGraphics;
    private boolean blinks;
    private boolean blinkedOut;
    private int cursor;
    private int cursorStart;
    private int cursorEnd;
    private int underline;

    TextRenderer(VgaParts parts, RasterTiming timing) {
        this.parts = parts;
        this.timing = timing;
        memory = parts.vram().bytes();
    }

    @Override
    void begin() {
        for (int i = 0; i < colors.length; i++) {
            colors[i] = parts.dac().rgb(parts.attribute().dacIndex(i));
        }
        fonts[0] = parts.sequencer().fontOffset(false);
        fonts[1] = parts.sequencer().fontOffset(true);
        otherFonts = compareFont(0) | (fonts[1] != fonts[0] && compareFont(1));
        dots = parts.sequencer().characterDots();
        lineGraphics = parts.attribute().lineGraphics();
        blinks = parts.attribute().blinkEnabled();
        blinkedOut = !timing.characterPhase();
        Crtc crtc = parts.crtc();
        cursor = crtc.cursorOff() || !timing.cursorPhase() ? NO_CURSOR : crtc.cursorAddress() + crtc.cursorSkew();
        cursorStart = crtc.cursorStart();
        cursorEnd = crtc.cursorEnd();
        underline = crtc.underlineRow();
    }

    /** Whether the fonts in display memory are others than at the {@link #begin} before. */
    boolean otherFonts() {
        return otherFonts;
    }

    /** Fonts lie in the same addresses as the characters, in another plane, so their own bytes are compared. */
    private boolean compareFont(int font) {
        byte[] known = glyphs[font];
        int at = (fonts[font] << 2) + 2;
        boolean other = false;
        for (int i = 0; i < known.length; i++, at += 4) {
            other |= known[i] != memory[at];
            known[i] = memory[at];
        }
        return other;
    }

    @Override
    int dots() {
        return dots;
    }

    @Override
    int panning(int count) {
        // With 9 dots the count is one less than the dots, and 8 means none.
        if (dots == 9) {
            return count >= 8 ? 0 : count + 1;
        }
        return count & 7;
    }

    @Override
    boolean rowLineMatters() {
        return true;
    }

    @Override
    void draw(int counter, int rowLine, int characters, int[] out) {
        Crtc crtc = parts.crtc();
        int shift = crtc.countShift();
        boolean cursorLine = rowLine >= cursorStart && rowLine <= cursorEnd;
        int at = 0;
        for (int c = 0; c < characters; c++) {
            int address = counter + (c >> shift) & 0xFFFF;
            int cell = parts.vram().planes(crtc.planeOffset(address, rowLine));
            int character = cell & 0xFF;
            int attribute = cell >> 8 & 0xFF;
            int pattern = memory[(fonts[attribute >> 3 & 1] + character * 32 + rowLine << 2) + 2] & 0xFF;
            if ((attribute & 0x77) == 0x01 && rowLine == underline) {
                pattern = 0x1FF;
            } else {
                boolean joins = lineGraphics && (character & 0xE0) == 0xC0;
                pattern = pattern << 1 | (joins ? pattern & 1 : 0);
            }
            int back = attribute >> 4;
            if (blinks) {
                back &= 7;
                if (blinkedOut && (attribute & 0x80) != 0) {
                    pattern = 0;
                }
            }
            if (cursorLine && address == cursor) {
                pattern = 0x1FF;
            }
            drawCell(out, at, pattern, colors[attribute & 15], colors[back]);
            at += dots;
        }
    }

    /** @param pattern nine dots, the first in bit 8 */
    private void drawCell(int[] out, int at, int pattern, int fore, int back) {
        int differ = fore ^ back;
        for (int d = 0; d < dots; d++) {
            out[at + d] = back ^ differ & -(pattern >> 8 - d & 1);
        }
    }
}
