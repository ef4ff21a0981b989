package org.domainfirmware.emulator.device.uart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** Expectations from the PC16550D datasheet. */
class Uart16550Test {
    private static final int COM1 = 0x3F8;
    private final PortBus ports = new PortBus();
    private final VirtualClock clock = new VirtualClock(1);
    private final EventQueue queue = new EventQueue(clock);
    private final StringBuilder sent = new StringBuilder();
    private boolean irq;
    private final Uart16550 uart = new Uart16550("com1", ports, COM1, queue, level -> irq = level,
            value -> sent.append((char) value));

    private void out(int register, int value) {
        ports.write(COM1 + register, 1, value);
    }

    private int in(int register) {
        return ports.read(COM1 + register, 1);
    }

    private void run(long nanos) {
        long end = clock.nanos() + nanos;
        while (queue.nextDue() <= end) {
            clock.skipTo(queue.nextDue());
            queue.fireDue();
        }
        clock.skipTo(end);
    }

    private void at115200() {
        out(3, 0x80);
        out(0, 1);
        out(1, 0);
        out(3, 0x03);
        out(4, 0x0B);
    }

    private void receive(String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertEquals(bytes.length, uart.receive(bytes, 0, bytes.length));
    }

    @Test
    void divisorAndFrameGiveTheCharacterTime() {
        at115200();
        assertEquals(86_805, uart.characterNanos(), "10 bits at 115200 baud");
        out(3, 0x80);
        out(0, 0x80);
        out(1, 0x01);
        out(3, 0x07);
        assertEquals(11L * 1_000_000_000 / 300, uart.characterNanos(), "8N2 at 300 baud");
        out(3, 0x04);
        assertEquals(15L * 1_000_000_000 / 2 / 300, uart.characterNanos(), "5 bits have 1.5 stop bits");
    }

    @Test
    void transmitsThroughHoldingAndShiftRegister() {
        at115200();
        assertEquals(0x60, in(5));
        out(0, 'A');
        assertEquals(0x20, in(5), "shifting, holding register free");
        out(0, 'B');
        assertEquals(0x00, in(5));
        run(86_805);
        assertEquals("A", sent.toString());
        assertEquals(0x20, in(5));
        run(86_805);
        assertEquals("AB", sent.toString());
        assertEquals(0x60, in(5));
    }

    @Test
    void emptyInterruptIsRaisedByEnablingAndClearedByIir() {
        at115200();
        out(1, 0x02);
        assertTrue(irq);
        assertEquals(0x02, ports.peek(COM1 + 2, 1));
        assertEquals(0x02, in(2));
        assertFalse(irq);
        assertEquals(0x01, in(2));
        out(0, 'x');
        assertTrue(irq, "the holding register is empty again at once");
        out(0, 'y');
        assertFalse(irq);
        run(86_805);
        assertTrue(irq);
    }

    @Test
    void out2GatesTheInterrupt() {
        at115200();
        out(4, 0x03);
        out(1, 0x02);
        assertFalse(irq);
        assertEquals(0x02, ports.peek(COM1 + 2, 1));
        out(4, 0x0B);
        assertTrue(irq);
    }

    @Test
    void receivesAtLineSpeedWithoutLoss() {
        at115200();
        out(1, 0x01);
        receive("hello");
        assertEquals(0, in(5) & 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            run(86_805);
            assertTrue(irq);
            assertEquals(0x04, in(2));
            text.append((char) in(0));
            assertFalse(irq);
        }
        assertEquals("hello", text.toString());
        receive("ab");
        run(10_000_000);
        assertEquals('a', in(0), "no overrun: the peer waits");
        run(100_000);
        assertEquals('b', in(0));
        assertEquals(0x60, in(5));
    }

    @Test
    void fifoTriggerAndTimeout() {
        at115200();
        out(2, 0x41);
        assertEquals(0xC1, in(2));
        out(1, 0x01);
        receive("abc");
        run(3 * 86_805);
        assertFalse(irq, "below the trigger level of 4");
        run(4 * 86_805);
        assertTrue(irq);
        assertEquals(0xCC, in(2), "character timeout");
        assertEquals('a', in(0));
        assertFalse(irq);
        receive("de");
        run(2 * 86_805);
        assertEquals(0xC4, in(2));
    }

    @Test
    void fifoHoldsSixteen() {
        at115200();
        out(2, 0x01);
        receive("0123456789abcdefXYZ");
        run(30 * 86_805);
        assertEquals(3, uart.inputWaiting());
        for (char c : "0123456789abcdefXYZ".toCharArray()) {
            assertEquals(c, in(0));
            run(90_000);
        }
        for (int i = 0; i < 17; i++) {
            out(0, 'a' + i);
        }
        run(20 * 86_805);
        assertEquals("abcdefghijklmnopq", sent.toString(), "16 in the FIFO and one in the shift register");
    }

    @Test
    void loopback() {
        at115200();
        out(4, 0x1A);
        assertEquals(0x90, in(6) & 0xF0, "RTS as CTS, OUT2 as DCD");
        out(4, 0x15);
        assertEquals(0x60, in(6) & 0xF0, "DTR as DSR, OUT1 as RI");
        in(6);
        out(4, 0x10);
        assertEquals(0x06, in(6), "DSR and RI fell: delta and trailing edge");
        assertEquals(0x00, in(6));
        out(0, 0x5A);
        run(86_805);
        assertEquals("", sent.toString());
        assertEquals(0x61, in(5));
        assertEquals(0x5A, in(0));
    }

    @Test
    void overrunInLoopback() {
        at115200();
        out(4, 0x10);
        out(0, 1);
        out(0, 2);
        run(200_000);
        out(1, 0x04);
        assertEquals(0x06, ports.peek(COM1 + 2, 1));
        assertEquals(0x63, in(5));
        assertEquals(0x61, in(5));
        assertEquals(2, in(0));
    }

    @Test
    void modemLinesAndScratch() {
        at115200();
        assertEquals(0xB0, in(6) & 0xF0);
        out(7, 0xA5);
        assertEquals(0xA5, in(7));
        out(1, 0xFF);
        assertEquals(0x0F, in(1));
        out(4, 0xFF);
        assertEquals(0x1F, in(4));
    }

    @Test
    void inputIsBounded() {
        byte[] many = new byte[Uart16550.INPUT_BYTES + 100];
        assertEquals(Uart16550.INPUT_BYTES, uart.receive(many, 0, many.length));
    }
}
