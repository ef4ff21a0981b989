package org.domainfirmware.emulator.device.pci;

import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/**
 * The PIIX3's four PIRQ inputs and where each goes (82371SB datasheet, "PIRQRC[A:D]"). Functions
 * share an input; it is asserted while any of them asserts it.
 */
public final class PirqRouter {
    private static final int DISABLED = 0x80;
    /** Functions that can be told apart on a PIRQ. */
    private static final int MOST_SOURCES = 31;

    private final IrqLine[] outputs;
    /** Routing registers 60h to 63h. */
    private final int[] route = {DISABLED, DISABLED, DISABLED, DISABLED};
    /** Sources that assert each PIRQ. */
    private final int[] asserting = new int[4];
    private int sources;

    /** @param isaIrqs 16 wires to the interrupt controllers, which PCI may share with ISA devices */
    public PirqRouter(IrqLine[] isaIrqs) {
        if (isaIrqs.length != 16) {
            throw new IllegalArgumentException("16 interrupt wires are needed, not " + isaIrqs.length);
        }
        outputs = isaIrqs.clone();
    }

    /**
     * The wire of a function's interrupt pin. Slot by slot the pins rotate over the PIRQs, as boards
     * with this chipset do, device 1 INTA# being PIRQA#.
     *
     * @param device 0 to 31
     * @param pin 1 to 4 for INTA# to INTD#
     */
    public IrqLine interruptPin(int device, int pin) {
        if (sources >= MOST_SOURCES) {
            throw new IllegalStateException("more than " + MOST_SOURCES + " PCI interrupt sources");
        }
        int source = 1 << sources++;
        int pirq = device + pin - 2 & 3;
        return level -> {
            asserting[pirq] = level ? asserting[pirq] | source : asserting[pirq] & ~source;
            drive(route[pirq]);
        };
    }

    /** A write to routing register {@code pirq} (0 to 3). */
    void route(int pirq, int value) {
        int before = route[pirq];
        route[pirq] = value;
        drive(before);
        drive(value);
    }

    private void drive(int routing) {
        if ((routing & DISABLED) != 0) {
            return;
        }
        int irq = routing & 15;
        boolean level = false;
        for (int i = 0; i < 4; i++) {
            level |= route[i] == routing && asserting[i] != 0;
        }
        outputs[irq].set(level);
    }

    void reset() {
        for (int i = 0; i < 4; i++) {
            route(i, DISABLED);
        }
    }

    void writeState(StateWriter to) {
        to.writeInts(route);
        to.writeInts(asserting);
    }

    void readState(StateReader from) throws CorruptSnapshot {
        from.readInts(route);
        from.readInts(asserting);
    }
}
