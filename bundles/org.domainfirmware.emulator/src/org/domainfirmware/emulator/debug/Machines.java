package org.domainfirmware.emulator.debug;

import java.io.IOException;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;

/** Starts machines under a debug port. */
public final class Machines {
    private Machines() {
    }

    /**
     * Builds a machine and its port; it stands at its first instruction.
     *
     * @param name for threads and messages
     * @throws IOException when an image cannot be used; the message names it
     * @throws IllegalArgumentException when the configuration cannot be built; the message says why
     */
    public static DebugPort start(String name, MachineConfig config) throws IOException {
        return new LocalDebugPort(name, new Machine(config));
    }
}
