package org.domainfirmware.emulator.device.vga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.domainfirmware.emulator.device.reg.Register;
import org.junit.jupiter.api.Test;

/** Ports and registers: expectations from the register descriptions of the IBM VGA manual. */
class VgaRegistersTest {
    private final VgaRig rig = VgaRig.inMode(StandardMode.TEXT_3);

    @Test
    void unimplementedBitsReadZero() {
        rig.sequencer(1, 0xFF);
        rig.out(0x3C4, 1);
        assertEquals(0x3D, rig.in(0x3C5));
        rig.graphics(5, 0xFF);
        rig.out(0x3CE, 5);
        assertEquals(0x7B, rig.in(0x3CF));
        rig.out(0x3C4, 6);
        assertEquals(0, rig.in(0x3C5), "there is no sequencer register 6 (a Cirrus has one)");
    }

    @Test
    void attributePortTogglesBetweenIndexAndData() {
        rig.in(0x3DA);
        rig.out(0x3C0, 0x31);
        rig.out(0x3C0, 0x5A);
        assertEquals(0x31, rig.in(0x3C0));
        assertEquals(0x5A, rig.in(0x3C1));
        rig.out(0x3C0, 0x33);
        rig.in(0x3DA);
        rig.out(0x3C0, 0x34);
        assertEquals(0x34, rig.in(0x3C0), "reading status 1 made the write an index again");
    }

    @Test
    void paletteIsClosedWhileTheDisplayOwnsIt() {
        rig.in(0x3DA);
        rig.out(0x3C0, 0x20 | 3);
        rig.out(0x3C0, 0x3F);
        assertEquals(0x03, rig.in(0x3C1));
        rig.out(0x3C0, 3);
        rig.out(0x3C0, 0x3F);
        assertEquals(0x3F, rig.in(0x3C1));
    }

    @Test
    void peekingLeavesFlipFlopAndDacAlone() {
        rig.in(0x3DA);
        rig.out(0x3C0, 0x31);
        rig.ports.peek(0x3DA, 1);
        rig.out(0x3C0, 0x07);
        assertEquals(0x07, rig.in(0x3C1), "the peek did not make this write an index");
        rig.dac(9, 1, 2, 3);
        rig.out(0x3C7, 9);
        assertEquals(1, rig.ports.peek(0x3C9, 1));
        assertEquals(1, rig.in(0x3C9));
        assertEquals(2, rig.ports.peek(0x3C9, 1));
        assertEquals(2, rig.in(0x3C9));
    }

    @Test
    void dacIndexAdvancesAfterBlue() {
        rig.out(0x3C8, 0xFF);
        for (int i = 1; i <= 6; i++) {
            rig.out(0x3C9, i);
        }
        assertEquals(0x01, rig.in(0x3C8), "after entries FFh and 0");
        assertEquals(0, rig.in(0x3C7));
        rig.out(0x3C7, 0xFF);
        assertEquals(3, rig.in(0x3C7));
        for (int i = 1; i <= 6; i++) {
            assertEquals(i, rig.in(0x3C9));
        }
    }

    @Test
    void protectedCrtcRegistersKeepAllButLineCompare() {
        rig.crtc(0x11, 0x8E);
        rig.crtc(0, 0x11);
        rig.crtc(7, 0x00);
        rig.out(0x3D4, 0);
        assertEquals(0x5F, rig.in(0x3D5));
        rig.out(0x3D4, 7);
        assertEquals(0x0F, rig.in(0x3D5));
    }

    @Test
    void monochromeAddressesFollowMiscellaneousOutput() {
        assertEquals(0xFF, rig.in(0x3B5));
        rig.out(0x3C2, 0x66);
        assertEquals(0x66, rig.in(0x3CC));
        assertEquals(0xFF, rig.in(0x3D4));
        rig.ports.write(0x3B4, 2, 0x120E);
        assertEquals(0x0E, rig.in(0x3B4));
        assertEquals(0x12, rig.in(0x3B5));
        assertNotEquals(0xFF, rig.in(0x3BA));
    }

    @Test
    void sleepingAdapterOnlyHearsItsEnablePort() {
        rig.out(0x3C3, 0);
        assertEquals(0xFF, rig.in(0x3CC));
        assertEquals(0xFF, rig.memory.read(0xB8000, 1));
        rig.out(0x3C3, 1);
        assertEquals(0x67, rig.in(0x3CC));
        assertEquals(0, rig.memory.read(0xB8000, 1));
    }

    @Test
    void retraceBitsFollowGuestTime() {
        // Mode 3: 28.322 MHz, 900 dots a line, 449 lines: 70.08 Hz; retrace from line 412 for 2 lines.
        int retraces = 0;
        int vertical = 0;
        int disabled = 0;
        boolean before = false;
        int samples = 100_000;
        for (int i = 0; i < samples; i++) {
            int status = rig.in(0x3DA);
            boolean now = (status & 8) != 0;
            retraces += now && !before ? 1 : 0;
            vertical += now ? 1 : 0;
            disabled += status & 1;
            before = now;
            rig.advance(10_000);
        }
        assertEquals(70, retraces, "frames in a second");
        assertEquals(2.0 / 449, (double) vertical / samples, 0.0003);
        double shown = 400.0 / 449 * 80 / 100;
        assertEquals(1 - shown, (double) disabled / samples, 0.01);
    }

    @Test
    void everyRegisterIsDeclaredOnceAndPeeks() {
        Set<String> names = new HashSet<>();
        for (Register register : rig.vga.registers()) {
            assertTrue(names.add(register.name()), register.name());
            assertTrue(register.bits() == 32 || register.peek() >>> register.bits() == 0, register.name());
        }
        assertTrue(names.contains("Line Compare") && names.contains("DISPI Bank"), names::toString);
    }
}
