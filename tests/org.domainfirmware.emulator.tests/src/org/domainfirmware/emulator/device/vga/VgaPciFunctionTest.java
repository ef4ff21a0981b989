package org.domainfirmware.emulator.device.vga;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.device.StateCopy;
import org.domainfirmware.emulator.memory.PhysicalMemory;
import org.domainfirmware.emulator.snapshot.CorruptSnapshot;
import org.domainfirmware.emulator.time.EventQueue;
import org.domainfirmware.emulator.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** Base addresses of the adapter as PCI firmware programs them (PCI 2.1, section 6.2.5). */
class VgaPciFunctionTest {
    private static final int COMMAND = 0x04;
    private static final int BAR_0 = 0x10;
    private static final int ROM_BAR = 0x30;

    private final PhysicalMemory memory = new PhysicalMemory(1 << 20, 0x10000);
    private final Vga vga = new Vga(new PortBus(), memory, new EventQueue(new VirtualClock(10)));
    private final VgaPciFunction pci = new VgaPciFunction(vga, memory, new byte[] {0x55, (byte) 0xAA, 3});

    @Test
    void firmwareKnowsIt() {
        assertEquals(0x11111234, pci.readConfig(0, 4));
        assertEquals(0x0300, pci.readConfig(0x0A, 2), "display controller, VGA compatible");
        pci.writeConfig(BAR_0, 4, -1);
        assertEquals(0xFF000008, pci.readConfig(BAR_0, 4), "16 MiB, prefetchable");
        pci.writeConfig(ROM_BAR, 4, 0xFFFFF800);
        assertEquals(0xFFFF0000, pci.readConfig(ROM_BAR, 4));
    }

    @Test
    void frameBufferFollowsBaseAddressAndCommand() {
        pci.writeConfig(BAR_0, 4, 0xFD000000);
        assertEquals(Vga.DEFAULT_LINEAR_FRAME_BUFFER, vga.linearFrameBuffer(), "decoding is still off");
        pci.writeConfig(COMMAND, 2, 0x0003);
        memory.write(0xFD000004, 4, 0x11223344);
        assertEquals(0x11223344, memory.read(0xFD000004, 4));
        assertEquals(-1, memory.read(0xE0000004, 4));
        pci.writeConfig(COMMAND, 2, 0x0000);
        assertEquals(-1, memory.read(0xFD000004, 4));
        pci.writeConfig(COMMAND, 2, 0x0002);
        assertEquals(0x11223344, memory.read(0xFD000004, 4));
    }

    @Test
    void anotherDeviceAtTheDefaultPlaceStays() {
        memory.mapRead(0xE0001000, 0x1000, 0);
        PhysicalMemory.INTS.set(memory.store(), 4, 0x0BADCAFE);
        pci.writeConfig(BAR_0, 4, 0xFD000000);
        pci.writeConfig(COMMAND, 2, 0x0002);
        assertEquals(0x0BADCAFE, memory.read(0xE0001004, 4));
        assertEquals(-1, memory.read(0xE0000004, 4));
        assertEquals(-1, memory.read(0xE0002004, 4));
    }

    @Test
    void registersInMemory() {
        pci.writeConfig(0x18, 4, -1);
        assertEquals(0xFFFFF000, pci.readConfig(0x18, 4));
        pci.writeConfig(0x18, 4, 0xFEBF0000);
        pci.writeConfig(COMMAND, 2, 0x0002);
        memory.write(0xFEBF0000 + 0x404, 2, 0x0502);
        assertEquals(0x0502, memory.read(0xFEBF0000 + 0x404, 2), "sequencer index and map mask");
        memory.write(0xFEBF0000 + 0x502, 2, 1024);
        memory.write(0xFEBF0000 + 0x504, 2, 768);
        memory.write(0xFEBF0000 + 0x506, 2, 32);
        memory.write(0xFEBF0000 + 0x508, 2, 0x41);
        assertEquals(768 << 16 | 1024, memory.read(0xFEBF0000 + 0x502, 4));
        assertEquals(0xB0C5, memory.read(0xFEBF0000 + 0x500, 2));
        assertEquals(1024, vga.screen().frame().width());
        assertEquals(0, memory.read(0xFEBF0000, 4), "no EDID");
    }

    @Test
    void expansionRomShowsTheBios() {
        pci.writeConfig(ROM_BAR, 4, 0xFEBE0001);
        pci.writeConfig(COMMAND, 2, 0x0002);
        assertEquals(0xFF03AA55, memory.read(0xFEBE0000, 4));
        memory.write(0xFEBE0000, 4, 0);
        assertEquals(0xFF03AA55, memory.read(0xFEBE0000, 4));
        pci.writeConfig(ROM_BAR, 4, 0xFEBE0000);
        assertEquals(-1, memory.read(0xFEBE0000, 4));
    }

    @Test
    void restoredMappingsAreTheSavedOnes() throws CorruptSnapshot {
        pci.writeConfig(BAR_0, 4, 0xFC000000);
        pci.writeConfig(COMMAND, 2, 0x0002);
        memory.write(0xFC000000, 4, 0x55667788);
        byte[] state = StateCopy.of(vga);
        byte[] pciState = StateCopy.of(pci);
        vga.reset();
        pci.reset();
        StateCopy.restore(vga, state);
        StateCopy.restore(pci, pciState);
        assertEquals(0x55667788, memory.read(0xFC000000, 4));
        assertEquals(-1, memory.read(0xE0000000, 4));
    }
}
