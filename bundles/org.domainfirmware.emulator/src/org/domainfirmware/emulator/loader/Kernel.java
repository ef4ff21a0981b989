package org.domainfirmware.emulator.loader;

import java.util.List;
import org.domainfirmware.emulator.machine.Machine;

/** A kernel image that knows how to be started. */
public interface Kernel {
    /** True when it needs the BIOS's services: it is then started where the BIOS boots. */
    boolean needsBios();

    /**
     * Puts it into the machine and sets the processor to its first instruction.
     *
     * @throws KernelException when it does not fit
     */
    void start(Machine machine) throws KernelException;

    /**
     * Recognises an image.
     *
     * @param name for messages
     * @param modules initial RAM disks or modules, the first being a Linux initrd
     * @throws KernelException when it is none that can be started
     */
    static Kernel of(String name, byte[] image, String commandLine, List<byte[]> modules) throws KernelException {
        Bytes bytes = new Bytes(image);
        int multiboot = MultibootKernel.findHeader(bytes);
        if (multiboot >= 0) {
            return new MultibootKernel(name, bytes, multiboot, commandLine, modules);
        }
        if (ElfImage.isElf32(bytes)) {
            return new ElfKernel(name, bytes);
        }
        if (LinuxKernel.isLinux(bytes)) {
            return new LinuxKernel(name, bytes, commandLine, modules);
        }
        throw new KernelException("kernel " + name
                + " is none that can be started: a 32-bit x86 ELF, a Multiboot 1 image or a Linux bzImage is needed");
    }
}
