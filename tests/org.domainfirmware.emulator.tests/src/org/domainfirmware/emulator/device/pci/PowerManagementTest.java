package org.domainfirmware.emulator.device.pci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PIIX4 power management ports (82371AB datasheet, section 7.2) and the ACPI timer (ACPI 1.0, 4.7.3.3). */
class PowerManagementTest {
    private static final int BASE = 0xB000;
    private final PciBench bench = new PciBench();

    @BeforeEach
    void enable() {
        assertEquals(0xFFFF, bench.ports.read(BASE, 2), "no ports before");
        bench.write(1, 3, 0x40, 4, BASE | 1);
        bench.write(1, 3, 0x80, 1, 1);
    }

    @Test
    void baseReadsBack() {
        assertEquals(BASE | 1, bench.read(1, 3, 0x40, 4));
        assertEquals(0, bench.ports.read(BASE, 2));
        bench.write(1, 3, 0x40, 4, 0x600);
        assertEquals(0, bench.ports.read(0x600, 2));
        assertEquals(0xFFFF, bench.ports.read(BASE, 2));
    }

    @Test
    void timerCountsGuestTime() {
        int start = bench.ports.read(BASE + 8, 4);
        bench.run(1_000_000_000);
        assertEquals(3_579_545, bench.ports.read(BASE + 8, 4) - start & 0xFFFFFF);
        bench.run(3_600_000_000_000L);
        assertEquals((start + 3601L * 3_579_545) & 0xFFFFFF, bench.ports.read(BASE + 8, 4));
    }

    @Test
    void timerOverflowInterrupts() {
        bench.ports.write(BASE + 2, 2, 1);
        bench.ports.write(BASE + 4, 2, 1);
        // 2^23 / 3.579545 MHz is 2.3435 s.
        bench.run(2_343_000_000L);
        assertFalse(bench.irqs[9]);
        bench.run(1_000_000);
        assertTrue(bench.irqs[9]);
        assertEquals(1, bench.ports.read(BASE, 2));
        bench.ports.write(BASE, 2, 1);
        assertFalse(bench.irqs[9]);
        bench.run(2_344_000_000L);
        assertTrue(bench.irqs[9], "and again");
    }

    @Test
    void softOffPowersOff() {
        bench.ports.write(BASE + 4, 2, 0x2001);
        assertEquals(1, bench.powerOffs);
        bench.ports.write(BASE + 4, 2, 0x2001 | 5 << 10);
        assertEquals(1, bench.powerOffs, "working is no soft off");
        assertEquals(0x8000, bench.ports.read(BASE, 2) & 0x8000, "resumed at once");
    }

    @Test
    void powerButton() {
        bench.ports.write(BASE + 2, 2, 0x100);
        bench.ports.write(0xB2, 1, 0xF1);
        assertEquals(1, bench.ports.read(BASE + 4, 2), "ACPI mode by APMC");
        bench.pm.pressPowerButton();
        assertTrue(bench.irqs[9]);
        bench.ports.write(0xB2, 1, 0xF0);
        assertFalse(bench.irqs[9]);
    }

    @Test
    void smbusHasNobody() {
        bench.write(1, 3, 0x90, 4, 0x701);
        bench.write(1, 3, 0xD2, 1, 1);
        bench.ports.write(0x704, 1, 0xA1);
        bench.ports.write(0x702, 1, 0x48);
        assertEquals(0x04, bench.ports.read(0x700, 1), "no acknowledge");
        bench.ports.write(0x700, 1, 0x04);
        assertEquals(0, bench.ports.read(0x700, 1));
    }
}
