package org.domainfirmware.emulator.exec.system;

import org.domainfirmware.emulator.cpu.Cpu;

/** Port accesses of instructions: the clock is right before, and an interrupt raised is noticed after. */
public final class PortAccess {
    private PortAccess() {
    }

    /** Permission is the caller's business. */
    public static int read(Cpu c, int port, int size) {
        c.syncTime();
        int value = c.ports.read(port, size);
        c.afterDevice();
        watched(c, port, size);
        return value;
    }

    public static void write(Cpu c, int port, int size, int value) {
        c.syncTime();
        c.ports.write(port, size, value);
        c.afterDevice();
        watched(c, port, size);
    }

    private static void watched(Cpu c, int port, int size) {
        if (c.portWatch != null) {
            c.portWatch.accessed(port, size);
        }
    }
}
