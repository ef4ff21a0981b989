package org.domainfirmware.emulator.device.apic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.bus.InterruptController;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** Expectations from SDM volume 3, chapter APIC, and the 82093AA datasheet. */
class ApicTest {
    private static final int LOCAL = 0xFEE0_0000;
    private final VirtualClock clock = new VirtualClock(1);
    private final EventQueue queue = new EventQueue(clock);
    private final PhysicalMemory memory = new PhysicalMemory(1 << 20, 0);
    private final FakePic pic = new FakePic();
    private final List<String> pinEvents = new ArrayList<>();
    private final LocalApic local = new LocalApic(queue, memory, pic, new Pins());
    private final IoApic io = new IoApic(memory, local);

    private static final class FakePic implements InterruptController {
        private boolean pending;

        @Override
        public boolean interruptPending() {
            return pending;
        }

        @Override
        public int acknowledge() {
            pending = false;
            return 0x08;
        }
    }

    private final class Pins implements ProcessorPins {
        @Override
        public void nmi() {
            pinEvents.add("nmi");
        }

        @Override
        public void smi() {
            pinEvents.add("smi");
        }

        @Override
        public void init() {
            pinEvents.add("init");
        }

        @Override
        public void startup(int vector) {
            pinEvents.add("startup " + vector);
        }
    }

    ApicTest() {
        local.onEoi(io::endOfInterrupt);
    }

    private void write(int offset, int value) {
        memory.write(LOCAL + offset, 4, value);
    }

    private int read(int offset) {
        return memory.read(LOCAL + offset, 4);
    }

    private void redirect(int input, int low, int high) {
        memory.write(0xFEC0_0000, 4, 0x11 + 2 * input);
        memory.write(0xFEC0_0010, 4, high);
        memory.write(0xFEC0_0000, 4, 0x10 + 2 * input);
        memory.write(0xFEC0_0010, 4, low);
    }

    private int redirection(int input) {
        memory.write(0xFEC0_0000, 4, 0x10 + 2 * input);
        return memory.read(0xFEC0_0010, 4);
    }

    private void run(long nanos) {
        long end = clock.nanos() + nanos;
        while (queue.nextDue() <= end) {
            clock.skipTo(queue.nextDue());
            queue.fireDue();
        }
        clock.skipTo(end);
    }

    @Test
    void afterResetThe8259IsPassedThrough() {
        assertFalse(local.interruptPending());
        pic.pending = true;
        assertTrue(local.interruptPending());
        assertEquals(0x08, local.acknowledge());
        assertEquals(0xFF, read(0xF0));
        assertEquals(-1, read(0xE0));
        assertEquals(0x10000, read(0x320));
        assertEquals(0x11, read(0x30) & 0xFF);
    }

    @Test
    void maskedLint0HoldsThe8259() {
        write(0xF0, 0x1FF);
        write(0x350, 0x10700);
        pic.pending = true;
        assertFalse(local.interruptPending());
        write(0x350, 0x700);
        assertTrue(local.interruptPending());
        assertTrue(local.writeBaseMsr(0xFEE00100L));
        assertTrue(local.interruptPending(), "a disabled APIC makes LINT0 the INTR pin");
        assertEquals(-1, read(0x30), "its page is gone");
    }

    @Test
    void selfInterruptPriorityAndEoi() {
        write(0xF0, 0x1FF);
        write(0x300, 0x40041);
        write(0x300, 0x40075);
        assertEquals(1 << (0x75 & 31), read(0x230));
        assertEquals(0x75, local.acknowledge());
        assertEquals(0x70, read(0xA0), "PPR follows the vector in service");
        assertFalse(local.interruptPending());
        write(0xB0, 0);
        assertEquals(0x41, local.acknowledge());
        write(0xB0, 0);
        write(0x80, 0x50);
        write(0x300, 0x40045);
        assertFalse(local.interruptPending(), "class 4 is below the task priority");
        write(0x80, 0x3F);
        assertTrue(local.interruptPending());
    }

