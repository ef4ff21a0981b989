package org.domainfirmware.debug.core.launch;

import static org.domainfirmware.debug.core.launch.GuestFiles.text;
import static org.domainfirmware.debug.core.launch.GuestFiles.wrong;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.OptionRom;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.rom.OptionRomHeader;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;

/** The ROMs a guest starts from: as named in the configuration, else the project's, else those of the preferences, else the product's. */
final class GuestRoms {
    private static final String SYSTEM = "System ROM";
    private static final String VGA = "VGA ROM";
    private static final String OPTION = "Option ROM";
    private static final int LARGEST_SYSTEM = 256 << 10;
    private static final int LARGEST_VGA = 64 << 10;
    private static final int LARGEST_OPTION = 128 << 10;
    private static final int HIGHEST_ADDRESS = 0xFFFFF;

    private GuestRoms() {
    }

    /** The system ROM; empty when the project has not built it yet. */
    static Optional<Path> system(ILaunchConfiguration c, IProject project) throws CoreException {
        String name = text(c, LaunchAttributes.ROMBIOS);
        if (!name.isEmpty()) {
            return Optional.of(GuestFiles.named(c, name, SYSTEM));
        }
        Optional<Path> own = ofProject(project, file -> !isVideo(file) && file.contains("bios"));
        own = own.isPresent() ? own : ofProject(project, file -> !isVideo(file));
        own = own.isPresent() ? own : DefaultFirmware.preferred(DefaultFirmware.ROMBIOS, SYSTEM);
        own = own.isPresent() ? own : DefaultFirmware.ofProduct("rombios.rom");
        if (own.isEmpty() && project == null) {
            throw wrong(SYSTEM + ": there is none; choose a firmware project or a ROM file in the Firmware tab");
        }
        return own;
    }

    /** The VGA ROM; empty when there is none. */
    static Optional<Path> video(ILaunchConfiguration c, IProject project) throws CoreException {
        String name = text(c, LaunchAttributes.VGABIOS);
        if (name.equals(LaunchAttributes.NONE)) {
            return Optional.empty();
        }
        if (!name.isEmpty()) {
            return Optional.of(GuestFiles.named(c, name, VGA));
        }
        Optional<Path> own = ofProject(project, GuestRoms::isVideo);
        own = own.isPresent() ? own : DefaultFirmware.preferred(DefaultFirmware.VGABIOS, VGA);
        return own.isPresent() ? own : DefaultFirmware.ofProduct("vgabios.rom");
    }

    private static boolean isVideo(String name) {
        return name.contains("vga") || name.contains("video");
    }

    private static Optional<Path> ofProject(IProject project, Predicate<String> name) {
        if (project == null) {
            return Optional.empty();
        }
        List<IFile> roms = FirmwareProject.of(project).romImages();
        return roms.stream().filter(f -> f.getLocation() != null && name.test(f.getName().toLowerCase(Locale.ROOT)))
                .map(f -> f.getLocation().toPath()).findFirst();
    }

    /** A machine with these ROMs and the option ROMs of the configuration, otherwise by default. */
    static MachineConfig machine(ILaunchConfiguration c, Path rombios, Optional<Path> vgabios) throws CoreException {
        byte[] video = vgabios.isEmpty() ? new byte[0] : GuestFiles.read(vgabios.get(), VGA, LARGEST_VGA);
        if (!text(c, LaunchAttributes.VGABIOS).isEmpty() && vgabios.isPresent()) {
            checkAdapter(vgabios.get(), video, VGA);
        }
        byte[] system = GuestFiles.read(rombios, SYSTEM, LARGEST_SYSTEM);
        try {
            return MachineConfig.of(system, video).withOptionRoms(optionRoms(c));
        } catch (IllegalArgumentException e) {
            throw wrong(SYSTEM + ": " + rombios + ": " + e.getMessage());
        }
    }

    private static List<OptionRom> optionRoms(ILaunchConfiguration c) throws CoreException {
        List<OptionRom> roms = new ArrayList<>();
        for (String entry : c.getAttribute(LaunchAttributes.OPTION_ROMS, List.of())) {
            int at = entry.lastIndexOf('@');
            int address = at < 0 ? 0 : address(entry.substring(at + 1));
            Path file = optionRom(c, entry);
            byte[] image = GuestFiles.read(file, OPTION, LARGEST_OPTION);
            checkAdapter(file, image, OPTION);
            roms.add(new OptionRom(address, image));
        }
        return roms;
    }

    private static Path optionRom(ILaunchConfiguration c, String entry) throws CoreException {
        int at = entry.lastIndexOf('@');
        return GuestFiles.named(c, at < 0 ? entry : entry.substring(0, at), OPTION);
    }

    /** Every ROM there is, the system ROM first. */
    static List<Path> all(ILaunchConfiguration c, IProject project) throws CoreException {
        List<Path> all = new ArrayList<>();
        system(c, project).ifPresent(all::add);
        video(c, project).ifPresent(all::add);
        for (String entry : c.getAttribute(LaunchAttributes.OPTION_ROMS, List.of())) {
            all.add(optionRom(c, entry));
        }
        return all;
    }

    /** A guest whose adapter ROM no BIOS calls would start without a word about it. */
    private static void checkAdapter(Path file, byte[] image, String what) throws CoreException {
        Optional<String> refusal = OptionRomHeader.refusal(image);
        if (refusal.isPresent()) {
            throw wrong(what + ": " + file + ": " + refusal.get());
        }
    }

    private static int address(String hex) throws CoreException {
        try {
            int address = Integer.parseInt(hex.strip(), 16);
            if (address > 0 && address <= HIGHEST_ADDRESS) {
                return address;
            }
        } catch (NumberFormatException e) {
            throw wrong(OPTION + ": '" + hex + "' is not a hexadecimal address; write FILE@C8000");
        }
        throw wrong(OPTION + ": address " + hex + " is not below 100000h; write FILE@C8000");
    }
}
