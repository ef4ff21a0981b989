package org.domainfirmware.emulator.device.vga.window;

import org.domainfirmware.emulator.device.vga.Changes;
import org.domainfirmware.emulator.device.vga.Vram;
import org.domainfirmware.emulator.memory.MmioHandler;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/** All of display memory, byte for byte, wherever the PCI base address register puts it. */
public final class LinearFrameBuffer implements MmioHandler {
    private final byte[] bytes;
    private final Changes changes;
    private int base;

    public LinearFrameBuffer(Vram vram) {
        bytes = vram.bytes();
        changes = vram.changes();
    }

    /** Physical address of byte 0, a multiple of its size. */
    public void base(int address) {
        base = address;
    }

    private int index(int address, int count) {
        return Math.min(address - base & Vram.SIZE - 1, Vram.SIZE - count);
    }

    @Override
    public int read(int address, int size) {
        int at = index(address, size);
        return switch (size) {
            case 1 -> bytes[at] & 0xFF;
            case 2 -> (short) PhysicalMemory.SHORTS.get(bytes, at) & 0xFFFF;
            default -> (int) PhysicalMemory.INTS.get(bytes, at);
        };
    }

    @Override
    public void write(int address, int size, int value) {
        int at = index(address, size);
        switch (size) {
            case 1 -> bytes[at] = (byte) value;
            case 2 -> PhysicalMemory.SHORTS.set(bytes, at, (short) value);
            default -> PhysicalMemory.INTS.set(bytes, at, value);
        }
        changes.memory(at, size);
    }

    @Override
    public int peek(int address, int size) {
        return read(address, size);
    }

    @Override
    public void writeRun(int address, int size, byte[] from, int offset, int units) {
        int count = size * units;
        if (count > 0) {
            int at = index(address, count);
            System.arraycopy(from, offset, bytes, at, count);
            changes.memory(at, count);
        }
    }

    @Override
    public void readRun(int address, int size, byte[] to, int offset, int units) {
        System.arraycopy(bytes, index(address, size * units), to, offset, size * units);
    }
}
