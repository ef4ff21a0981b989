package org.domainfirmware.emulator.device.misc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.time.VirtualClock;
import org.junit.jupiter.api.Test;

class MiscPortsTest {
    private final PortBus ports = new PortBus();
    private final VirtualClock clock = new VirtualClock(10);

    @Test
    void postCodesAreRemembered() {
        PostPort post = new PostPort(ports, clock);
        AtomicInteger heard = new AtomicInteger();
        post.onCode(heard::addAndGet);
        for (int i = 0; i < 300; i++) {
            clock.retireTo(i * 7L);
            ports.write(0x80, 1, i & 0xFF);
        }
        assertEquals(300, post.count());
        assertEquals(PostPort.HISTORY, post.history().size());
        assertEquals(new PostPort.PostCode(299 & 0xFF, 299 * 7L), post.history().get(255));
        assertEquals(new PostPort.PostCode(44, 44 * 7L), post.history().get(0));
        assertEquals(299 & 0xFF, ports.read(0x80, 1));
        assertTrue(heard.get() > 0);
    }

    @Test
    void debugConsoleAnswersItsPortNumber() {
        StringBuilder text = new StringBuilder();
        new DebugConsole("debugcon", ports, DebugConsole.BOCHS_PORT).onByte(b -> text.append((char) b));
        assertEquals(0xE9, ports.read(0xE9, 1));
        for (char c : "ok".toCharArray()) {
            ports.write(0xE9, 1, c);
        }
        assertEquals("ok", text.toString());
    }

    @Test
    void eitherSourceOpensA20() {
        boolean[] open = new boolean[1];
        A20Gate gate = new A20Gate(level -> open[0] = level);
        AtomicInteger resets = new AtomicInteger();
        new SystemControlPortA(ports, gate::fast, resets::incrementAndGet);
        gate.keyboard(false);
        assertFalse(open[0]);
        ports.write(0x92, 1, 2);
        assertTrue(open[0]);
        assertEquals(2, ports.read(0x92, 1));
        gate.keyboard(true);
        ports.write(0x92, 1, 0);
        assertTrue(gate.open());
        gate.keyboard(false);
        assertFalse(open[0]);
        ports.write(0x92, 1, 1);
        ports.write(0x92, 1, 1);
        assertEquals(1, resets.get());
    }

    @Test
    void debugExitStatus() {
        AtomicInteger status = new AtomicInteger();
        new DebugExit(ports, 0x501, status::set);
        ports.write(0x501, 1, 0x10);
        assertEquals(0x21, status.get());
        assertThrows(IllegalArgumentException.class, () -> new DebugExit(ports, 0x10000, status::set));
    }

    @Test
    void powerOffPorts() {
        AtomicInteger offs = new AtomicInteger();
        new PowerOffPorts(ports, offs::incrementAndGet);
        for (char c : "ShuShutdow".toCharArray()) {
            ports.write(0x8900, 1, c);
        }
        assertEquals(0, offs.get());
        ports.write(0x8900, 1, 'n');
        assertEquals(1, offs.get());
        ports.write(0x604, 2, 0x2000);
        ports.write(0xB004, 2, 0x2000);
        assertEquals(3, offs.get());
        ports.write(0x604, 1, 0x20);
        assertEquals(3, offs.get());
    }
}
