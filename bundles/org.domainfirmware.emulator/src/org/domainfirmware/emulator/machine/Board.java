package org.domainfirmware.emulator.machine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.bus.InterruptController;
import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.apic.IoApic;
import org.domainfirmware.emulator.device.apic.LocalApic;
import org.domainfirmware.emulator.device.disk.DiskLayout;
import org.domainfirmware.emulator.device.disk.ImageException;
import org.domainfirmware.emulator.device.disk.Medium;
import org.domainfirmware.emulator.device.dma.DmaControllers;
import org.domainfirmware.emulator.device.fdc.FloppyController;
import org.domainfirmware.emulator.device.fwcfg.FwCfg;
import org.domainfirmware.emulator.device.fwcfg.FwCfgContents;
import org.domainfirmware.emulator.device.ide.AtaDisk;
import org.domainfirmware.emulator.device.ide.AtapiCdrom;
import org.domainfirmware.emulator.device.ide.BusMaster;
import org.domainfirmware.emulator.device.ide.IdeChannel;
import org.domainfirmware.emulator.device.ide.Piix3Ide;
import org.domainfirmware.emulator.device.kbc.Kbc8042;
import org.domainfirmware.emulator.device.misc.A20Gate;
import org.domainfirmware.emulator.device.misc.DebugConsole;
import org.domainfirmware.emulator.device.misc.DebugExit;
import org.domainfirmware.emulator.device.misc.PostPort;
import org.domainfirmware.emulator.device.misc.PowerOffPorts;
import org.domainfirmware.emulator.device.misc.SystemControlPortA;
import org.domainfirmware.emulator.device.pci.GpeBlock;
import org.domainfirmware.emulator.device.pci.I440fxHostBridge;
import org.domainfirmware.emulator.device.pci.PciBus;
import org.domainfirmware.emulator.device.pci.PciFunction;
import org.domainfirmware.emulator.device.pci.Piix3IsaBridge;
import org.domainfirmware.emulator.device.pci.Piix4PowerManagement;
import org.domainfirmware.emulator.device.pci.PirqRouter;
import org.domainfirmware.emulator.device.pci.ResetControl;
import org.domainfirmware.emulator.device.pci.RomMap;
import org.domainfirmware.emulator.device.pic.IrqFanOut;
import org.domainfirmware.emulator.device.pic.IrqMerge;
import org.domainfirmware.emulator.device.pic.PicPair;
import org.domainfirmware.emulator.device.pit.Pit8254;
import org.domainfirmware.emulator.device.rtc.Rtc;
import org.domainfirmware.emulator.device.uart.Uart16550;
import org.domainfirmware.emulator.device.vga.Vga;
import org.domainfirmware.emulator.device.vga.VgaPciFunction;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.replay.InputEvent;
import org.domainfirmware.emulator.time.EventQueue;

/** The parts of an i440FX/PIIX3 board and the wires between them. */
final class Board {
    /** Subsystem by which firmware that knows it recognises a virtual PC. */
    private static final int SUBSYSTEM_VENDOR = 0x1AF4;
    private static final int SUBSYSTEM = 0x1100;
    private static final int[] UART_PORTS = {0x3F8, 0x2F8, 0x3E8, 0x2E8};
    private static final int DEBUG_CONSOLE_PORT = 0xE9;
    private static final int PIIX_DEVICE = 1;
    private static final int VGA_DEVICE = 2;

    private final PortBus ports;
    final PicPair pic;
    final Pit8254 pit;
    final Rtc rtc;
    final Kbc8042 kbc;
    final DmaControllers dma;
    final FloppyController fdc;
    final Vga vga;
    final PciBus pci;
    final PostPort post;
    final DebugConsole debugConsole;
    final Uart16550[] uarts = new Uart16550[4];
    final SerialTap[] serial = new SerialTap[4];
    private final List<Device> devices = new ArrayList<>();
    private final IrqMerge[] isa = new IrqMerge[16];
    private final InterruptController interrupts;
    private final BusMaster[] busMasters = new BusMaster[2];
    private AtapiCdrom cdrom;
    private LocalApic localApic;
    private IoApic ioApic;

