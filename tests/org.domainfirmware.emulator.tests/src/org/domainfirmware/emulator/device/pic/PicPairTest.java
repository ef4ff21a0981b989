package org.domainfirmware.emulator.device.pic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.domainfirmware.emulator.bus.PortBus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Expectations from the 8259A datasheet and the PIIX3's ELCR description. */
class PicPairTest {
    private final PortBus ports = new PortBus();
    private final PicPair pic = new PicPair(ports);

    @BeforeEach
    void initialiseAsTheAtBiosDoes() {
        initialise(0x01);
    }

    private void initialise(int icw4) {
        out(0x20, 0x11);
        out(0x21, 0x08);
        out(0x21, 0x04);
        out(0x21, icw4);
        out(0xA0, 0x11);
        out(0xA1, 0x70);
        out(0xA1, 0x02);
        out(0xA1, 0x01);
        out(0x21, 0x00);
        out(0xA1, 0x00);
    }

    private void out(int port, int value) {
        ports.write(port, 1, value);
    }

    private int in(int port) {
        return ports.read(port, 1);
    }

    @Test
    void masterRequestGivesItsVectorAndGoesIntoService() {
        pic.irq(1).set(true);
        assertTrue(pic.interruptPending());
        assertEquals(0x02, in(0x20), "IRR");
        assertEquals(0x09, pic.acknowledge());
        assertFalse(pic.interruptPending());
        out(0x20, 0x0B);
        assertEquals(0x02, in(0x20), "ISR");
        out(0x20, 0x20);
        assertEquals(0x00, in(0x20), "ISR after EOI");
    }

    @Test
    void slaveRequestPassesTheCascade() {
        pic.irq(14).set(true);
        assertEquals(0x76, pic.acknowledge());
        out(0x20, 0x0B);
        out(0xA0, 0x0B);
        assertEquals(0x04, in(0x20));
        assertEquals(0x40, in(0xA0));
    }

    @Test
    void lowerPriorityWaitsForEndOfInterruptHigherDoesNot() {
        pic.irq(4).set(true);
        assertEquals(0x0C, pic.acknowledge());
        pic.irq(5).set(true);
        assertFalse(pic.interruptPending());
        pic.irq(3).set(true);
        assertTrue(pic.interruptPending());
        assertEquals(0x0B, pic.acknowledge());
        out(0x20, 0x20);
        assertFalse(pic.interruptPending(), "IRQ4 still in service");
        out(0x20, 0x20);
        assertEquals(0x0D, pic.acknowledge());
    }

    @Test
    void edgeLineHeldHighRequestsOnce() {
        pic.irq(3).set(true);
        assertEquals(0x0B, pic.acknowledge());
        out(0x20, 0x63);
        assertFalse(pic.interruptPending());
        pic.irq(3).set(false);
        pic.irq(3).set(true);
        assertTrue(pic.interruptPending());
    }

    @Test
    void levelLineHeldHighRequestsAgain() {
        out(0x4D0, 0xFF);
        assertEquals(0xF8, in(0x4D0), "IRQ 0 to 2 have no level mode");
        out(0x4D1, 0xFF);
        assertEquals(0xDE, in(0x4D1), "IRQ 8 and 13 have no level mode");
        pic.irq(11).set(true);
        assertEquals(0x73, pic.acknowledge());
        out(0xA0, 0x20);
        out(0x20, 0x20);
        assertTrue(pic.interruptPending());
        pic.irq(11).set(false);
        assertFalse(pic.interruptPending());
    }

    @Test
    void requestThatGoesAwayIsSpurious() {
        pic.irq(5).set(true);
        pic.irq(5).set(false);
        assertFalse(pic.interruptPending());
        assertEquals(0x0F, pic.acknowledge(), "IRQ7");
        out(0x20, 0x0B);
        assertEquals(0, in(0x20), "no in-service bit");
    }

    @Test
    void twoSlaveRequestsAreBothDelivered() {
        pic.irq(14).set(true);
        pic.irq(12).set(true);
        assertEquals(0x74, pic.acknowledge());
        out(0xA0, 0x20);
        out(0x20, 0x20);
        assertEquals(0x76, pic.acknowledge());
        out(0xA0, 0x20);
        out(0x20, 0x20);
        assertFalse(pic.interruptPending());
    }

    @Test
    void pulseIsLatched() {
        pic.irq(8).pulse();
        assertEquals(0x70, pic.acknowledge());
        assertFalse(pic.interruptPending());
    }

    @Test
    void maskHoldsTheRequest() {
        out(0x21, 0x10);
        pic.irq(4).set(true);
        assertFalse(pic.interruptPending());
        out(0x21, 0x00);
        assertTrue(pic.interruptPending());
    }

    @Test
    void automaticEndOfInterruptLeavesNothingInService() {
        initialise(0x03);
        pic.irq(1).pulse();
        assertEquals(0x09, pic.acknowledge());
        out(0x20, 0x0B);
        assertEquals(0, in(0x20));
    }

    @Test
    void rotateOnNonSpecificEndMakesTheServedLowest() {
        pic.irq(4).pulse();
        pic.acknowledge();
        out(0x20, 0xA0);
        pic.irq(4).pulse();
        pic.irq(5).pulse();
        assertEquals(0x0D, pic.acknowledge(), "IR5 is highest after IR4 was rotated");
    }

    @Test
    void setPriorityCommand() {
        out(0x20, 0xC5);
        pic.irq(0).pulse();
        pic.irq(6).pulse();
        assertEquals(0x0E, pic.acknowledge(), "IR6 highest when IR5 is lowest");
    }

    @Test
    void specialMaskLetsLowerLevelsThrough() {
        pic.irq(3).pulse();
        pic.acknowledge();
        out(0x21, 0x08);
        pic.irq(6).pulse();
        assertFalse(pic.interruptPending());
        out(0x20, 0x68);
        assertTrue(pic.interruptPending());
        assertEquals(0x0E, pic.acknowledge());
        out(0x20, 0x20);
        out(0x20, 0x0B);
        assertEquals(0x08, in(0x20), "masked level 3 is not ended by a non-specific EOI");
    }

    @Test
    void pollAcknowledges() {
        pic.irq(6).pulse();
        out(0x20, 0x0C);
        assertEquals(0x86, ports.peek(0x20, 1));
        assertEquals(0x86, ports.peek(0x20, 1), "peeking twice is the same");
        assertEquals(0x86, in(0x20));
        out(0x20, 0x0B);
        assertEquals(0x40, in(0x20));
    }

    @Test
    void specialFullyNestedModeLetsTheSlaveNest() {
        initialise(0x11);
        pic.irq(10).pulse();
        assertEquals(0x72, pic.acknowledge());
        pic.irq(8).pulse();
        assertTrue(pic.interruptPending());
        assertEquals(0x70, pic.acknowledge());
    }

    @Test
    void initialisationClearsMaskAndEdges() {
        pic.irq(4).set(true);
        out(0x21, 0xFF);
        out(0x20, 0x11);
        assertFalse(pic.interruptPending());
        out(0x21, 0x08);
        out(0x21, 0x04);
        out(0x21, 0x01);
        assertEquals(0, in(0x21));
        assertEquals(0, in(0x20));
    }
}
