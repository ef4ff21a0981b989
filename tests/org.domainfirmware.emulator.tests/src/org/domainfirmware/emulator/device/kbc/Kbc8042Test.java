package org.domainfirmware.emulator.device.kbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** Expectations from the PS/2 Hardware Interface Technical Reference. */
class Kbc8042Test {
    private final PortBus ports = new PortBus();
    private final VirtualClock clock = new VirtualClock(1);
    private final EventQueue queue = new EventQueue(clock);
    private boolean irq1;
    private boolean irq12;
    private boolean a20;
    private int resets;
    private final Kbc8042 kbc = new Kbc8042(ports, queue, level -> irq1 = level, level -> irq12 = level,
            level -> a20 = level, () -> resets++);

    private void out(int port, int value) {
        ports.write(port, 1, value);
    }

    private void run(long nanos) {
        long end = clock.nanos() + nanos;
        while (queue.nextDue() <= end) {
            clock.skipTo(queue.nextDue());
            queue.fireDue();
        }
        clock.skipTo(end);
    }

    /** Waits up to 2 ms for a byte, as firmware does; -1 when none comes. */
    private int byteAt60() {
        for (int i = 0; i < 200; i++) {
            if ((ports.read(0x64, 1) & 1) != 0) {
                return ports.read(0x60, 1);
            }
            run(10_000);
        }
        return -1;
    }

    private List<Integer> bytesFor(long nanos) {
        List<Integer> bytes = new ArrayList<>();
        long end = clock.nanos() + nanos;
        while (clock.nanos() < end) {
            if ((ports.read(0x64, 1) & 1) != 0) {
                bytes.add(ports.read(0x60, 1));
            }
            run(10_000);
        }
        return bytes;
    }

    private void mouse(int value) {
        out(0x64, 0xD4);
        out(0x60, value);
        assertEquals(0xFA, byteAt60());
    }

    @Test
    void selfTestAndInterfaceTests() {
        out(0x64, 0xAA);
        assertEquals(0x55, byteAt60());
        assertEquals(0x04, ports.read(0x64, 1) & 0x04, "system flag");
        out(0x64, 0xAB);
        assertEquals(0x00, byteAt60());
        out(0x64, 0xA9);
        assertEquals(0x00, byteAt60());
    }

    @Test
    void commandByteIsReadBack() {
        out(0x64, 0x60);
        assertEquals(0x08, ports.read(0x64, 1) & 0x08, "last write was a command");
        out(0x60, 0x65);
        assertEquals(0x00, ports.read(0x64, 1) & 0x08);
        out(0x64, 0x20);
        assertEquals(0x65, byteAt60());
    }

    @Test
    void keyboardResetAnswersAcknowledgeAndTestPassed() {
        out(0x60, 0xFF);
        assertEquals(0xFA, byteAt60());
        assertEquals(0xAA, byteAt60());
        out(0x60, 0xF2);
        assertEquals(0xFA, byteAt60());
        assertEquals(0xAB, byteAt60());
        assertEquals(0x41, byteAt60(), "83h translated");
    }

    @Test
    void keysAreTranslatedToSet1AndRaiseIrq1() {
        kbc.type("aB");
        run(1_000_000);
        assertTrue(irq1);
        assertEquals(0x1E, ports.read(0x60, 1));
        assertFalse(irq1);
        assertEquals(List.of(0x9E, 0x2A, 0x30, 0xB0, 0xAA), bytesFor(100_000_000));
    }

    @Test
    void untranslatedKeysComeAsSet2AndSet3() {
        out(0x64, 0x60);
        out(0x60, 0x01);
        kbc.key(Key.UP, true);
        kbc.key(Key.UP, false);
        assertEquals(List.of(0xE0, 0x75, 0xE0, 0xF0, 0x75), bytesFor(100_000_000));
        out(0x60, 0xF0);
        assertEquals(0xFA, byteAt60());
        out(0x60, 0x03);
        assertEquals(0xFA, byteAt60());
        kbc.key(Key.UP, true);
        assertEquals(List.of(0x63), bytesFor(100_000_000));
        out(0x60, 0xF0);
        assertEquals(0xFA, byteAt60());
        out(0x60, 0x00);
        assertEquals(0xFA, byteAt60());
        assertEquals(0x03, byteAt60());
    }

    @Test
    void pauseAndPrintScreenAfterTranslation() {
        kbc.key(Key.PAUSE, true);
        assertEquals(List.of(0xE1, 0x1D, 0x45, 0xE1, 0x9D, 0xC5), bytesFor(100_000_000));
        kbc.key(Key.PRINT_SCREEN, true);
        kbc.key(Key.PRINT_SCREEN, false);
        assertEquals(List.of(0xE0, 0x2A, 0xE0, 0x37, 0xE0, 0xB7, 0xE0, 0xAA), bytesFor(100_000_000));
        kbc.type("<Ctrl+Break>");
        assertEquals(List.of(0x1D, 0xE0, 0x46, 0xE0, 0xC6, 0x9D), bytesFor(100_000_000));
    }

