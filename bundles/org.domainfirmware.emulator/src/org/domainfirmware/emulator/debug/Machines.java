package org.domainfirmware.emulator.debug;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.domainfirmware.emulator.loader.DomainStart;
import org.domainfirmware.emulator.loader.KernelException;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.OptionRomPlaces;

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
        return of(name, new Machine(config));
    }

    /** The port of a machine that is built already and has not run; the machine belongs to the port from then on. */
    public static DebugPort of(String name, Machine machine) {
        return new LocalDebugPort(name, machine);
    }

    /**
     * Looks whether {@link #start} and {@link #startDomain} would take the ROMs and images of a configuration.
     *
     * @throws IOException when an image cannot be used; the message names it
     * @throws IllegalArgumentException when a ROM cannot be where it is to be; the message says why
     */
    public static void check(MachineConfig config, boolean domain) throws IOException {
        Machine.check(config);
        if (domain) {
            OptionRomPlaces.ofDomain(config);
        }
    }

    /**
     * As {@link #start(String, MachineConfig)}, a domain: hardware without real mode for its guest.
     *
     * @param loader the 32-bit ELF with the domain's firmware and monitor (vmxloader)
     */
    public static DebugPort startDomain(String name, MachineConfig config, Path loader) throws IOException {
        byte[] image = Files.readAllBytes(loader);
        Machine machine = new Machine(config);
        try {
            DomainStart.start(machine, loader.toString(), image);
            return of(name, machine);
        } catch (KernelException e) {
            machine.close();
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
