package org.domainfirmware.debug.core.launch;

import static org.domainfirmware.debug.core.launch.GuestFiles.wrong;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.domainfirmware.debug.core.guest.GuestSymbols;
import org.domainfirmware.emulator.debug.Machines;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;

/**
 * What is wrong with a configuration, tab by tab, before anything is built or started. A launch reads it by the same code, so that what
 * passes here fails only when files change meanwhile. Each method throws a {@link CoreException} whose message is for the user.
 */
public final class LaunchCheck {
    private static final int SMALLEST_ROM = 64 << 10;

    private LaunchCheck() {
    }

    /** Project, ROMs, option ROMs, files with symbols. ROMs that the project is yet to build are not missed. */
    public static void firmware(ILaunchConfiguration c) throws CoreException {
        IProject project = GuestSettings.project(c);
        Optional<Path> rombios = GuestRoms.system(c, project);
        Optional<Path> vgabios = GuestRoms.video(c, project);
        if (rombios.isPresent()) {
            machine(GuestRoms.machine(c, rombios.get(), vgabios), DomainFiles.isDomain(c));
        }
        for (String name : c.getAttribute(LaunchAttributes.SYMBOL_FILES, List.of())) {
            GuestFiles.named(c, name, "Symbols");
        }
    }

    /** Processor, memory, real mode and time. */
    public static void machine(ILaunchConfiguration c) throws CoreException {
        GuestMachine.put(c, emptyMachine());
        DomainFiles.check(c);
    }

    /** Images and boot order. */
    public static void drives(ILaunchConfiguration c) throws CoreException {
        machine(GuestDrives.put(c, emptyMachine()), false);
    }

    /** Files that take output. */
    public static void outputs(ILaunchConfiguration c) throws CoreException {
        GuestOutputs.of(c);
    }

    /** Where to stop first. @param symbols those of {@link GuestSettings#symbolFiles} */
    public static void stop(ILaunchConfiguration c, GuestSymbols symbols) throws CoreException {
        StartPlace.of(c, symbols);
    }

    private static MachineConfig emptyMachine() {
        return MachineConfig.of(new byte[SMALLEST_ROM], new byte[0]);
    }

    static void machine(MachineConfig machine, boolean domain) throws CoreException {
        try {
            Machines.check(machine, domain);
        } catch (IOException | IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }
}
