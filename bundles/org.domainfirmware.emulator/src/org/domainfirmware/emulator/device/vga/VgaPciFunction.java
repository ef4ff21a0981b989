package org.domainfirmware.emulator.device.vga;

import org.domainfirmware.emulator.device.pci.BarTarget;
import org.domainfirmware.emulator.device.pci.PciFunction;
import org.domainfirmware.emulator.device.pci.PciIdentity;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/**
 * The adapter on the PCI bus, 1234h:1111h as firmware knows it: base address 0 is the linear frame
 * buffer, 2 the registers, the expansion ROM is the VGA BIOS. The legacy ports and windows do not depend on it.
 */
public final class VgaPciFunction extends PciFunction {
    /** Largest VGA BIOS, bytes. */
    public static final int MAX_ROM = 0x10000;
    private static final int COMMAND_BITS = 0x0107;

    /** Without an expansion ROM. */
    public VgaPciFunction(Vga vga, PhysicalMemory memory) {
        super("vga-pci", PciIdentity.of(0x1234, 0x1111, 0x030000, 2).withSubsystem(0x1AF4, 0x1100), 0, COMMAND_BITS, 0);
        memoryBase(0, Vram.SIZE, true, new BarTarget() {
            @Override
            public void map(int base) {
                vga.mapLinearFrameBuffer(base);
            }

            @Override
            public void unmap(int base) {
                // After a reset it is at its default place already, whichever part was reset first.
                if (vga.linearFrameBuffer() == base) {
                    vga.mapLinearFrameBuffer(Vga.NOT_MAPPED);
                }
            }
        });
        memoryBase(2, RegisterWindow.SIZE, false, new BarTarget() {
            @Override
            public void map(int base) {
                memory.mapHandler(base, RegisterWindow.SIZE, vga.registerWindowHandler());
            }

            @Override
            public void unmap(int base) {
                memory.mapHandler(base, RegisterWindow.SIZE, 0);
            }
        });
    }

    /**
     * With an expansion ROM.
     *
     * @param memory with 64 KiB of its ROM space left
     * @param rom VGA BIOS image, up to 64 KiB
     * @throws IllegalArgumentException if the image is larger or the store has no room
     */
    public VgaPciFunction(Vga vga, PhysicalMemory memory, byte[] rom) {
        this(vga, memory);
        if (rom.length > MAX_ROM) {
            throw new IllegalArgumentException("a VGA BIOS has at most 64 KiB, this one " + rom.length + " bytes");
        }
        byte[] padded = java.util.Arrays.copyOf(rom, MAX_ROM);
        java.util.Arrays.fill(padded, rom.length, MAX_ROM, (byte) 0xFF);
        int store = memory.addRom(padded);
        romBase(MAX_ROM, new BarTarget() {
            @Override
            public void map(int base) {
                memory.mapRead(base, MAX_ROM, store);
                memory.mapHandlerWrite(base, MAX_ROM, 0);
            }

            @Override
            public void unmap(int base) {
                memory.mapHandler(base, MAX_ROM, 0);
            }
        });
    }
}
