package org.domainfirmware.emulator.device.pci;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.StateCopy;
import org.junit.jupiter.api.Test;

/** PCI 2.1 configuration mechanism 1, headers, base addresses; reset control; PIRQ routing. */
class PciConfigurationTest {
    private final PciBench bench = new PciBench();

    @Test
    void headersOfTheChipset() {
        assertEquals(0x12378086, bench.read(0, 0, 0, 4));
        assertEquals(0x0600, bench.read(0, 0, 0x0A, 2));
        assertEquals(0x11001AF4, bench.read(0, 0, 0x2C, 4));
        assertEquals(0x70008086, bench.read(1, 0, 0, 4));
        assertEquals(0x80, bench.read(1, 0, 0x0E, 1), "multi-function");
        assertEquals(0x0601, bench.read(1, 0, 0x0A, 2));
        assertEquals(0x7113, bench.read(1, 3, 2, 2));
    }

    @Test
    void absentFunctionsReadOnes() {
        assertEquals(-1, bench.read(5, 0, 0, 4));
        assertEquals(0xFFFF, bench.read(1, 4, 0, 2));
        bench.ports.write(0xCF8, 4, 0x80010000);
        assertEquals(-1, bench.ports.read(0xCFC, 4), "another bus");
        bench.ports.write(0xCF8, 4, 0);
        assertEquals(-1, bench.ports.read(0xCFC, 4), "not enabled");
    }

    @Test
    void addressRegisterTakesDwordsOnly() {
        bench.ports.write(0xCF8, 4, -1);
        assertEquals(0x80FFFFFC, bench.ports.read(0xCF8, 4));
        bench.ports.write(0xCF8, 1, 0);
        bench.ports.write(0xCF8, 2, 0);
        assertEquals(0x80FFFFFC, bench.ports.read(0xCF8, 4));
    }

    @Test
    void readOnlyBitsStay() {
        bench.write(0, 0, 0, 4, 0);
        assertEquals(0x12378086, bench.read(0, 0, 0, 4));
        bench.write(0, 0, 4, 2, 0xFFFF);
        assertEquals(0x0106, bench.read(0, 0, 4, 2));
        bench.write(1, 0, 0x60, 4, 0x7B0A8009);
        assertEquals(0x0B0A8009, bench.read(1, 0, 0x60, 4));
    }

    @Test
    void resetControl() {
        bench.ports.write(0xCF9, 1, 0x02);
        assertEquals("", bench.resets);
        bench.ports.write(0xCF9, 1, 0x06);
        assertEquals("H", bench.resets);
        bench.ports.write(0xCF9, 1, 0x00);
        bench.ports.write(0xCF9, 1, 0x04);
        assertEquals("HS", bench.resets);
    }

    /** A function with one base address of each kind, which notes what happens to them. */
    private static final class Probe extends PciFunction {
        private final List<String> calls;

        Probe(List<String> calls, BarTarget io) {
            super("probe", PciIdentity.of(0x1234, 0x1111, 0x030000, 1).withInterruptPin(1), 0, 0x0107, 0);
            this.calls = calls;
            memoryBase(0, 0x100000, true, noting("lfb"));
            ioBase(1, 16, io);
            romBase(0x8000, noting("rom"));
            reset();
        }

        private BarTarget noting(String what) {
            return new BarTarget() {
                @Override
                public void map(int base) {
                    calls.add(String.format("%s map %08X", what, base));
                }

                @Override
                public void unmap(int base) {
                    calls.add(String.format("%s unmap %08X", what, base));
                }
            };
        }
    }

    private static final PortHandler ECHO = new PortHandler() {
        @Override
        public int read(int port, int size) {
            return port & 0xFF;
        }

        @Override
        public void write(int port, int size, int value) {
            // Only reads are of interest.
        }

        @Override
        public int peek(int port, int size) {
            return read(port, size);
        }
    };

