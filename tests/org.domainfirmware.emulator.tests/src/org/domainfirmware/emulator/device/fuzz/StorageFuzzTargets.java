package org.domainfirmware.emulator.device.fuzz;

import java.util.List;
import java.util.Random;
import org.domainfirmware.emulator.bus.DmaChannel;
import org.domainfirmware.emulator.bus.DmaDevice;
import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.disk.DiskGeometry;
import org.domainfirmware.emulator.device.disk.Medium;
import org.domainfirmware.emulator.device.disk.MemoryImage;
import org.domainfirmware.emulator.device.disk.OverlayMedium;
import org.domainfirmware.emulator.device.disk.WriteThroughMedium;
import org.domainfirmware.emulator.device.fdc.FloppyController;
import org.domainfirmware.emulator.device.fdc.FloppyDriveType;
import org.domainfirmware.emulator.device.ide.AtaDisk;
import org.domainfirmware.emulator.device.ide.AtapiCdrom;
import org.domainfirmware.emulator.device.ide.BusMaster;
import org.domainfirmware.emulator.device.ide.IdeChannel;
import org.domainfirmware.emulator.device.ide.Piix3Ide;
import org.domainfirmware.emulator.device.pci.GpeBlock;
import org.domainfirmware.emulator.device.pci.I440fxHostBridge;
import org.domainfirmware.emulator.device.pci.PciBus;
import org.domainfirmware.emulator.device.pci.PciFunction;
import org.domainfirmware.emulator.device.pci.Piix3IsaBridge;
import org.domainfirmware.emulator.device.pci.Piix4PowerManagement;
import org.domainfirmware.emulator.device.pci.PirqRouter;
import org.domainfirmware.emulator.device.pci.ResetControl;
import org.domainfirmware.emulator.device.pci.RomMap;

/** Floppy, IDE and PCI parts. Media stay of one size, so that a lump fits the copy's drives. */
final class StorageFuzzTargets {
    private static final int DISK_SECTORS = 2016;
    private static final int DISC_SECTORS = 60;
    private static final int FLOPPY = 1_474_560;
    private static final int[] FLOPPY_COMMANDS = {0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0C, 0x0D, 0x0F,
        0x11, 0x13, 0x14, 0x16, 0x19, 0x1D, 0x8F};
    private static final int[] DISK_COMMANDS = {0x20, 0x24, 0x25, 0x29, 0x30, 0x34, 0x35, 0x39, 0x40, 0x91, 0xC4, 0xC5,
        0xC6, 0xC8, 0xCA, 0xEC, 0xEF};
    private static final int[] PACKETS = {0x00, 0x03, 0x12, 0x1B, 0x1E, 0x25, 0x28, 0x42, 0x43, 0x46, 0x4A, 0x51, 0x52,
        0x5A, 0xA8, 0xBD, 0xBE};

    private StorageFuzzTargets() {
    }

