package org.domainfirmware.emulator.device.vga;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.device.vga.screen.ScreenFrame;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same registers, palette and memory writes give the picture that QEMU's display shows of them:
 * the modes as SeaBIOS' VGA BIOS sets them, mode X, a split screen, the DISPI depths.
 */
class QemuScreenTest {
    private static final int TEXT = 0;
    private static final int CGA = 1;
    private static final int LINEAR = 3;
    private static final int MODE_X = 4;
    private static final int DISPI = 6;
    /** QEMU widens 6- and 5-bit components differently in the lowest bits. */
    private static final int TOLERANCE = 7;

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> picturesAreThoseOfQemu() throws IOException, InterruptedException {
        List<QemuScreens.Picture> pictures = new QemuScreens(folder).collect();
        assertEquals(16, pictures.size(), "pictures of the program's table");
        List<DynamicTest> tests = new ArrayList<>();
        for (QemuScreens.Picture picture : pictures) {
            tests.add(DynamicTest.dynamicTest("mode %02Xh kind %d".formatted(picture.mode(), picture.kind()),
                    () -> compare(picture)));
        }
        return tests;
    }

    private static void compare(QemuScreens.Picture expected) {
        VgaRig rig = new VgaRig();
        restore(rig, expected);
        draw(rig, expected);
        ScreenFrame frame = rig.vga.screen().frame();
        assertEquals(expected.width() + " x " + expected.height(), frame.width() + " x " + frame.height());
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                int theirs = expected.rgb()[y * expected.width() + x];
                int ours = frame.rgb(x, y);
                if (!near(theirs, ours) && !(expected.kind() == TEXT && isNinthDotQemuRepeats(x, y))) {
                    throw new AssertionError("at %d,%d QEMU has %06X, we %06X".formatted(x, y, theirs, ours));
                }
            }
        }
    }

    /** QEMU repeats the eighth dot for characters B0h to BFh too; the IBM manual says C0h to DFh. */
    private static boolean isNinthDotQemuRepeats(int x, int y) {
        int cell = 2 * (y / 16 * 80 + x / 9);
        return x % 9 == 8 && (filled(cell, 0) & 0xF0) == 0xB0;
    }

    private static boolean near(int a, int b) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    /** Programs what the record says the program found after it had drawn. */
    private static void restore(VgaRig rig, QemuScreens.Picture picture) {
        byte[] r = picture.registers();
        int at = 4;
        rig.out(0x3C2, r[at++] & 0xFF);
        for (int i = 0; i < 5; i++) {
            rig.sequencer(i, r[at++] & 0xFF);
        }
        rig.crtc(0x11, 0);
        for (int i = 0; i < 25; i++) {
            rig.crtc(i, r[at++] & 0xFF);
        }
        for (int i = 0; i < 9; i++) {
            rig.graphics(i, r[at++] & 0xFF);
        }
        rig.in(0x3DA);
        for (int i = 0; i < 21; i++) {
            rig.out(0x3C0, i);
            rig.out(0x3C0, r[at++] & 0xFF);
        }
        rig.out(0x3C0, 0x20);
        for (int i = 0; i < 256; i++) {
            rig.dac(i, r[at], r[at + 1], r[at + 2]);
            at += 3;
        }
        if (picture.kind() == TEXT) {
            loadFont(rig, r, at);
        }
        if (picture.kind() == DISPI) {
            rig.dispi(1, 640);
            rig.dispi(2, 480);
            rig.dispi(3, picture.mode());
            rig.dispi(4, 1);
        }
    }

    private static void loadFont(VgaRig rig, byte[] font, int from) {
        rig.sequencer(2, 0x04);
        rig.sequencer(4, 0x06);
        rig.graphics(5, 0x00);
        rig.graphics(6, 0x05);
        for (int i = 0; i < 8192; i++) {
            rig.memory.write(0xA0000 + i, 1, font[from + i]);
        }
        rig.sequencer(2, 0x03);
        rig.sequencer(4, 0x02);
        rig.graphics(5, 0x10);
        rig.graphics(6, 0x0E);
    }

    /** What the program's procedure "show" writes to memory. */
    private static void draw(VgaRig rig, QemuScreens.Picture picture) {
        switch (picture.kind()) {
            case TEXT -> fill(rig, 0xB8000, 4000, 0);
            case CGA -> fill(rig, 0xB8000, 16384, 0);
            case LINEAR -> fill(rig, 0xA0000, 64000, 0);
            case DISPI -> fill(rig, 0xA0000, 65535, 0);
            default -> {
                for (int plane = 0; plane < 4; plane++) {
                    rig.sequencer(2, 1 << plane);
                    fill(rig, 0xA0000, picture.kind() == MODE_X ? 20000 : 40000, plane);
                }
            }
        }
    }

    private static void fill(VgaRig rig, int address, int length, int seed) {
        for (int i = 0; i < length; i++) {
            rig.memory.write(address + i, 1, filled(i, seed));
        }
    }

    /** The program's pattern: byte {@code i} of a fill. */
    private static int filled(int i, int seed) {
        return (i & 0xFF) * 7 + (i >> 8) * 13 + seed * 0x35;
    }
}
