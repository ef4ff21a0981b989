package org.domainfirmware.emulator.device.vga;

import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;

/** Ports 1CEh and 1CFh, 16 bits wide each. */
final class DispiPorts implements PortHandler {
    private static final int INDEX = 0x1CE;

    private final Dispi dispi;

    DispiPorts(Dispi dispi) {
        this.dispi = dispi;
    }

    void register(PortBus bus) {
        bus.register(INDEX, 2, 2, this);
    }

    @Override
    public int read(int port, int size) {
        return peek(port, size);
    }

    @Override
    public int peek(int port, int size) {
        int value = port == INDEX ? dispi.index() : dispi.data();
        return size == 2 ? value : value & 0xFF;
    }

    @Override
    public void write(int port, int size, int value) {
        if (port == INDEX) {
            dispi.writeIndex(value);
        } else {
            dispi.writeData(value);
        }
    }
}
