package org.domainfirmware.emulator.device.vga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.domainfirmware.emulator.device.vga.screen.ScreenFrame;
import org.domainfirmware.emulator.device.vga.screen.ScreenText;
import org.junit.jupiter.api.Test;

/** A pixel here and there in each kind of standard mode, where the mode's documentation puts it. */
class GraphicsModesTest {
    private ScreenFrame frame(VgaRig rig) {
        return rig.vga.screen().frame();
    }

    @Test
    void mode13hIsAByteAPixel() {
        VgaRig rig = VgaRig.inMode(StandardMode.VGA_13);
        rig.dac(200, 0x3F, 0x00, 0x15);
        rig.memory.write(0xA0000 + 320 * 150 + 123, 1, 200);
        ScreenFrame frame = frame(rig);
        assertEquals(640, frame.width());
        assertEquals(400, frame.height());
        for (int dot = 0; dot < 4; dot++) {
            assertEquals(0xFF0055, frame.rgb(246 + (dot & 1), 300 + (dot >> 1)));
        }
        assertEquals(0, frame.rgb(245, 300));
        assertEquals(0, frame.rgb(248, 300));
        assertEquals(0, frame.rgb(246, 302));
        assertSame(ScreenText.EMPTY, rig.vga.screen().text());
    }

    @Test
    void modeXShowsFourPlanesInByteMode() {
        VgaRig rig = VgaRig.inMode(StandardMode.VGA_13);
        rig.sequencer(4, 0x06);
        rig.crtc(0x14, 0x00);
        rig.crtc(0x17, 0xE3);
        rig.dac(5, 0x3F, 0x3F, 0x3F);
        rig.sequencer(2, 0x04);
        rig.memory.write(0xA0000 + 80 * 10 + 3, 1, 5);
        assertEquals(0xFFFFFF, frame(rig).rgb((3 * 4 + 2) * 2, 20));
        rig.sequencer(2, 0x0F);
        rig.memory.write(0xA0000 + 80 * 10 + 4, 1, 5);
        assertEquals(0xFFFFFF, frame(rig).rgb(16 * 2, 20));
        assertEquals(0xFFFFFF, frame(rig).rgb(19 * 2, 20));
    }

    @Test
    void mode12hTakesABitOfEachPlane() {
        VgaRig rig = VgaRig.inMode(StandardMode.VGA_12);
        rig.sequencer(2, 0x0A);
        rig.memory.write(0xA0000 + 80 * 479 + 79, 1, 0x01);
        ScreenFrame frame = frame(rig);
        assertEquals(480, frame.height());
        assertEquals(0x55FF55, frame.rgb(639, 479), "colour 10");
        assertEquals(0, frame.rgb(638, 479));
    }

    @Test
    void mode4HasTwoBitsAPixelInInterleavedLines() {
        VgaRig rig = VgaRig.inMode(StandardMode.CGA_4);
        rig.memory.write(0xB8000, 1, 0b00_01_10_11);
        rig.memory.write(0xB8000 + 0x2000 + 1, 1, 0b11_00_00_00);
        ScreenFrame frame = frame(rig);
        assertEquals(640, frame.width());
        int[] dacIndexes = {0x00, 0x13, 0x15, 0x17};
        for (int i = 0; i < 4; i++) {
            assertEquals(rig.vga.inspector().palette()[dacIndexes[i]], frame.rgb(2 * i, 0), "pixel " + i);
            assertEquals(frame.rgb(2 * i, 0), frame.rgb(2 * i + 1, 1), "doubled both ways");
        }
        assertEquals(frame.rgb(6, 0), frame.rgb(8, 2), "odd lines are 2000h further");
        assertEquals(0, frame.rgb(8, 0));
    }

    @Test
    void mode6HasOneBitAPixel() {
        VgaRig rig = VgaRig.inMode(StandardMode.CGA_6);
        rig.memory.write(0xB8000 + 0x2000 + 80, 1, 0x80);
        ScreenFrame frame = frame(rig);
        assertEquals(640, frame.width());
        int white = rig.vga.inspector().palette()[0x17];
        assertEquals(white, frame.rgb(0, 6), "line 3, doubled");
        assertEquals(white, frame.rgb(0, 7));
        assertEquals(0, frame.rgb(1, 6));
        assertEquals(0, frame.rgb(0, 8));
    }

    @Test
    void modeDhHalvesTheDotClockAndScansTwice() {
        VgaRig rig = VgaRig.inMode(StandardMode.EGA_D);
        rig.sequencer(2, 0x01);
        rig.memory.write(0xA0000 + 40, 1, 0x40);
        ScreenFrame frame = frame(rig);
        assertEquals(640, frame.width());
        assertEquals(400, frame.height());
        for (int dot = 0; dot < 4; dot++) {
            assertEquals(0x0000AA, frame.rgb(2 + (dot & 1), 2 + (dot >> 1)));
        }
        assertEquals(0, frame.rgb(4, 2));
    }

    @Test
    void panningAndSplitScreenInGraphics() {
        VgaRig rig = VgaRig.inMode(StandardMode.VGA_12);
        rig.sequencer(2, 0x0F);
        rig.memory.write(0xA0000, 1, 0x10);
        rig.memory.write(0xA0000 + 0x9600, 1, 0x10);
        rig.crtc(0x0C, 0x96);
        rig.attribute(0x13, 3);
        rig.crtc(0x07, 0x2E | 0x10);
        rig.crtc(0x09, 0x00);
        rig.crtc(0x18, 0x2C); // line compare 300
        rig.crtc(0x11, 0x0C);
        rig.crtc(0x07, 0x3E);
        assertEquals(0xFFFFFF, frame(rig).rgb(0, 0));
        assertEquals(0xFFFFFF, frame(rig).rgb(0, 301), "the split is panned too");
        rig.attribute(0x10, 0x21);
        assertEquals(0xFFFFFF, frame(rig).rgb(3, 301), "panning ends at the split");
        assertEquals(0xFFFFFF, frame(rig).rgb(0, 0));
    }

    @Test
    void unchangedLinesAreNotDrawnAgain() {
        VgaRig rig = VgaRig.inMode(StandardMode.VGA_12);
        frame(rig);
        rig.sequencer(2, 0x0F);
        rig.memory.write(0xA0000 + 80 * 240, 1, 0xFF);
        ScreenFrame frame = frame(rig);
        assertEquals(0xFFFFFF, frame.rgb(0, 240));
        // A page of 4096 bytes holds 1024 offsets of all planes: 13 lines of 80.
        assertEquals(true, frame.firstChangedRow() > 224 && frame.lastChangedRow() < 256, frame.firstChangedRow() + "-" + frame.lastChangedRow());
    }
}
