package org.domainfirmware.emulator.cpu.sem.system;

import org.domainfirmware.emulator.cpu.Cpu;

/** Whether the running code may touch a port: IOPL, then the TSS's permission bitmap. Source: SDM volume 1, 18.5. */
public final class IoPermission {
    private IoPermission() {
    }

    /** Raises #GP(0) unless {@code size} (1, 2, 4) ports from {@code port} on are permitted. */
    public static void check(Cpu c, int port, int size) {
        if (!c.s.isProtected() || !c.s.isVm86() && c.s.cpl <= c.s.iopl()) {
            return;
        }
        if ((c.s.tr.access & 8) == 0 || Integer.compareUnsigned(c.s.tr.limit, 103) < 0) {
            throw c.fault.gp(0);
        }
        int at = c.linear.readSystem(c.s.tr.base + 102, 2) + (port >>> 3);
        // Two bytes are always read, so the byte after the last one must lie within the limit.
        if (Integer.compareUnsigned(at + 1, c.s.tr.limit) > 0) {
            throw c.fault.gp(0);
        }
        int bits = c.linear.readSystem(c.s.tr.base + at, 2) >>> (port & 7);
        if ((bits & (1 << size) - 1) != 0) {
            throw c.fault.gp(0);
        }
    }
}
