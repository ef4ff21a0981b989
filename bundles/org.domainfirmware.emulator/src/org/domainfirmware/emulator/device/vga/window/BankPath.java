package org.domainfirmware.emulator.device.vga.window;

import org.domainfirmware.emulator.device.vga.Changes;
import org.domainfirmware.emulator.device.vga.Vram;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/** The DISPI window: bytes of the linear frame buffer from a bank's start on. */
final class BankPath extends WindowPath {
    private final byte[] bytes;
    private final Changes changes;
    private int start;

    BankPath(Vram vram) {
        bytes = vram.bytes();
        changes = vram.changes();
    }

    /** @param firstByte start of the bank in display memory, so that the whole window lies in it */
    BankPath with(int firstByte) {
        start = firstByte;
        return this;
    }

    @Override
    int read(int at) {
        return bytes[start + at] & 0xFF;
    }

    @Override
    int peek(int at) {
        return read(at);
    }

    @Override
    int read32(int at) {
        return (int) PhysicalMemory.INTS.get(bytes, start + at);
    }

    @Override
    void write(int at, int value) {
        bytes[start + at] = (byte) value;
        changes.memory(start + at);
    }

    @Override
    void write16(int at, int value) {
        PhysicalMemory.SHORTS.set(bytes, start + at, (short) value);
        changes.memory(start + at, 2);
    }

    @Override
    void write32(int at, int value) {
        PhysicalMemory.INTS.set(bytes, start + at, value);
        changes.memory(start + at, 4);
    }

    @Override
    void writeRun(int at, byte[] from, int offset, int count) {
        if (count > 0) {
            System.arraycopy(from, offset, bytes, start + at, count);
            changes.memory(start + at, count);
        }
    }

    @Override
    void readRun(int at, byte[] to, int offset, int count) {
        System.arraycopy(bytes, start + at, to, offset, count);
    }
}
