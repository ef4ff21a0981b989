package org.domainfirmware.emulator.device.vga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.domainfirmware.emulator.device.vga.screen.ScreenFrame;
import org.domainfirmware.emulator.device.vga.screen.ScreenText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Text mode 3: what the monitor shows, and the characters as text. */
class TextModeTest {
    private static final int BLACK = 0x000000;
    private static final int BLUE = 0x0000AA;
    private static final int GREY = 0xAAAAAA;
    private static final int YELLOW = 0xFFFF55;

    private final VgaRig rig = VgaRig.inMode(StandardMode.TEXT_3);

    /** Loads characters into a map as the BIOS does: plane 2, sequential. */
    private void loadGlyph(int map, int character, int... rows) {
        rig.sequencer(2, 0x04);
        rig.sequencer(4, 0x06);
        rig.graphics(5, 0x00);
        rig.graphics(6, 0x04);
        for (int i = 0; i < rows.length; i++) {
            rig.memory.write(0xA0000 + map * 0x4000 + character * 32 + i, 1, rows[i]);
        }
        rig.sequencer(2, 0x03);
        rig.sequencer(4, 0x02);
        rig.graphics(5, 0x10);
        rig.graphics(6, 0x0E);
    }

    @BeforeEach
    void cursorOff() {
        rig.crtc(0x0A, 0x20);
    }

    @Test
    void textIsReadWithAttributesAndCursor() {
        rig.text(0, 0, "Hello", 0x1E);
        rig.text(24, 75, "\u00B3\u00DB\u0001 x", 0x07);
        rig.crtc(0x0A, 0x0D);
        rig.crtc(0x0E, (3 * 80 + 5) >> 8);
        rig.crtc(0x0F, (3 * 80 + 5) & 0xFF);
        ScreenText text = rig.vga.screen().text();
        assertEquals(80, text.columns());
        assertEquals(25, text.rows().size());
        assertEquals("Hello", text.rows().get(0).stripTrailing());
        assertEquals("\u2502\u2588\u263A x", text.rows().get(24).substring(75));
        assertEquals(0x1E, text.attribute(4, 0));
        assertEquals(5, text.cursorColumn());
        assertEquals(3, text.cursorRow());
        assertTrue(text.text().startsWith("Hello\n"));
    }

    @Test
    void startAddressScrolls() {
        rig.text(1, 0, "second", 7);
        rig.crtc(0x0D, 80);
        assertEquals("second", rig.vga.screen().text().rows().get(0).stripTrailing());
        rig.crtc(0x0A, 0x0D);
        assertFalse(rig.vga.screen().text().cursorVisible(), "the cursor is at 0, above the screen");
    }

    /** Characters and fonts share addresses, in other planes: a font written between two pictures changes every row that uses it. */
    @Test
    void aFontWrittenWithoutTouchingARegisterIsShown() {
        loadGlyph(0, 'A', 0x00);
        rig.text(0, 0, "A", 7);
        rig.text(24, 79, "A", 7);
        rig.sequencer(2, 0x04);
        rig.sequencer(4, 0x06);
        rig.graphics(5, 0x00);
        rig.graphics(6, 0x04);
        ScreenFrame before = rig.vga.screen().frame();
        assertEquals(BLACK, before.rgb(0, 0));
        assertEquals(BLACK, before.rgb(79 * 9, 24 * 16));
        rig.memory.write(0xA0000 + 'A' * 32, 1, 0x80);
        ScreenFrame after = rig.vga.screen().frame();
        assertEquals(GREY, after.rgb(0, 0));
        assertEquals(GREY, after.rgb(79 * 9, 24 * 16));
        assertEquals(BLACK, after.rgb(1, 0));
    }

    /** Rows whose memory was not written keep their pixels; the others show what was written. */
    @Test
    void charactersWrittenBetweenTwoPicturesAreShown() {
        loadGlyph(0, 'A', 0x80);
        loadGlyph(0, 'B', 0x40);
        rig.text(0, 0, "A", 7);
        rig.text(24, 0, "A", 7);
        ScreenFrame before = rig.vga.screen().frame();
        assertEquals(GREY, before.rgb(0, 24 * 16));
        rig.text(24, 0, "B", 7);
        ScreenFrame after = rig.vga.screen().frame();
        assertEquals(GREY, after.rgb(0, 0));
        assertEquals(BLACK, after.rgb(0, 24 * 16));
        assertEquals(GREY, after.rgb(1, 24 * 16));
    }

    @Test
    void nothingChangedMeansTheSameAnswer() {
        rig.text(0, 0, "a", 7);
        int count = rig.vga.screen().changeCount();
        ScreenText text = rig.vga.screen().text();
        ScreenFrame frame = rig.vga.screen().frame();
        assertEquals(count, rig.vga.screen().changeCount());
        assertSame(text, rig.vga.screen().text());
        assertSame(frame, rig.vga.screen().frame());
        rig.graphics(8, 0x0F);
        assertEquals(count, rig.vga.screen().changeCount(), "the bit mask changes no picture");
        rig.graphics(8, 0xFF);
        rig.text(0, 0, "b", 7);
        assertTrue(count != rig.vga.screen().changeCount());
        assertNotSame(text, rig.vga.screen().text());
    }

