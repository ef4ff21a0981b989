package org.domainfirmware.emulator.device.pci;

import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.reg.Access;
import org.domainfirmware.emulator.device.reg.Register;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.snapshot.StateReader;
import org.domainfirmware.emulator.snapshot.StateWriter;
import org.domainfirmware.emulator.time.EventQueue;

/**
 * Function 3 of the 82371AB (PIIX4): power management, SMBus and the APM ports B2h and B3h. There is
 * no system management mode; what firmware's SMI handler would do for the ACPI tables' SMI_CMD
 * values F1h and F0h (ACPI on and off), the part does itself.
 */
public final class Piix4PowerManagement extends PciFunction {
    private static final int PMBA = 0x40;
    private static final int PMREGMISC = 0x80;
    private static final int SMBBA = 0x90;
    private static final int SMBHSTCFG = 0xD2;
    private static final int ACPI_ON = 0xF1;
    private static final int ACPI_OFF = 0xF0;

    private final PowerRegisters power;
    private final SmBusHost smBus = new SmBusHost();
    private final BaseAddress powerBase;
    private final BaseAddress smBusBase;
    private int apmControl;
    private int apmStatus;

    /**
     * @param sci the system control interrupt, ISA IRQ 9, active while asserted
     * @param powerOff called when the guest switches itself off
     */
    public Piix4PowerManagement(EventQueue queue, PortBus ports, IrqLine sci, Runnable powerOff,
            int subsystemVendor, int subsystem) {
        super("piix4-pm", PciIdentity.of(0x8086, 0x7113, 0x068000, 3)
                .withSubsystem(subsystemVendor, subsystem).withInterruptPin(1), 0x0000, 0x0001, 0x0280);
        power = new PowerRegisters(queue, sci, powerOff);
        powerBase = new BaseAddress(PMBA, PowerRegisters.PORTS, BaseAddress.Kind.IO,
                new PortWindow(ports, PowerRegisters.PORTS, 4, power));
        smBusBase = new BaseAddress(SMBBA, SmBusHost.PORTS, BaseAddress.Kind.IO,
                new PortWindow(ports, SmBusHost.PORTS, 1, smBus));
        declare("PMBA", PMBA, 32, 1, 0xFFC0).sideEffect("moves the power management ports");
        declare("CNTA", 0x44, 32, 0, -1);
        declare("CNTB", 0x48, 32, 0, 0x07FFFFFF);
        declare("GPICTL", 0x4C, 32, 0, -1);
        declare("DEVRESD", 0x50, 32, 0, 0x00FFFFFF);
        declare("DEVACTA", 0x54, 32, 0, -1);
        // Bit 25, SMI on APMC writes, is found set: firmware then takes SMM as initialised and leaves it alone.
        declare("DEVACTB", 0x58, 32, 0x02000000, 0x0FFFFFFF).field("APMC_EN", 25, 1);
        declare("DEVRESA", 0x5C, 32, 0, -1);
        for (int i = 0; i < 8; i++) {
            declare("DEVRES" + (char) ('B' + i), 0x60 + 4 * i, 32, 0, -1);
        }
        declare("PMREGMISC", PMREGMISC, 8, 0, 0x01).field("PMIOSE", 0, 1).sideEffect("enables the ports at PMBA");
        declare("SMBBA", SMBBA, 32, 1, 0xFFF0).sideEffect("moves the SMBus ports");
        declare("SMBHSTCFG", SMBHSTCFG, 8, 0, 0x0F).field("SMB_HST_EN", 0, 1).sideEffect("enables the ports at SMBBA");
        declare("SMBREV", 0xD6, 8, 0, 0);
        power.registers().forEach(this::also);
        smBus.registers().forEach(this::also);
        also(Register.of("APMC", "B2h", 8, Access.READ_WRITE, () -> apmControl)
                .sideEffect("F1h enters ACPI mode, F0h leaves it"));
        also(Register.of("APMS", "B3h", 8, Access.READ_WRITE, () -> apmStatus));
        ports.register(0xB2, 2, 1, new ApmPorts());
        reset();
    }

    private final class ApmPorts implements PortHandler {
        @Override
        public int read(int port, int size) {
            return peek(port, size);
        }

        @Override
        public int peek(int port, int size) {
            return port == 0xB2 ? apmControl : apmStatus;
        }

        @Override
        public void write(int port, int size, int value) {
            if (port == 0xB3) {
                apmStatus = value;
                return;
            }
            apmControl = value;
            if (value == ACPI_ON || value == ACPI_OFF) {
                power.acpi(value == ACPI_ON);
            }
        }
    }

    /** Presses the power button; ACPI systems then shut down. */
    public void pressPowerButton() {
        power.powerButton();
    }

    @Override
    protected void configWritten(int offset, int bytes) {
        followPorts();
    }

    private void followPorts() {
        powerBase.follow(readConfig(PMBA, 4), readConfig(PMREGMISC, 1) & 1);
        smBusBase.follow(readConfig(SMBBA, 4), readConfig(SMBHSTCFG, 1) & 1);
    }

    @Override
    public void reset() {
        super.reset();
        power.reset();
        smBus.reset();
        apmControl = 0;
        apmStatus = 0;
        followPorts();
    }

    @Override
    public void writeState(StateWriter to) {
        super.writeState(to);
        power.writeState(to);
        smBus.writeState(to);
        to.writeInt(apmControl);
        to.writeInt(apmStatus);
    }

    @Override
    public void readState(StateReader from) throws CorruptSnapshot {
        super.readState(from);
        power.readState(from);
        smBus.readState(from);
        apmControl = from.readInt() & 0xFF;
        apmStatus = from.readInt() & 0xFF;
        followPorts();
    }
}