    Board(MachineConfig config, Drives drives, PhysicalMemory memory, PortBus ports, EventQueue events,
            MachineSignals signals) throws IOException {
        this.ports = ports;
        pic = add(new PicPair(ports));
        interrupts = config.cpu() == CpuModel.PPRO ? addApics(memory, events, signals) : pic;
        for (int i = 0; i < isa.length; i++) {
            isa[i] = new IrqMerge(ioApic == null ? pic.irq(i) : bothControllers(i));
        }
        pit = add(new Pit8254(ports, events, irq(0)));
        rtc = add(new Rtc(ports, events, irq(8), config.rtc(), drives.cmos(config)));
        A20Gate a20 = new A20Gate(signals::a20);
        kbc = add(new Kbc8042(ports, events, irq(1), irq(12), a20::keyboard, signals::processorReset));
        add(new SystemControlPortA(ports, a20::fast, signals::processorReset));
        dma = add(new DmaControllers(ports, memory));
        fdc = add(new FloppyController(events, ports, irq(6), dma.channel(2), drives.floppyType(Drive.FDA),
                drives.floppyType(Drive.FDB)));
        insertFloppies(drives);
        for (int i = 0; i < uarts.length; i++) {
            serial[i] = new SerialTap();
            uarts[i] = add(new Uart16550("com" + (i + 1), ports, UART_PORTS[i], events, irq(4 - i % 2), serial[i]));
        }
        addDisks(drives, memory, ports, events);
        post = add(new PostPort(ports, events.clock()));
        debugConsole = add(new DebugConsole("debugcon", ports, DEBUG_CONSOLE_PORT));
        add(new PowerOffPorts(ports, signals::powerOff));
        if (config.debugExitPort() >= 0) {
            add(new DebugExit(ports, config.debugExitPort(), signals::exit));
        }
        vga = add(new Vga(ports, memory, events));
        pci = add(new PciBus(ports, new ResetControl(hard -> {
            if (hard) {
                signals.hardReset();
            } else {
                signals.processorReset();
            }
        })));
        addChipset(config, memory, ports, events, signals);
    }

    /** The local APIC stands between the 8259 pair and the processor; only the Pentium Pro has one. */
    private InterruptController addApics(PhysicalMemory memory, EventQueue events, MachineSignals signals) {
        localApic = add(new LocalApic(events, memory, pic, signals));
        ioApic = add(new IoApic(memory, localApic));
        localApic.onEoi(ioApic::endOfInterrupt);
        pic.onIntr(localApic::picIntr);
        return localApic;
    }

    /** An ISA wire reaches both; the timer is at input 2 of the I/O APIC, where the MP and MADT tables say it is. */
    private IrqLine bothControllers(int irq) {
        IrqLine legacy = pic.irq(irq);
        return irq == 2 ? legacy : new IrqFanOut(List.of(legacy, ioApic.input(irq == 0 ? 2 : irq)));
    }

    private void addDisks(Drives drives, PhysicalMemory memory, PortBus ports, EventQueue events) throws IOException {
        busMasters[0] = new BusMaster(memory, "PRIMARY_");
        busMasters[1] = new BusMaster(memory, "SECONDARY_");
        add(new IdeChannel("ide0", ports, 0x1F0, 0x3F6, irq(14), busMasters[0],
                disk(drives, Drive.HDA, events, "ide0.master"), disk(drives, Drive.HDB, events, "ide0.slave")));
        cdrom = new AtapiCdrom(events, "ide1.master");
        if (drives.in(Drive.CDROM) != null) {
            cdrom.insert(drives.in(Drive.CDROM));
        }
        add(new IdeChannel("ide1", ports, 0x170, 0x376, irq(15), busMasters[1], cdrom, null));
    }