    @Test
    void baseAddressesSizeAndMap() {
        List<String> calls = new ArrayList<>();
        bench.pci.add(2, 0, new Probe(calls, new PortWindow(bench.ports, 16, 1, ECHO)));
        bench.write(2, 0, 4, 2, 0x0003);
        bench.write(2, 0, 0x10, 4, -1);
        assertEquals(0xFFF00008, bench.read(2, 0, 0x10, 4), "1 MiB, prefetchable");
        bench.write(2, 0, 0x14, 4, -1);
        assertEquals(0xFFFFFFF1, bench.read(2, 0, 0x14, 4), "16 ports");
        bench.write(2, 0, 0x30, 4, 0xFFFFF800);
        assertEquals(0xFFFF8000, bench.read(2, 0, 0x30, 4), "32 KiB ROM");
        assertEquals(0, bench.read(2, 0, 0x18, 4), "no such base address");
        assertEquals(List.of(), calls, "sizing maps nothing");

        bench.write(2, 0, 0x10, 4, 0xE0000000);
        bench.write(2, 0, 0x30, 4, 0xE0100001);
        bench.write(2, 0, 0x14, 4, 0xC001);
        assertEquals(List.of("lfb map E0000000", "rom map E0100000"), calls);
        assertEquals(0x05, bench.ports.read(0xC005, 1));
        bench.write(2, 0, 0x14, 4, 0xC101);
        assertEquals(0xFF, bench.ports.read(0xC005, 1));
        assertEquals(0x05, bench.ports.read(0xC105, 1));
        bench.write(2, 0, 4, 2, 0);
        assertEquals(0xFF, bench.ports.read(0xC105, 1));
        assertEquals("lfb unmap E0000000", calls.get(2));
    }

    @Test
    void pirqsAreSharedAndRouted() {
        IrqLine slot1a = bench.router.interruptPin(1, 1);
        IrqLine slot5a = bench.router.interruptPin(5, 1);
        IrqLine slot2a = bench.router.interruptPin(2, 1);
        slot1a.set(true);
        assertArrayEquals(new boolean[16], bench.irqs, "not routed after reset");
        bench.write(1, 0, 0x60, 1, 10);
        assertTrue(bench.irqs[10], "device 1 INTA# is PIRQA#");
        slot5a.set(true);
        slot1a.set(false);
        assertTrue(bench.irqs[10], "device 5 shares it");
        bench.write(1, 0, 0x60, 1, 11);
        assertFalse(bench.irqs[10]);
        assertTrue(bench.irqs[11]);
        slot5a.set(false);
        assertFalse(bench.irqs[11]);
        slot2a.set(true);
        bench.write(1, 0, 0x61, 1, 11);
        assertTrue(bench.irqs[11], "device 2 INTA# is PIRQB#");
        bench.write(1, 0, 0x61, 1, 0x80);
        assertFalse(bench.irqs[11]);
    }

    @Test
    void placesAreTakenOnce() {
        assertThrows(IllegalArgumentException.class, () -> bench.pci.add(1, 3, bench.pm));
    }

    @Test
    void stateMovesToAnotherBoard() throws Exception {
        bench.write(0, 0, 0x59, 1, 0x30);
        bench.write(1, 3, 0x40, 4, 0xB001);
        bench.write(1, 3, 0x80, 1, 1);
        PciBench other = new PciBench();
        for (int i = 0; i < bench.pci.functions().size(); i++) {
            byte[] state = StateCopy.of(bench.pci.functions().get(i));
            StateCopy.restore(other.pci.functions().get(i), state);
            assertArrayEquals(state, StateCopy.of(other.pci.functions().get(i)));
        }
        other.memory.write(0xF0000, 1, 0x5A);
        assertEquals(0x5A, other.memory.read(0xF0000, 1), "shadow attributes came along");
        assertEquals(0, other.ports.read(0xB002, 2), "and the ports' place");
    }
}
