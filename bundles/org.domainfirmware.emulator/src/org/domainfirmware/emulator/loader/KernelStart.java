package org.domainfirmware.emulator.loader;

import org.domainfirmware.emulator.machine.Machine;

/** Starts a kernel in a machine that has just been built. */
public final class KernelStart {
    private KernelStart() {
    }

    /** Runs the BIOS first where the kernel needs it. */
    public static void start(Machine machine, Kernel kernel) throws KernelException {
        if (kernel.needsBios()) {
            BootInterception.run(machine);
        }
        kernel.start(machine);
    }
}
