package org.domainfirmware.emulator.loader;

import org.domainfirmware.emulator.machine.Machine;

/** Writing into a guest's RAM with checks in words. */
final class GuestMemory {
    private final Machine machine;
    private final String name;

    GuestMemory(Machine machine, String name) {
        this.machine = machine;
        this.name = name;
    }

    /** Bytes of RAM. */
    int size() {
        return machine.memory().ramSize();
    }

    /** Copies a part of an image to a physical address. */
    void put(int address, byte[] from, int offset, int length) throws KernelException {
        long end = (address & 0xFFFFFFFFL) + length;
        if (length < 0 || end > size() || offset < 0 || offset > from.length - length) {
            throw new KernelException(String.format("%s: %d bytes for %08Xh do not fit into %d MiB of memory", name,
                    length, address, size() >> 20));
        }
        machine.memory().writeBytes(address, from, offset, length);
    }

    void put(int address, byte[] from) throws KernelException {
        put(address, from, 0, from.length);
    }

    void put32(int address, int value) {
        machine.memory().write(address, 4, value);
    }

    void put16(int address, int value) {
        machine.memory().write(address, 2, value);
    }

    void put8(int address, int value) {
        machine.memory().write(address, 1, value);
    }

    void put64(int address, long value) {
        put32(address, (int) value);
        put32(address + 4, (int) (value >>> 32));
    }
}