    @Test
    void glyphHasNineDotsAndTheLastRepeatsForLineCharacters() {
        loadGlyph(0, 'A', 0x81);
        loadGlyph(0, 0xC4, 0xFF);
        rig.text(0, 0, "A\u00C4", 0x1E);
        ScreenFrame frame = rig.vga.screen().frame();
        assertEquals(720, frame.width());
        assertEquals(400, frame.height());
        assertEquals(YELLOW, frame.rgb(0, 0));
        assertEquals(BLUE, frame.rgb(1, 0));
        assertEquals(YELLOW, frame.rgb(7, 0));
        assertEquals(BLUE, frame.rgb(8, 0), "the ninth dot is background");
        assertEquals(YELLOW, frame.rgb(17, 0), "C4h joins its neighbour");
        assertEquals(BLUE, frame.rgb(0, 1));
        rig.attribute(0x10, 0x08);
        assertEquals(BLUE, rig.vga.screen().frame().rgb(17, 0), "line graphics off");
    }

    @Test
    void attributeBit3SelectsTheFont() {
        loadGlyph(0, 'A', 0xFF);
        loadGlyph(1, 'A', 0x00);
        rig.text(0, 0, "AA", 0x0E);
        rig.text(0, 1, "A", 0x06);
        assertEquals(YELLOW, rig.vga.screen().frame().rgb(0, 0));
        rig.sequencer(3, 0x04);
        ScreenFrame frame = rig.vga.screen().frame();
        assertEquals(BLACK, frame.rgb(0, 0), "map A is map 1 now");
        assertEquals(0xAA5500, frame.rgb(9, 0), "map B is still map 0");
        assertEquals(0xFF, rig.vga.inspector().font(0)['A' * 32] & 0xFF);
        assertEquals(0x00, rig.vga.inspector().font(1)['A' * 32] & 0xFF);
    }

    @Test
    void blinkingHidesTheForegroundEverySixteenFrames() {
        loadGlyph(0, 'A', 0xFF);
        rig.text(0, 0, "A", 0x97);
        assertEquals(GREY, rig.vga.screen().frame().rgb(0, 0));
        assertEquals(BLUE, rig.vga.screen().frame().rgb(8, 0));
        rig.advance(17L * 14_268_762); // 17 frames of 900 x 449 dots at 28.322 MHz
        assertEquals(BLUE, rig.vga.screen().frame().rgb(0, 0));
        rig.attribute(0x10, 0x04);
        ScreenFrame steady = rig.vga.screen().frame();
        assertEquals(GREY, steady.rgb(0, 0));
        assertEquals(0x5555FF, steady.rgb(8, 0), "bit 7 is a bright background");
    }

    @Test
    void cursorCoversItsRowLinesInForeground() {
        rig.text(0, 0, " ", 0x1E);
        rig.crtc(0x0A, 13);
        rig.crtc(0x0B, 14);
        ScreenFrame frame = rig.vga.screen().frame();
        assertEquals(BLUE, frame.rgb(0, 12));
        assertEquals(YELLOW, frame.rgb(0, 13));
        assertEquals(YELLOW, frame.rgb(8, 14));
        assertEquals(BLUE, frame.rgb(0, 15));
        rig.advance(9L * 14_268_762);
        assertEquals(BLUE, rig.vga.screen().frame().rgb(0, 13), "the other half of its blinking");
        rig.crtc(0x0A, 15);
        assertFalse(rig.vga.screen().text().cursorVisible(), "it ends before it starts");
    }

    @Test
    void underlineOfAttribute1() {
        rig.text(0, 0, "  ", 0x01);
        rig.text(0, 1, " ", 0x02);
        rig.crtc(0x14, 0x0C);
        ScreenFrame frame = rig.vga.screen().frame();
        assertEquals(BLUE, frame.rgb(0, 12));
        assertEquals(BLACK, frame.rgb(9, 12));
    }

    @Test
    void panningShiftsNineDotCharacters() {
        loadGlyph(0, 'A', 0x80);
        rig.text(0, 0, " A", 0x07);
        assertEquals(GREY, rig.vga.screen().frame().rgb(9, 0), "count 8 is no panning");
        rig.attribute(0x13, 0);
        assertEquals(GREY, rig.vga.screen().frame().rgb(8, 0));
        rig.attribute(0x13, 7);
        assertEquals(GREY, rig.vga.screen().frame().rgb(1, 0));
    }

    @Test
    void splitScreenStartsAtAddressZero() {
        rig.text(0, 0, "\u00DB", 0x07);
        loadGlyph(0, 0xDB, 0xFF, 0xFF, 0xFF);
        rig.crtc(0x0C, 0x08);
        rig.crtc(0x09, 0x0F);
        rig.crtc(0x07, 0x0F);
        rig.crtc(0x18, 99);
        ScreenFrame frame = rig.vga.screen().frame();
        assertEquals(BLACK, frame.rgb(0, 0));
        assertEquals(BLACK, frame.rgb(0, 99));
        assertEquals(GREY, frame.rgb(0, 100));
        assertEquals(GREY, frame.rgb(0, 102));
        assertEquals(BLACK, frame.rgb(0, 103));
    }

    @Test
    void blankWhenTheSystemOwnsThePaletteOrTheScreenIsOff() {
        rig.text(0, 0, " ", 0x70);
        assertEquals(GREY, rig.vga.screen().frame().rgb(0, 0));
        rig.in(0x3DA);
        rig.out(0x3C0, 0);
        assertEquals(BLACK, rig.vga.screen().frame().rgb(0, 0));
        rig.in(0x3DA);
        rig.out(0x3C0, 0x20);
        rig.sequencer(1, 0x20);
        assertEquals(BLACK, rig.vga.screen().frame().rgb(0, 0));
    }
}
