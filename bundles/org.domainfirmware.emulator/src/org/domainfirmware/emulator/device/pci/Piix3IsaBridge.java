package org.domainfirmware.emulator.device.pci;

import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;

/** Function 0 of the 82371SB (PIIX3): the PCI to ISA bridge, whose part here is interrupt routing. */
public final class Piix3IsaBridge extends PciFunction {
    private static final int PIRQ_ROUTE = 0x60;

    private final PirqRouter router;

    /** @param subsystemVendor 0 for the chip's own, which has none */
    public Piix3IsaBridge(PirqRouter router, int subsystemVendor, int subsystem) {
        super("piix3-isa", PciIdentity.of(0x8086, 0x7000, 0x060100, 0)
                .withSubsystem(subsystemVendor, subsystem).withFunctions(), 0x0007, 0x0108, 0x0200);
        this.router = router;
        declare("IORT", 0x4C, 8, 0x4D, 0xFF);
        declare("XBCS", 0x4E, 16, 0x0003, 0x0FFF)
                .field("LOWER_BIOS", 6, 1).field("EXTENDED_BIOS", 7, 1).field("BIOS_WRITE", 2, 1);
        for (int i = 0; i < 4; i++) {
            declare("PIRQRC" + (char) ('A' + i), PIRQ_ROUTE + i, 8, 0x80, 0x8F)
                    .field("IRQ", 0, 4).field("ROUTE", 7, 1, "enabled", "disabled")
                    .sideEffect("moves the PIRQ to another interrupt request");
        }
        declare("TOM", 0x69, 8, 0x02, 0xFE);
        declare("MSTAT", 0x6A, 16, 0, 0x80F1);
        declare("MBIRQ0", 0x70, 8, 0x80, 0xEF);
        declare("MBIRQ1", 0x71, 8, 0x80, 0xEF);
        declare("MBDMA0", 0x76, 8, 0x0C, 0x8F);
        declare("MBDMA1", 0x77, 8, 0x0C, 0x8F);
        declare("PCSC", 0x78, 16, 0x0002, 0xFFFF);
        declare("APICBASE", 0x80, 8, 0, 0x7F);
        declare("DLC", 0x82, 8, 0, 0x0F);
        declare("SMICNTL", 0xA0, 8, 0x08, 0x1F);
        declare("SMIEN", 0xA2, 16, 0, 0x01FF);
        declare("SMIREQ", 0xAA, 16, 0, 0x01FF);
        reset();
    }

    @Override
    protected void configByteWritten(int offset, int before, int after) {
        if (offset >= PIRQ_ROUTE && offset < PIRQ_ROUTE + 4 && before != after) {
            router.route(offset - PIRQ_ROUTE, after);
        }
    }

    @Override
    public void reset() {
        super.reset();
        router.reset();
    }

    @Override
    public void writeState(StateWriter to) {
        super.writeState(to);
        router.writeState(to);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        super.readState(from);
        router.readState(from);
    }
}
