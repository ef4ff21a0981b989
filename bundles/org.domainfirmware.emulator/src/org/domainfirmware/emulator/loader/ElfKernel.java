package org.domainfirmware.emulator.loader;

import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.OptionRom;
import org.domainfirmware.emulator.machine.OptionRomPlaces;

/** A 32-bit ELF such as vmxloader, started as a domain builder starts it: ESI has the zero page with the E820 map. */
final class ElfKernel implements Kernel {
    private final String name;
    private final ElfImage image;

    ElfKernel(String name, Bytes file) {
        this.name = name;
        image = new ElfImage(name, file);
    }

    @Override
    public boolean needsBios() {
        return false;
    }

    @Override
    public void start(Machine machine) throws KernelException {
        GuestMemory memory = new GuestMemory(machine, "kernel " + name);
        machine.openShadow();
        // RAM is where the ROMs were: a domain builder copies the option ROMs there, the loader brings system and VGA ROM.
        for (OptionRom rom : OptionRomPlaces.of(machine.config())) {
            memory.put(rom.address(), rom.image());
        }
        image.load(memory);
        DomainHandOff.write(memory);
        FlatProtectedMode.enter(machine, image.entry(), 0, 0, DomainHandOff.ZERO_PAGE);
    }
}