    static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.of("fdc", StorageFuzzTargets::floppy).ports(0x3F0, 0x3F5).ports(0x3F7, 0x3F7)
                        .input(StorageFuzzTargets::commandFloppy).stateLimit(4 << 20),
                FuzzTarget.of("ide-disk", StorageFuzzTargets::disk).ports(0x1F0, 0x1F7).ports(0x3F6, 0x3F6)
                        .ports(0xC000, 0xC007).input(StorageFuzzTargets::commandDisk).stateLimit(4 << 20),
                FuzzTarget.of("ide-cdrom", StorageFuzzTargets::cdrom).ports(0x1F0, 0x1F7).ports(0x3F6, 0x3F6)
                        .ports(0xC000, 0xC007).input(StorageFuzzTargets::commandCdrom),
                FuzzTarget.of("pci", StorageFuzzTargets::pci).ports(0xCF8, 0xCFF),
                FuzzTarget.of("i440fx", StorageFuzzTargets::hostBridge).mmio(0xC0000, 0xFFFFF)
                        .input(StorageFuzzTargets::configure),
                FuzzTarget.of("piix3-isa", board -> new Piix3IsaBridge(router(), 0, 0)).ports(0, 0)
                        .input(StorageFuzzTargets::configure),
                FuzzTarget.of("piix3-ide", board -> new Piix3Ide(board.ports, new BusMaster(board.memory, "P_"),
                        new BusMaster(board.memory, "S_"), 0, 0)).ports(0xC000, 0xC00F)
                        .input(StorageFuzzTargets::configure),
                FuzzTarget.of("piix4-pm", board -> new Piix4PowerManagement(board.queue, board.ports, board.irq, () -> { },
                        0, 0)).ports(0xB000, 0xB03F).ports(0xB2, 0xB3).ports(0x700, 0x70F)
                        .input(StorageFuzzTargets::configurePower),
                FuzzTarget.of("gpe", board -> new GpeBlock(board.ports)).ports(0xAFE0, 0xAFE3));
    }

    /** A channel that sometimes moves all, sometimes half, sometimes nothing, by its own count. */
    private static final class Dma implements DmaChannel {
        private final byte[] memory = new byte[1024];
        private DmaDevice device;
        private int calls;

        @Override
        public void connect(DmaDevice connected) {
            device = connected;
        }

        @Override
        public int request(int length) {
            calls++;
            int run = calls % 7 == 0 ? 0 : calls % 3 == 0 ? (length + 1) / 2 : length;
            int out = device.fromMemory(memory, 0, run, reachedTerminalCount());
            return out > 0 ? out : device.toMemory(memory, 0, run, reachedTerminalCount());
        }

        @Override
        public boolean reachedTerminalCount() {
            return calls % 5 == 0;
        }
    }

    private static Medium floppyMedium() {
        return new OverlayMedium(new MemoryImage("floppy", new byte[FLOPPY]), 512);
    }

    private static Device floppy(FuzzBoard board) {
        FloppyController fdc = new FloppyController(board.queue, board.ports, board.irq, new Dma(), FloppyDriveType.M1_44,
                FloppyDriveType.M2_88);
        fdc.drive(0).insert(floppyMedium());
        return fdc;
    }

    /** A command that may well be valid; now and then another medium. */
    private static void commandFloppy(Device device, Random random) {
        FloppyController fdc = (FloppyController) device;
        if (random.nextInt(40) == 0) {
            fdc.drive(0).insert(floppyMedium());
        }
        fdc.write(0x3F2, 1, 0x1C);
        fdc.write(0x3F7, 1, 0);
        int cylinder = random.nextInt(3);
        int head = random.nextInt(2);
        int[] bytes = {FLOPPY_COMMANDS[random.nextInt(FLOPPY_COMMANDS.length)] | (random.nextInt(8) > 0 ? 0x40 : 0)
                | random.nextInt(2) << 7, head << 2, cylinder, head, random.nextInt(20), 2, 18, 0x1B, 0xFF};
        for (int value : bytes) {
            fdc.write(0x3F5, 1, value);
        }
    }

    /** The channel with its bus master already where the fuzz writes. */
    private static BusMaster busMaster(FuzzBoard board) {
        BusMaster primary = new BusMaster(board.memory, "P_");
        Piix3Ide function = new Piix3Ide(board.ports, primary, new BusMaster(board.memory, "S_"), 0, 0);
        function.writeConfig(0x20, 4, 0xC000);
        function.writeConfig(0x04, 2, 5);
        return primary;
    }

    private static Device disk(FuzzBoard board) {
        Medium medium = new OverlayMedium(new MemoryImage("disk", new byte[DISK_SECTORS * 512]), 512, 1 << 20);
        AtaDisk disk = new AtaDisk(board.queue, "fuzz", medium, DiskGeometry.ofDrive(DISK_SECTORS), "1");
        return new IdeChannel("ide0", board.ports, 0x1F0, 0x3F6, board.irq, busMaster(board), disk, null);
    }

    private static void commandDisk(Device device, Random random) {
        IdeChannel channel = (IdeChannel) device;
        int[] registers = {random.nextInt(4), random.nextInt(20), random.nextInt(256), random.nextInt(9), 0,
            0xA0 | random.nextInt(2) << 6, DISK_COMMANDS[random.nextInt(DISK_COMMANDS.length)]};
        command(channel, registers);
        byte[] block = new byte[random.nextInt(5000) & ~3];
        if (random.nextBoolean()) {
            channel.writeBlock(0x1F0, 2, block, 0, block.length / 2);
        } else {
            channel.readBlock(0x1F0, 4, block, 0, block.length / 4);
        }
    }

    private static void command(IdeChannel channel, int[] registers) {
        channel.write(0x3F6, 1, 0);
        for (int i = 0; i < registers.length; i++) {
            channel.write(0x1F1 + i, 1, registers[i]);
        }
    }

    private static Medium disc() {
        return new WriteThroughMedium(new MemoryImage("disc", new byte[DISC_SECTORS * 2048]), 2048, false);
    }

    private static Device cdrom(FuzzBoard board) {
        AtapiCdrom cdrom = new AtapiCdrom(board.queue, "fuzz");
        cdrom.insert(disc());
        return new IdeChannel("ide0", board.ports, 0x1F0, 0x3F6, board.irq, busMaster(board), cdrom, null);
    }

    /** Either a PACKET command, or the packet if the drive asks for one, or reads and the eject button. */
    private static void commandCdrom(Device device, Random random) {
        IdeChannel channel = (IdeChannel) device;
        AtapiCdrom cdrom = (AtapiCdrom) channel.drive(0);
        switch (random.nextInt(4)) {
            case 0 -> command(channel, new int[] {random.nextInt(2), 0, 0, random.nextInt(256), random.nextInt(256), 0xA0,
                0xA0});
            case 1 -> {
                byte[] packet = new byte[12];
                packet[0] = (byte) PACKETS[random.nextInt(PACKETS.length)];
                for (int i = 1; i < 12; i++) {
                    packet[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(40) : 0);
                }
                channel.writeBlock(0x1F0, 2, packet, 0, 6);
            }
            case 2 -> {
                byte[] block = new byte[random.nextInt(40_000) & ~1];
                channel.readBlock(0x1F0, 2, block, 0, block.length / 2);
            }
            default -> {
                if (random.nextInt(20) == 0) {
                    cdrom.pressEject();
                } else if (random.nextInt(20) == 0) {
                    cdrom.insert(disc());
                }
            }
        }
    }

    private static Device pci(FuzzBoard board) {
        PciBus bus = new PciBus(board.ports, new ResetControl(hard -> { }));
        bus.add(0, 0, (PciFunction) hostBridge(board));
        return bus;
    }

    private static Device hostBridge(FuzzBoard board) {
        RomMap roms = new RomMap(board.memory);
        roms.placeBios(new byte[0x20000]);
        return new I440fxHostBridge(board.memory, roms, 0, 0);
    }

    private static PirqRouter router() {
        IrqLine[] lines = new IrqLine[16];
        java.util.Arrays.fill(lines, IrqLine.UNCONNECTED);
        PirqRouter router = new PirqRouter(lines);
        router.interruptPin(3, 1).set(true);
        return router;
    }

    private static void configure(Device device, Random random) {
        int offset = random.nextInt(256);
        ((PciFunction) device).writeConfig(offset, 1 << random.nextInt(3), random.nextInt());
    }

    private static void configurePower(Device device, Random random) {
        PciFunction function = (PciFunction) device;
        configure(device, random);
        if (random.nextInt(4) == 0) {
            function.writeConfig(0x40, 4, 0xB000);
            function.writeConfig(0x80, 1, 1);
            function.writeConfig(0x90, 4, 0x700);
            function.writeConfig(0xD2, 1, 1);
        }
    }
}
