package org.domainfirmware.debug.core.launch;

import static org.domainfirmware.debug.core.launch.GuestFiles.wrong;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.domainfirmware.emulator.cpu.state.CpuModel;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.OptionRom;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;

/**
 * What a launch configuration means, every value checked.
 *
 * @param project the firmware project, or null
 * @param vgabios null for none
 * @param loader what a domain starts from, with the firmware in it; null for a guest with real mode of its own
 * @param elfs files with symbols
 */
public record GuestSettings(IProject project, Path rombios, Path vgabios, Path loader, List<Path> elfs,
        MachineConfig machine) {
    private static final int HIGHEST_OPTION_ROM = 0xFFFFF;

    /**
     * Reads and checks a configuration.
     *
     * @throws CoreException with a message for the user naming what is wrong
     */
    public static GuestSettings of(ILaunchConfiguration c) throws CoreException {
        IProject project = project(c);
        Path rombios = text(c, LaunchAttributes.ROMBIOS).isEmpty() ? GuestFiles.systemRom(project)
                : GuestFiles.named(text(c, LaunchAttributes.ROMBIOS), "system ROM");
        Path vgabios = vgabios(c, project);
        Path loader = DomainFiles.loader(c, project);
        try {
            byte[] video = vgabios == null ? new byte[0] : GuestFiles.read(vgabios, "VGA ROM");
            Map<MachineConfig.Drive, DriveImage> drives = drives(c);
            MachineConfig machine = MachineConfig.of(GuestFiles.read(rombios, "system ROM"), video)
                    .withMemory(c.getAttribute(LaunchAttributes.MEMORY, LaunchAttributes.DEFAULT_MEMORY))
                    .withCpu(cpu(c)).withRtc(rtc(c)).withOptionRoms(optionRoms(c)).withDrives(drives)
                    .withBootOrder(bootOrder(c, drives)).withInstructionPeriod(period(c))
                    .withStopOnShutdown(c.getAttribute(LaunchAttributes.STOP_ON_SHUTDOWN, true));
            List<Path> elfs = elfs(c, project, loader == null ? romSymbols(rombios, vgabios) : DomainFiles.symbols(loader),
                    loader != null);
            return new GuestSettings(project, rombios, vgabios, loader, elfs, machine);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    /** The project of a configuration, or null when it names none. */
    public static IProject project(ILaunchConfiguration c) throws CoreException {
        String name = text(c, LaunchAttributes.PROJECT);
        if (name.isEmpty()) {
            return null;
        }
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        if (!project.isAccessible()) {
            throw wrong("there is no open project '" + name + "'");
        }
        return project;
    }

    private static String text(ILaunchConfiguration c, String attribute) throws CoreException {
        return c.getAttribute(attribute, "").strip();
    }

    private static Path vgabios(ILaunchConfiguration c, IProject project) throws CoreException {
        String name = text(c, LaunchAttributes.VGABIOS);
        if (name.equals(LaunchAttributes.NONE)) {
            return null;
        }
        return name.isEmpty() ? GuestFiles.videoRom(project).orElse(null) : GuestFiles.named(name, "VGA ROM");
    }

    private static CpuModel cpu(ILaunchConfiguration c) throws CoreException {
        String name = c.getAttribute(LaunchAttributes.CPU, LaunchAttributes.DEFAULT_CPU);
        return Arrays.stream(CpuModel.values()).filter(m -> m.optionName().equals(name)).findFirst()
                .orElseThrow(() -> wrong("there is no processor '" + name + "'; there are 386, 486, pentium and ppro"));
    }

    private static LocalDateTime rtc(ILaunchConfiguration c) throws CoreException {
        String time = text(c, LaunchAttributes.RTC);
        try {
            return time.isEmpty() ? MachineConfig.DEFAULT_RTC : LocalDateTime.parse(time);
        } catch (DateTimeParseException e) {
            throw wrong("the clock's start '" + time + "' is no time; write it as 2000-01-31T23:59:00");
        }
    }

    private static int period(ILaunchConfiguration c) throws CoreException {
        int nanos = c.getAttribute(LaunchAttributes.INSTRUCTION_PERIOD, LaunchAttributes.DEFAULT_INSTRUCTION_PERIOD);
        if (nanos < 1 || nanos > 10_000) {
            throw wrong("an instruction takes 1 to 10000 ns, not " + nanos);
        }
        return nanos;
    }

    private static List<OptionRom> optionRoms(ILaunchConfiguration c) throws CoreException {
        List<OptionRom> roms = new ArrayList<>();
        for (String entry : c.getAttribute(LaunchAttributes.OPTION_ROMS, List.of())) {
            int at = entry.lastIndexOf('@');
            int address = at < 0 ? 0 : address(entry.substring(at + 1));
            Path file = GuestFiles.named(at < 0 ? entry : entry.substring(0, at), "option ROM");
            roms.add(new OptionRom(address, GuestFiles.read(file, "option ROM")));
        }
        return roms;
    }

    private static int address(String hex) throws CoreException {
        try {
            int address = Integer.parseInt(hex.strip(), 16);
            if (address > 0 && address <= HIGHEST_OPTION_ROM) {
                return address;
            }
        } catch (NumberFormatException e) {
            throw wrong("option ROM: '" + hex + "' is not a hexadecimal address");
        }
        throw wrong("option ROM: address " + hex + " is not below 100000h");
    }

    private static Map<MachineConfig.Drive, DriveImage> drives(ILaunchConfiguration c) throws CoreException {
        Map<MachineConfig.Drive, DriveImage> drives = new EnumMap<>(MachineConfig.Drive.class);
        for (String name : LaunchAttributes.DRIVES) {
            String image = text(c, LaunchAttributes.drive(name));
            if (!image.isEmpty()) {
                boolean write = c.getAttribute(LaunchAttributes.writeThrough(name), false) && !name.equals("cdrom");
                drives.put(MachineConfig.Drive.valueOf(name.toUpperCase(Locale.ROOT)),
                        new DriveImage(GuestFiles.named(image, "drive " + name), write));
            }
        }
        return drives;
    }

    private static List<String> bootOrder(ILaunchConfiguration c, Map<MachineConfig.Drive, DriveImage> drives)
            throws CoreException {
        String order = text(c, LaunchAttributes.BOOT_ORDER);
        if (!order.isEmpty()) {
            List<String> letters = Arrays.stream(order.split("[, ]+")).toList();
            for (String letter : letters) {
                if (!List.of("a", "c", "d").contains(letter)) {
                    throw wrong("boot order: there is no '" + letter + "'; write a (floppy), c (disk), d (CD-ROM)");
                }
            }
            return letters;
        }
        List<String> letters = new ArrayList<>();
        add(letters, "a", drives.containsKey(MachineConfig.Drive.FDA));
        add(letters, "c", drives.containsKey(MachineConfig.Drive.HDA));
        add(letters, "d", drives.containsKey(MachineConfig.Drive.CDROM));
        return letters.isEmpty() ? List.of("a", "c", "d") : letters;
    }

    private static void add(List<String> letters, String letter, boolean there) {
        if (there) {
            letters.add(letter);
        }
    }

    private static List<Path> romSymbols(Path rombios, Path vgabios) {
        List<Path> elfs = new ArrayList<>();
        GuestFiles.symbolsOf(rombios).ifPresent(elfs::add);
        Optional.ofNullable(vgabios).flatMap(GuestFiles::symbolsOf).ifPresent(elfs::add);
        return elfs;
    }

    private static List<Path> elfs(ILaunchConfiguration c, IProject project, List<Path> first, boolean domain)
            throws CoreException {
        Set<Path> elfs = new LinkedHashSet<>(first);
        for (String name : c.getAttribute(LaunchAttributes.SYMBOL_FILES, List.of())) {
            elfs.add(GuestFiles.named(name, "symbols"));
        }
        if (project != null) {
            for (IFile file : FirmwareProject.of(project).elfFiles()) {
                boolean useful = domain || !DomainFiles.onlyForDomains(file.getName());
                if (useful && file.getLocation() != null && elfs.stream().noneMatch(e -> e.endsWith(file.getName()))) {
                    elfs.add(file.getLocation().toPath());
                }
            }
        }
        return List.copyOf(elfs);
    }
}
