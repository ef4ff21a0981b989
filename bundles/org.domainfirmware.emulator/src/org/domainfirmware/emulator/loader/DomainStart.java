package org.domainfirmware.emulator.loader;

import java.util.List;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.OptionRomPlaces;

/** Builds a domain from its loader (vmxloader): now, and again whenever it is reset. */
public final class DomainStart {
    private DomainStart() {
    }

    /**
     * Makes the machine a domain that starts from a kernel. One that is a domain already gets the new kernel at its next reset.
     *
     * @param name the kernel's file, for messages
     * @throws KernelException when the kernel is none a domain can start from, or does not fit
     */
    public static void start(Machine machine, String name, Kernel kernel) throws KernelException {
        if (kernel.needsBios()) {
            throw new KernelException(name + " starts in real mode; a domain starts in protected mode, from vmxloader.elf");
        }
        try {
            OptionRomPlaces.ofDomain(machine.config());
        } catch (IllegalArgumentException e) {
            throw new KernelException(e.getMessage());
        }
        if (machine.partition() == null) {
            // What does not fit is said now, before there is a domain.
            kernel.start(machine);
        }
        machine.becomePartition(() -> build(machine, kernel));
    }

    /** As above. @param image the kernel file's bytes */
    public static void start(Machine machine, String name, byte[] image) throws KernelException {
        start(machine, name, Kernel.of(name, image, "", List.of()));
    }

    private static void build(Machine machine, Kernel kernel) {
        try {
            kernel.start(machine);
        } catch (KernelException e) {
            machine.stopDomain("the domain cannot be built: " + e.getMessage());
        }
    }
}