    @Test
    void ledsAndEcho() {
        out(0x60, 0xED);
        assertEquals(0xFA, byteAt60());
        out(0x60, 0x02);
        assertEquals(0xFA, byteAt60());
        assertEquals(2, kbc.keyboard().leds());
        out(0x60, 0xEE);
        assertEquals(0xEE, byteAt60());
        out(0x60, 0x00);
        assertEquals(0xFE, byteAt60());
    }

    @Test
    void nothingIsLostWhileTheKeyboardIsDisabledOrUnread() {
        out(0x64, 0xAD);
        kbc.type("hello");
        run(1_000_000_000L);
        assertEquals(0, ports.read(0x64, 1) & 1);
        out(0x64, 0xAE);
        run(1_000_000_000L);
        assertEquals(1, ports.read(0x64, 1) & 1);
        assertEquals(List.of(0x23, 0xA3, 0x12, 0x92, 0x26, 0xA6, 0x26, 0xA6, 0x18, 0x98), bytesFor(300_000_000L));
    }

    @Test
    void a20AndResetOutputs() {
        assertTrue(a20);
        out(0x64, 0xD1);
        out(0x60, 0xDD);
        assertFalse(a20);
        out(0x64, 0xD0);
        assertEquals(0xCD, byteAt60());
        out(0x64, 0xDF);
        assertTrue(a20);
        out(0x64, 0xFE);
        assertEquals(1, resets);
        out(0x64, 0xD1);
        out(0x60, 0xDE);
        assertEquals(2, resets);
    }

    @Test
    void bytesCanBePlacedInTheOutputBuffer() {
        out(0x64, 0x60);
        out(0x60, 0x03);
        out(0x64, 0xD2);
        out(0x60, 0x5A);
        run(10_000);
        assertTrue(irq1);
        assertEquals(0x5A, ports.peek(0x60, 1));
        assertEquals(0x5A, ports.read(0x60, 1));
        out(0x64, 0xD3);
        out(0x60, 0xA5);
        run(10_000);
        assertTrue(irq12);
        assertEquals(0x21, ports.read(0x64, 1) & 0x21);
        assertEquals(0xA5, ports.read(0x60, 1));
    }

    @Test
    void mouseStreamsPacketsWhenEnabled() {
        out(0x64, 0x60);
        out(0x60, 0x47);
        kbc.moveMouse(5, 5, 0, 0);
        assertEquals(-1, byteAt60(), "reporting is off after reset");
        mouse(0xF6);
        mouse(0xF4);
        kbc.moveMouse(5, 3, 0, 1);
        run(1_000_000);
        assertTrue(irq12);
        assertEquals(List.of(0x29, 5, 0xFD), bytesFor(5_000_000));
        kbc.moveMouse(-2, 0, 0, 0);
        kbc.moveMouse(-2, 0, 0, 0);
        kbc.moveMouse(-2, 0, 0, 0);
        assertEquals(List.of(0x18, 0xFE, 0, 0x18, 0xFC, 0), bytesFor(10_000_000), "movement adds up");
    }

    @Test
    void wheelMouseAfterTheRateSequence() {
        out(0x64, 0xD4);
        out(0x60, 0xF2);
        assertEquals(0xFA, byteAt60());
        assertEquals(0x00, byteAt60());
        for (int rate : new int[] {200, 100, 80}) {
            mouse(0xF3);
            mouse(rate);
        }
        mouse(0xF2);
        assertEquals(0x03, byteAt60());
        mouse(0xF0);
        kbc.moveMouse(0, 0, -1, 4);
        mouse(0xEB);
        assertEquals(List.of(0x0C, 0, 0, 0xFF), bytesFor(5_000_000));
        mouse(0xE9);
        assertEquals(List.of(0x42, 2, 80), bytesFor(5_000_000));
    }

    @Test
    void queuesAreBounded() {
        for (int i = 0; i < 100_000; i++) {
            kbc.key(Key.A, (i & 1) == 0);
        }
        assertEquals(Typist.CAPACITY, kbc.strokesWaiting());
        assertEquals(100_000 - Typist.CAPACITY, kbc.strokesDropped());
    }

    @Test
    void textBecomesStrokes() {
        assertEquals(List.of(new KeyStroke(Key.F12, true), new KeyStroke(Key.F12, false)), KeyText.strokes("<F12>"));
        assertEquals(6, KeyText.strokes("<Ctrl+Alt+Delete>").size());
        assertEquals(new KeyStroke(Key.LEFT_SHIFT, true), KeyText.strokes("<<").get(0));
        assertEquals(Key.ENTER, KeyText.strokes("\\n").get(0).key());
        assertEquals(Key.ESCAPE, KeyText.strokes("\\e").get(0).key());
        assertEquals(Key.MINUS, KeyText.strokes("<->").get(0).key());
        for (char c = ' '; c < 0x7F; c++) {
            assertFalse(KeyText.strokes(c == '\\' ? "\\\\" : String.valueOf(c)).isEmpty());
        }
        assertThrows(IllegalArgumentException.class, () -> KeyText.strokes("<Bogus>"));
        assertThrows(IllegalArgumentException.class, () -> KeyText.strokes("\u00e9"));
    }
}
