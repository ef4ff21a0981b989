package org.domainfirmware.emulator.machine;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.emulator.memory.PhysicalMemory;

/** Where the option ROMs of a configuration lie, and whether they can lie there. */
public final class OptionRomPlaces {
    /** First address of the VGA ROM, and of any other. */
    static final int FIRST = 0xC0000;
    private static final int OPTIONS_FROM = 0xC8000;
    private static final int OPTIONS_END = 0xF0000;
    private static final int ONE_MIB = 0x100000;
    private static final int LARGEST_ALIAS = 0x20000;
    private static final int SCAN_STEP = 0x800;
    /** A domain has its VM86 monitor here: vmxassist of the Xen hypervisor, and ours after it. */
    private static final int MONITOR_AT = 0xD0000;
    private static final int MONITOR_END = 0xE0000;

    private OptionRomPlaces() {
    }

    /** A stretch of addresses in use. @param what it is, for messages */
    private record Taken(String what, int from, int to) { }

    /**
     * The option ROMs with the addresses they get: those asked for, else the next free ones.
     *
     * @throws IllegalArgumentException with a message for the user when one cannot be where it is to be
     */
    public static List<OptionRom> of(MachineConfig config) {
        List<Taken> taken = new ArrayList<>();
        int alias = Math.min(LARGEST_ALIAS, config.rombios().length);
        taken.add(new Taken("the system ROM", ONE_MIB - alias, ONE_MIB));
        int next = OPTIONS_FROM;
        if (config.vgabios().length > 0) {
            int end = pages(FIRST + config.vgabios().length);
            taken.add(new Taken("the VGA ROM", FIRST, end));
            next = Math.max(next, end);
        }
        List<OptionRom> placed = new ArrayList<>();
        for (OptionRom rom : config.optionRoms()) {
            int at = rom.address() == 0 ? next : rom.address();
            if ((at & SCAN_STEP - 1) != 0 || at < FIRST || at >= OPTIONS_END) {
                throw new IllegalArgumentException(String.format(
                        "an option ROM cannot be at %Xh: use a multiple of 800h from C0000h to EF800h", at));
            }
            int end = pages(at + rom.image().length);
            Taken here = new Taken(String.format("the option ROM at %Xh", at), at & -PhysicalMemory.PAGE_SIZE, end);
            refuseOverlap(here, rom.image().length, taken);
            taken.add(here);
            placed.add(new OptionRom(at, rom.image()));
            next = end;
        }
        return List.copyOf(placed);
    }

    private static void refuseOverlap(Taken here, int length, List<Taken> taken) {
        for (Taken other : taken) {
            if (here.from() < other.to() && other.from() < here.to()) {
                throw new IllegalArgumentException(String.format(
                        "%s (%d bytes) overlaps %s, %Xh to %Xh (a ROM takes whole pages of 1000h): give it a free address, FILE@HEXADDR",
                        here.what(), length, other.what(), other.from(), other.to() - 1));
            }
        }
    }

    /**
     * The same for a domain.
     *
     * @throws IllegalArgumentException as above, and when one would lie under the VM86 monitor
     */
    public static List<OptionRom> ofDomain(MachineConfig config) {
        List<OptionRom> placed = of(config);
        for (OptionRom rom : placed) {
            if (rom.address() < MONITOR_END && pages(rom.address() + rom.image().length) > MONITOR_AT) {
                throw new IllegalArgumentException(String.format(
                        "the option ROM at %Xh (%d bytes) cannot be there: a domain has its VM86 monitor at %Xh to %Xh;"
                                + " give the ROM another address (FILE@HEXADDR), or the guest full real mode",
                        rom.address(), rom.image().length, MONITOR_AT, MONITOR_END - 1));
            }
        }
        return placed;
    }

    /** The next multiple of a page. */
    static int pages(int length) {
        return length + PhysicalMemory.PAGE_SIZE - 1 & -PhysicalMemory.PAGE_SIZE;
    }
}