    @Test
    void interprocessorMessagesToOneself() {
        write(0xF0, 0x1FF);
        write(0x300, 0x40400);
        write(0x310, 0);
        write(0x300, 0x4699);
        write(0x300, 0x8500);
        assertEquals(List.of("nmi", "startup 153"), pinEvents);
        write(0x300, 0x4500);
        assertEquals("init", pinEvents.get(2));
        assertEquals(0xFF, read(0xF0), "INIT resets the local APIC");
    }

    @Test
    void errorsAreShownByWritingEsr() {
        write(0xF0, 0x1FF);
        write(0x370, 0x33);
        write(0x300, 0x40005);
        assertEquals(0, read(0x280));
        write(0x280, 0);
        assertEquals(0x20, read(0x280), "send illegal vector");
        assertEquals(0x33, local.acknowledge());
        write(0x280, 0);
        assertEquals(0, read(0x280));
    }

    @Test
    void oneShotAndPeriodicTimer() {
        write(0xF0, 0x1FF);
        write(0x3E0, 0x3);
        write(0x320, 0x40);
        write(0x380, 100);
        run(16 * 10 * 50);
        assertEquals(50, read(0x390));
        assertFalse(local.interruptPending());
        run(16 * 10 * 50);
        assertEquals(0x40, local.acknowledge());
        assertEquals(0, read(0x390));
        write(0xB0, 0);
        assertEquals(EventQueue.NEVER, queue.nextDue());
        write(0x3E0, 0xB);
        write(0x320, 0x20041);
        write(0x380, 1000);
        for (int i = 0; i < 5; i++) {
            run(9_999);
            assertFalse(local.interruptPending());
            run(1);
            assertEquals(0x41, local.acknowledge());
            write(0xB0, 0);
        }
        write(0x320, 0x30041);
        assertEquals(EventQueue.NEVER, queue.nextDue(), "masked: no events");
        run(5_000);
        assertEquals(500, read(0x390), "but it counts");
        write(0x380, 0);
        assertEquals(0, read(0x390));
    }

    @Test
    void relocation() {
        memory.mapRead(0, 1 << 20, 0);
        memory.mapWrite(0, 1 << 20, 0);
        memory.write(0x8_0030, 4, 0x1234);
        assertTrue(local.writeBaseMsr(0x8_0900L));
        assertEquals(LocalApic.VERSION, memory.read(0x8_0030, 4));
        assertEquals(-1, read(0x30));
        assertTrue(local.writeBaseMsr(LocalApic.BASE_AFTER_RESET));
        assertEquals(0x1234, memory.read(0x8_0030, 4));
        assertFalse(local.writeBaseMsr(0xFEE0_0801L), "reserved bit");
    }

    @Test
    void ioApicEdge() {
        write(0xF0, 0x1FF);
        io.input(4).set(true);
        assertEquals(0x10000, redirection(4));
        redirect(4, 0x34, 0);
        assertFalse(local.interruptPending(), "the edge came while masked");
        io.input(4).set(false);
        io.input(4).set(true);
        assertEquals(0x34, local.acknowledge());
        write(0xB0, 0);
        assertFalse(local.interruptPending());
        redirect(4, 0x34, 0x0300_0000);
        io.input(4).pulse();
        assertFalse(local.interruptPending(), "another processor's");
    }

    @Test
    void ioApicLevelWaitsForEoi() {
        write(0xF0, 0x1FF);
        write(0xD0, 0x0100_0000);
        redirect(16, 0xA935, 0x0100_0000);
        io.input(16).set(true);
        assertEquals(0xE935, redirection(16), "remote IRR");
        assertEquals(0x35, local.acknowledge());
        assertEquals(1 << (0x35 & 31), read(0x190), "TMR");
        write(0xB0, 0);
        assertTrue(local.interruptPending(), "still asserted");
        assertEquals(0x35, local.acknowledge());
        io.input(16).set(false);
        write(0xB0, 0);
        assertFalse(local.interruptPending());
        assertEquals(0xA935, redirection(16));
    }

    @Test
    void ioApicIdentification() {
        memory.write(0xFEC0_0000, 1, 1);
        assertEquals(0x0017_0011, memory.read(0xFEC0_0010, 4));
        memory.write(0xFEC0_0000, 1, 0);
        memory.write(0xFEC0_0010, 4, -1);
        assertEquals(0x0F00_0000, memory.read(0xFEC0_0010, 4));
    }
}