    /** The disk with a drive's medium, or null. */
    private static AtaDisk disk(Drives drives, Drive drive, EventQueue events, String name) throws IOException {
        Medium medium = drives.in(drive);
        return medium == null ? null
                : new AtaDisk(events, name, medium, DiskLayout.guess(medium).drive(), "DFW" + drive);
    }

    private void insertFloppies(Drives drives) {
        for (Drive d : new Drive[] {Drive.FDA, Drive.FDB}) {
            if (drives.in(d) != null) {
                fdc.drive(d.ordinal()).insert(drives.in(d));
            }
        }
    }

    private void addChipset(MachineConfig config, PhysicalMemory memory, PortBus ports, EventQueue events,
            MachineSignals signals) {
        RomMap roms = Roms.place(memory, config);
        IrqLine[] wires = new IrqLine[16];
        for (int i = 0; i < wires.length; i++) {
            wires[i] = irq(i);
        }
        PirqRouter router = new PirqRouter(wires);
        addPci(0, 0, new I440fxHostBridge(memory, roms, SUBSYSTEM_VENDOR, SUBSYSTEM));
        addPci(PIIX_DEVICE, 0, new Piix3IsaBridge(router, SUBSYSTEM_VENDOR, SUBSYSTEM));
        addPci(PIIX_DEVICE, 1, new Piix3Ide(ports, busMasters[0], busMasters[1], SUBSYSTEM_VENDOR, SUBSYSTEM));
        add(new GpeBlock(ports));
        // No expansion ROM: the Bochs BIOS reads one before it lets the adapter decode memory. The image is at C0000h,
        // and in fw_cfg for firmware that looks for VGA ROMs there.
        addPci(VGA_DEVICE, 0, new VgaPciFunction(vga, memory));
        FwCfgContents contents = new FwCfgContents().memory((long) config.memoryMiB() << 20, 0);
        if (config.vgabios().length > 0) {
            contents.file("vgaroms/vgabios.bin", config.vgabios());
        }
        add(new FwCfg(ports, contents));
        addPci(PIIX_DEVICE, 3, new Piix4PowerManagement(events, ports, irq(9), signals::powerOff, SUBSYSTEM_VENDOR,
                SUBSYSTEM));
    }

    private <T extends Device> T add(T device) {
        devices.add(device);
        return device;
    }

    private void addPci(int device, int function, PciFunction part) {
        pci.add(device, function, part);
        devices.add(part);
    }

    /** A new source on an ISA interrupt wire. */
    private IrqLine irq(int number) {
        return isa[number].source();
    }

    /** All parts, in a fixed order. */
    List<Device> devices() {
        return devices;
    }

    /** What the processor's INTR pin is wired to. */
    InterruptController interrupts() {
        return interrupts;
    }

    /** Where FERR# goes: IRQ 13, as on the AT. */
    IrqLine floatingPointError() {
        return irq(13);
    }

    /** The CD-ROM drive, to change its medium. */
    AtapiCdrom cdrom() {
        return cdrom;
    }

    /** The local APIC, or null where the processor has none. */
    LocalApic localApic() {
        return localApic;
    }

    /** Gives input to the device it is for. */
    void input(InputEvent event, Drives drives) throws ImageException {
        InputPort.give(event, this, drives);
    }

    /** Opens all of the shadow RAM by the host bridge's PAM registers (59h to 5Fh), through the configuration ports. */
    void openShadow() {
        int old = ports.peek(0xCF8, 4);
        for (int register = 0x59; register <= 0x5F; register++) {
            ports.write(0xCF8, 4, 0x80000000 | register & 0xFC);
            ports.write(0xCFC + (register & 3), 1, 0x33);
        }
        ports.write(0xCF8, 4, old);
    }

    /** System reset of every part. */
    void reset() {
        devices.forEach(Device::reset);
    }
}
