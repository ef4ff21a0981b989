package org.domainfirmware.emulator.device.vga;

import org.domainfirmware.emulator.memory.MmioHandler;

/**
 * The adapter's registers in memory, as base address 2 of the PCI function shows them: ports 3C0h to
 * 3DFh at 400h, the DISPI registers as 16-bit words at 500h. The rest reads zero, which also says
 * that there is no EDID.
 */
final class RegisterWindow implements MmioHandler {
    static final int SIZE = 0x1000;
    private static final int PORTS = 0x400;
    private static final int FIRST_PORT = 0x3C0;
    private static final int PORT_COUNT = 0x20;
    private static final int DISPI = 0x500;
    private static final int DISPI_REGISTERS = 11;

    private final VgaPorts ports;
    private final Dispi dispi;

    RegisterWindow(VgaPorts ports, Dispi dispi) {
        this.ports = ports;
        this.dispi = dispi;
    }

    private static boolean isPort(int at) {
        return at >= PORTS && at < PORTS + PORT_COUNT;
    }

    private static boolean isDispi(int at) {
        return at >= DISPI && at < DISPI + 2 * DISPI_REGISTERS;
    }

    @Override
    public int read(int address, int size) {
        return gather(address & SIZE - 1, size, false);
    }

    @Override
    public int peek(int address, int size) {
        return gather(address & SIZE - 1, size, true);
    }

    private int gather(int at, int size, boolean peek) {
        int value = 0;
        for (int i = 0; i < size; i++) {
            value |= readByte(at + i, peek) << 8 * i;
        }
        return value;
    }

    private int readByte(int at, boolean peek) {
        if (isPort(at)) {
            int port = FIRST_PORT + at - PORTS;
            return peek ? ports.peek(port, 1) : ports.read(port, 1);
        }
        return isDispi(at) ? dispi.value(at - DISPI >> 1) >> 8 * (at & 1) & 0xFF : 0;
    }

    @Override
    public void write(int address, int size, int value) {
        int at = address & SIZE - 1;
        if (isDispi(at)) {
            // Words only, as at port 1CFh.
            for (int i = 0; i + 1 < size && isDispi(at + i); i += 2) {
                dispi.write(at + i - DISPI >> 1, value >>> 8 * i & 0xFFFF);
            }
            return;
        }
        for (int i = 0; i < size; i++) {
            if (isPort(at + i)) {
                ports.write(FIRST_PORT + at + i - PORTS, 1, value >>> 8 * i & 0xFF);
            }
        }
    }
}
