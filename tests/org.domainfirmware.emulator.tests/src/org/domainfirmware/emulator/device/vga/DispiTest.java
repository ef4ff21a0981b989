package org.domainfirmware.emulator.device.vga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.domainfirmware.emulator.device.vga.screen.ScreenFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The DISPI interface as Bochs documents it for VBE BIOSes. */
class DispiTest {
    private static final int LFB = Vga.DEFAULT_LINEAR_FRAME_BUFFER;

    private final VgaRig rig = VgaRig.inMode(StandardMode.TEXT_3);

    private void enable(int width, int height, int bits, int flags) {
        rig.dispi(4, 0);
        rig.dispi(1, width);
        rig.dispi(2, height);
        rig.dispi(3, bits);
        rig.dispi(4, 1 | flags);
    }

    @Test
    void idIsTheLastThatWasOffered() {
        for (int id = 0xB0C0; id <= 0xB0C5; id++) {
            rig.dispi(0, id);
            assertEquals(id, rig.dispi(0));
        }
        rig.dispi(0, 0xB0C6);
        assertEquals(0xB0C5, rig.dispi(0), "a version that does not exist is refused");
    }

    @Test
    void capabilitiesReplaceTheGeometryWhileAsked() {
        rig.dispi(1, 800);
        rig.dispi(4, 2);
        assertTrue(rig.dispi(1) >= 1600 && rig.dispi(2) >= 1200);
        assertEquals(32, rig.dispi(3));
        rig.dispi(4, 0);
        assertEquals(800, rig.dispi(1));
        assertEquals(256, rig.dispi(10), "16 MiB in 64 KiB units");
    }

    @Test
    void geometryIsFixedWhileEnabled() {
        enable(800, 600, 16, 0x40);
        rig.dispi(1, 640);
        rig.dispi(3, 8);
        assertEquals(800, rig.dispi(1));
        assertEquals(16, rig.dispi(3));
        assertEquals(0x41, rig.dispi(4));
    }

    @Test
    void virtualSizeFollowsMemory() {
        enable(1024, 768, 8, 0x40);
        assertEquals(1024, rig.dispi(6));
        assertEquals(16384, rig.dispi(7));
        rig.dispi(6, 2048);
        assertEquals(8192, rig.dispi(7));
        rig.dispi(6, 512);
        assertEquals(2048, rig.dispi(6), "narrower than the screen");
    }

    @Test
    void enablingClearsMemoryUnlessToldNotTo() {
        rig.memory.write(LFB + 0x123456, 4, 0xCAFEBABE);
        enable(640, 480, 8, 0x80);
        assertEquals(0xCAFEBABE, rig.memory.read(LFB + 0x123456, 4));
        enable(640, 480, 8, 0);
        assertEquals(0, rig.memory.read(LFB + 0x123456, 4));
    }

    @Test
    void banksShowTheLinearFrameBuffer() {
        enable(640, 480, 8, 0);
        rig.dispi(5, 3);
        rig.memory.write(0xA1234, 2, 0xBEEF);
        assertEquals(0xBEEF, rig.memory.read(LFB + 0x31234, 2));
        rig.dispi(5, 255);
        rig.memory.write(0xAFFFC, 4, 0x01020304);
        assertEquals(0x01020304, rig.memory.read(LFB + Vram.SIZE - 4, 4));
    }

    @ParameterizedTest
    @CsvSource({"15, 7C1F, FF00FF", "16, FC1F, FF82FF", "24, 336699, 336699", "32, 336699, 336699"})
    void pixelFormats(int bits, String value, String rgb) {
        enable(640, 480, bits, 0x40);
        int bytes = (bits + 7) / 8;
        int pixel = Integer.parseInt(value, 16);
        int at = LFB + (2 * 640 + 5) * bytes;
        for (int b = 0; b < bytes; b++) {
            rig.memory.write(at + b, 1, pixel >> 8 * b);
        }
        ScreenFrame frame = rig.vga.screen().frame();
        assertEquals(Integer.parseInt(rgb, 16), frame.rgb(5, 2));
        assertEquals(0, frame.rgb(4, 2));
        assertEquals(0, frame.rgb(6, 2));
    }

    @Test
    void offsetsMoveThePicture() {
        enable(640, 480, 32, 0x40);
        rig.dispi(6, 800);
        rig.dispi(8, 16);
        rig.dispi(9, 100);
        rig.memory.write(LFB + (100 * 800 + 16) * 4, 4, 0xABCDEF);
        assertEquals(0xABCDEF, rig.vga.screen().frame().rgb(0, 0));
    }

    @Test
    void dacOfEightBits() {
        enable(640, 480, 8, 0x60);
        rig.dac(7, 0x81, 0xFF, 0x01);
        rig.memory.write(LFB, 1, 7);
        assertEquals(0x81FF01, rig.vga.screen().frame().rgb(0, 0));
        rig.dispi(4, 0x41);
        rig.dac(7, 0x3F, 0x20, 0x00);
        assertEquals(0xFF8200, rig.vga.screen().frame().rgb(0, 0));
    }

    @Test
    void fourBitsArePlanesBehindBanks() {
        enable(1024, 768, 4, 0);
        rig.graphics(6, 0x05);
        rig.graphics(5, 0x02);
        rig.sequencer(4, 0x06);
        rig.sequencer(2, 0x0F);
        rig.graphics(8, 0x40);
        rig.dispi(5, 1);
        rig.memory.write(0xA0000 + 512 * 128 - 0x10000, 1, 0x0E);
        ScreenFrame frame = rig.vga.screen().frame();
        assertEquals(1024, frame.width());
        assertEquals(0xFFFF55, frame.rgb(1, 512));
        assertEquals(0, frame.rgb(0, 512));
    }

    @Test
    void onlyChangedRowsAreDrawnAgain() {
        enable(1024, 768, 32, 0x40);
        rig.vga.screen().frame();
        rig.memory.write(LFB + 100 * 4096, 4, 0xFFFFFF);
        ScreenFrame frame = rig.vga.screen().frame();
        assertEquals(100, frame.firstChangedRow());
        assertEquals(100, frame.lastChangedRow());
        assertEquals(0xFFFFFF, frame.rgb(0, 100));
    }

    @Test
    void frameBufferMoves() {
        rig.vga.mapLinearFrameBuffer(0xFD000000);
        rig.memory.write(0xFD000010, 4, 0x12345678);
        assertEquals(0x12345678, rig.memory.read(0xFD000010, 4));
        assertEquals(-1, rig.memory.read(LFB + 0x10, 4), "nobody is at the old place");
        assertThrows(IllegalArgumentException.class, () -> rig.vga.mapLinearFrameBuffer(0xFD001000));
    }
}
