package org.domainfirmware.emulator.device.vga;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.domainfirmware.emulator.device.StateCopy;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.junit.jupiter.api.Test;

/** State, looking without touching, and nonsense. */
class VgaStateTest {
    private static final int[] PORTS = {
        0x3B4, 0x3B5, 0x3BA, 0x3C0, 0x3C1, 0x3C2, 0x3C4, 0x3C5, 0x3C6, 0x3C7, 0x3C8, 0x3C9, 0x3CA, 0x3CC, 0x3CE, 0x3CF,
        0x3D4, 0x3D5, 0x3DA
    };

    @Test
    void lookingChangesNothing() {
        VgaRig rig = VgaRig.inMode(StandardMode.VGA_12);
        rig.memory.write(0xA0000, 1, 0x5A);
        rig.memory.read(0xA0000, 1);
        rig.in(0x3DA);
        rig.out(0x3C0, 0x31);
        rig.out(0x3C7, 3);
        rig.in(0x3C9);
        byte[] before = StateCopy.of(rig.vga);
        for (int port = 0; port < 0x10000; port++) {
            rig.ports.peek(port, 1);
        }
        for (int address = 0xA0000; address < 0xC0000; address += 37) {
            rig.memory.peek(address, 4);
        }
        rig.vga.registers().forEach(Register::peek);
        rig.vga.screen().frame();
        rig.vga.screen().text();
        rig.vga.inspector().font(0);
        rig.vga.inspector().palette();
        assertArrayEquals(before, StateCopy.of(rig.vga));
    }

    @Test
    void restoredAdapterBehavesAsTheSavedOne() throws CorruptSnapshot {
        VgaRig saved = new VgaRig();
        VgaRig restored = new VgaRig();
        Random random = new Random(42);
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 2000; i++) {
                step(saved, random.nextLong());
            }
            StateCopy.restore(restored.vga, StateCopy.of(saved.vga));
            restored.clock.retireTo(saved.clock.instructions());
            for (int i = 0; i < 2000; i++) {
                long what = random.nextLong();
                assertEquals(step(saved, what), step(restored, what));
            }
            assertArrayEquals(StateCopy.of(saved.vga), StateCopy.of(restored.vga));
            assertArrayEquals(saved.vga.screen().frame().toArray(), restored.vga.screen().frame().toArray());
        }
    }

    @Test
    void tenMillionRandomOperationsEndNowhereStrange() {
        VgaRig rig = new VgaRig();
        long state = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < 10_000_000; i++) {
            // A xorshift generator: java.util.Random would take most of the test's time.
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            step(rig, state);
            if (i % 200_000 == 0) {
                rig.vga.screen().frame();
                rig.vga.screen().text();
            }
        }
        rig.setMode(StandardMode.TEXT_3);
        rig.dispi(4, 0);
        rig.out(0x3C3, 1);
        rig.setMode(StandardMode.TEXT_3);
        rig.text(0, 0, "still alive", 7);
        assertEquals("still alive", rig.vga.screen().text().rows().get(0).substring(0, 11));
    }

    /** One access that the bits of {@code what} choose; answers what was read. */
    private static int step(VgaRig rig, long what) {
        int value = (int) (what >>> 32);
        int choice = (int) what & 0xFF;
        int size = 1 << (what >>> 8 & 3) % 3;
        rig.advance((what >>> 10 & 0x3FF) * 10);
        int place = (int) (what >>> 12 & 0xFFFFF);
        if (choice < 90) {
            int port = PORTS[place % PORTS.length];
            // The registers that put the adapter to sleep would end the test's interest.
            rig.ports.write(port, size > 2 ? 1 : size, port == 0x3C2 ? value | 2 : value);
            return 0;
        }
        if (choice < 130) {
            return rig.ports.read(PORTS[place % PORTS.length], size);
        }
        if (choice == 130 && (place & 7) == 0) {
            rig.dispi(value & 15, value >>> 16 & 0x7FF | (place & 8) << 4);
            return rig.dispi(place & 15);
        }
        if (choice < 200) {
            rig.memory.write(0xA0000 + place % 0x20000, size, value);
            return 0;
        }
        if (choice < 220) {
            rig.memory.write(Vga.DEFAULT_LINEAR_FRAME_BUFFER + place, size, value);
            return rig.memory.read(Vga.DEFAULT_LINEAR_FRAME_BUFFER + place + 3, size);
        }
        return rig.memory.read(0xA0000 + place % 0x20000, size);
    }

    @Test
    void truncatedAndImpossibleStatesAreRefused() {
        VgaRig rig = VgaRig.inMode(StandardMode.TEXT_3);
        byte[] good = StateCopy.of(rig.vga);
        assertThrows(CorruptSnapshot.class, () -> StateCopy.restore(new VgaRig().vga, Arrays.copyOf(good, good.length - 1)));
        byte[] bad = good.clone();
        Arrays.fill(bad, 0, 200, (byte) 0x7F);
        assertThrows(CorruptSnapshot.class, () -> StateCopy.restore(new VgaRig().vga, bad));
    }
}
