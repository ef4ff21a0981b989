package org.domainfirmware.emulator.device.ide;

import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;
import org.domainfirmware.emulator.device.pci.PciFunction;
import org.domainfirmware.emulator.device.pci.PciIdentity;
import org.domainfirmware.emulator.device.pci.PortWindow;

/**
 * Function 1 of the 82371SB (PIIX3): the IDE interface's timing registers and its bus master at base
 * address 4. The channels themselves decode their legacy ports whatever IDETIM says, so that firmware
 * without PCI finds its disks.
 */
public final class Piix3Ide extends PciFunction {
    private final BusMaster primary;
    private final BusMaster secondary;

    /**
     * @param primary bus master half of the channel at 1F0h
     * @param secondary bus master half of the channel at 170h
     */
    public Piix3Ide(PortBus ports, BusMaster primary, BusMaster secondary, int subsystemVendor, int subsystem) {
        super("piix3-ide", PciIdentity.of(0x8086, 0x7010, 0x010180, 0).withSubsystem(subsystemVendor, subsystem),
                0, 0x0005, 0x0280);
        this.primary = primary;
        this.secondary = secondary;
        declare("MLT", 0x0D, 8, 0, 0xF0);
        declare("IDETIM0", 0x40, 16, 0, 0xF3FF).field("IDE_DECODE", 15, 1);
        declare("IDETIM1", 0x42, 16, 0, 0xF3FF).field("IDE_DECODE", 15, 1);
        declare("SIDETIM", 0x44, 8, 0, 0xFF);
        primary.enabledBy(this::isBusMaster);
        secondary.enabledBy(this::isBusMaster);
        primary.registers(0).forEach(this::also);
        secondary.registers(8).forEach(this::also);
        ioBase(4, 16, new PortWindow(ports, 16, 4, new Ports()));
        reset();
    }

    @Override
    public void reset() {
        super.reset();
        primary.reset();
        secondary.reset();
    }

    private final class Ports implements PortHandler {
        private BusMaster half(int port) {
            return (port & 8) == 0 ? primary : secondary;
        }

        @Override
        public int read(int port, int size) {
            return half(port).read(port, size);
        }

        @Override
        public void write(int port, int size, int value) {
            half(port).write(port, size, value);
        }

        @Override
        public int peek(int port, int size) {
            return half(port).peek(port, size);
        }
    }
}
