package org.domainfirmware.emulator.device.pci;

import org.domainfirmware.emulator.bus.IrqLine;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;

/** An i440FX board without a processor. */
final class PciBench {
    final VirtualClock clock = new VirtualClock(10);
    final EventQueue queue = new EventQueue(clock);
    final PortBus ports = new PortBus();
    final PhysicalMemory memory = new PhysicalMemory(2 << 20, 1 << 20);
    final RomMap roms = new RomMap(memory);
    final boolean[] irqs = new boolean[16];
    final PirqRouter router;
    final PciBus pci;
    final Piix4PowerManagement pm;
    String resets = "";
    int powerOffs;

    PciBench() {
        byte[] bios = new byte[0x40000];
        for (int i = 0; i < bios.length; i++) {
            bios[i] = (byte) (0xB0 | i >> 16);
        }
        roms.placeBios(bios);
        byte[] vga = new byte[0x8000];
        java.util.Arrays.fill(vga, (byte) 0xC0);
        roms.placeOptionRom(0xC0000, vga);
        memory.mapRead(0, 0xA0000, 0);
        memory.mapWrite(0, 0xA0000, 0);
        IrqLine[] lines = new IrqLine[16];
        for (int i = 0; i < 16; i++) {
            int irq = i;
            lines[i] = level -> irqs[irq] = level;
        }
        router = new PirqRouter(lines);
        pci = new PciBus(ports, new ResetControl(hard -> resets += hard ? "H" : "S"));
        pm = new Piix4PowerManagement(queue, ports, lines[9], () -> powerOffs++, 0, 0);
        pci.add(0, 0, new I440fxHostBridge(memory, roms, 0x1AF4, 0x1100));
        pci.add(1, 0, new Piix3IsaBridge(router, 0, 0));
        pci.add(1, 3, pm);
    }

    void run(long nanos) {
        long end = clock.nanos() + nanos;
        while (queue.nextDue() <= end) {
            clock.skipTo(queue.nextDue());
            queue.fireDue();
        }
        clock.skipTo(end);
    }

    private int select(int device, int function, int offset) {
        ports.write(0xCF8, 4, 0x8000_0000 | device << 11 | function << 8 | offset & 0xFC);
        return 0xCFC | offset & 3;
    }

    int read(int device, int function, int offset, int size) {
        return ports.read(select(device, function, offset), size);
    }

    void write(int device, int function, int offset, int size, int value) {
        ports.write(select(device, function, offset), size, value);
    }
}
