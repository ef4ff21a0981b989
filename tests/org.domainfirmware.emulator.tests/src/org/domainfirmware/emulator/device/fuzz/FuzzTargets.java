package org.domainfirmware.emulator.device.fuzz;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.domainfirmware.emulator.bus.DmaDevice;
import org.domainfirmware.emulator.bus.InterruptController;
import org.domainfirmware.emulator.device.Device;
import org.domainfirmware.emulator.device.apic.IoApic;
import org.domainfirmware.emulator.device.apic.LocalApic;
import org.domainfirmware.emulator.device.apic.ProcessorPins;
import org.domainfirmware.emulator.device.dma.DmaControllers;
import org.domainfirmware.emulator.device.fwcfg.FwCfg;
import org.domainfirmware.emulator.device.fwcfg.FwCfgContents;
import org.domainfirmware.emulator.device.kbc.Kbc8042;
import org.domainfirmware.emulator.device.kbc.Key;
import org.domainfirmware.emulator.device.misc.DebugConsole;
import org.domainfirmware.emulator.device.misc.DebugExit;
import org.domainfirmware.emulator.device.misc.PostPort;
import org.domainfirmware.emulator.device.misc.PowerOffPorts;
import org.domainfirmware.emulator.device.misc.SystemControlPortA;
import org.domainfirmware.emulator.device.pic.PicPair;
import org.domainfirmware.emulator.device.pit.Pit8254;
import org.domainfirmware.emulator.device.rtc.CmosContents;
import org.domainfirmware.emulator.device.rtc.Rtc;
import org.domainfirmware.emulator.device.uart.SerialPeer;
import org.domainfirmware.emulator.device.uart.Uart16550;

/** Every device that is fuzzed. A new device is one more entry here. */
final class FuzzTargets {
    private FuzzTargets() {
    }

    static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.of("pic", board -> new PicPair(board.ports))
                        .ports(0x20, 0x21).ports(0xA0, 0xA1).ports(0x4D0, 0x4D1).input(FuzzTargets::interruptPic),
                FuzzTarget.of("pit", board -> new Pit8254(board.ports, board.queue, board.irq))
                        .ports(0x40, 0x43).ports(0x61, 0x61),
                FuzzTarget.of("rtc", FuzzTargets::rtc).ports(0x70, 0x71),
                FuzzTarget.of("kbc", FuzzTargets::kbc).ports(0x60, 0x60).ports(0x64, 0x64).input(FuzzTargets::typeAndMove),
                FuzzTarget.of("dma", FuzzTargets::dma).ports(0x00, 0x0F).ports(0x81, 0x8F).ports(0xC0, 0xDF)
                        .input(FuzzTargets::requestDma),
                FuzzTarget.of("com1", board -> new Uart16550("com1", board.ports, 0x3F8, board.queue, board.irq,
                        SerialPeer.NONE)).ports(0x3F8, 0x3FF).input(FuzzTargets::receive),
                FuzzTarget.of("post", board -> new PostPort(board.ports, board.clock)).ports(0x80, 0x80),
                FuzzTarget.of("debugcon", board -> new DebugConsole("debugcon", board.ports, 0xE9)).ports(0xE9, 0xE9),
                FuzzTarget.of("port92", board -> new SystemControlPortA(board.ports, level -> { }, () -> { }))
                        .ports(0x92, 0x92),
                FuzzTarget.of("debugexit", board -> new DebugExit(board.ports, 0x501, value -> { })).ports(0x501, 0x504),
                FuzzTarget.of("poweroff", board -> new PowerOffPorts(board.ports, () -> { })).ports(0x8900, 0x8900)
                        .ports(0x604, 0x605).ports(0xB004, 0xB005),
                FuzzTarget.of("fwcfg", board -> new FwCfg(board.ports, new FwCfgContents().memory(1 << 20, 0)))
                        .ports(0x510, 0x511),
                FuzzTarget.of("apic", FuzzTargets::localApic).mmio(0xFEE0_0000, 0xFEE0_0FFF)
                        .input(FuzzTargets::interruptLocal),
                FuzzTarget.of("ioapic", board -> new IoApic(board.memory, (to, logical, mode, vector, level) -> true))
                        .mmio(0xFEC0_0000, 0xFEC0_0013).input(FuzzTargets::interruptIo));
    }

    private static Device rtc(FuzzBoard board) {
        return new Rtc(board.ports, board.queue, board.irq, LocalDateTime.parse("1999-12-31T23:59:50"),
                new CmosContents().build());
    }

    private static Device kbc(FuzzBoard board) {
        return new Kbc8042(board.ports, board.queue, board.irq, board.irq, level -> { }, () -> { });
    }

    private static void interruptPic(Device device, Random random) {
        PicPair pic = (PicPair) device;
        int irq = random.nextInt(16);
        if (random.nextInt(8) == 0) {
            pic.irq(irq).pulse();
        } else {
            pic.irq(irq).set(random.nextBoolean());
        }
        if (pic.interruptPending() || random.nextInt(50) == 0) {
            pic.acknowledge();
        }
    }

    private static void typeAndMove(Device device, Random random) {
        Kbc8042 kbc = (Kbc8042) device;
        Key[] keys = Key.values();
        kbc.key(keys[random.nextInt(keys.length)], random.nextBoolean());
        kbc.moveMouse(random.nextInt(601) - 300, random.nextInt(601) - 300, random.nextInt(41) - 20, random.nextInt());
    }

    private static Device dma(FuzzBoard board) {
        DmaControllers dma = new DmaControllers(board.ports, board.memory);
        DmaDevice device = new DmaDevice() {
            @Override
            public int fromMemory(byte[] data, int offset, int length, boolean terminalCount) {
                return length / 2;
            }

            @Override
            public int toMemory(byte[] data, int offset, int length, boolean terminalCount) {
                return length;
            }
        };
        for (int channel : new int[] {0, 1, 2, 3, 5, 6, 7}) {
            dma.channel(channel).connect(device);
        }
        return dma;
    }

    private static void requestDma(Device device, Random random) {
        int channel = random.nextInt(7);
        ((DmaControllers) device).channel(channel < 4 ? channel : channel + 1).request(random.nextInt(2048));
    }

    private static void receive(Device device, Random random) {
        byte[] bytes = new byte[random.nextInt(40)];
        ((Uart16550) device).receive(bytes, 0, bytes.length);
    }

    private static Device localApic(FuzzBoard board) {
        InterruptController pic = new InterruptController() {
            @Override
            public boolean interruptPending() {
                return false;
            }

            @Override
            public int acknowledge() {
                return 0;
            }
        };
        return new LocalApic(board.queue, board.memory, pic, new ProcessorPins() {
            @Override
            public void nmi() {
                // The processor is not under test.
            }

            @Override
            public void smi() {
                // The processor is not under test.
            }

            @Override
            public void init() {
                // The processor is not under test.
            }

            @Override
            public void startup(int vector) {
                // The processor is not under test.
            }
        });
    }

    private static void interruptLocal(Device device, Random random) {
        LocalApic apic = (LocalApic) device;
        apic.send(random.nextInt(256), random.nextBoolean(), random.nextInt(8), random.nextInt(256),
                random.nextBoolean());
        if (apic.interruptPending() || random.nextInt(50) == 0) {
            apic.acknowledge();
        }
    }

    private static void interruptIo(Device device, Random random) {
        IoApic io = (IoApic) device;
        io.input(random.nextInt(IoApic.INPUTS)).set(random.nextBoolean());
        io.endOfInterrupt(random.nextInt(256));
    }
}
