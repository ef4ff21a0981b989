package org.domainfirmware.debug.core.launch;

import static org.domainfirmware.debug.core.launch.GuestFiles.text;
import static org.domainfirmware.debug.core.launch.GuestFiles.wrong;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.rom.RomSymbols;
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
 * @param outputs files that take the output of channels of the debug port
 */
public record GuestSettings(IProject project, Path rombios, Path vgabios, Path loader, List<Path> elfs,
        MachineConfig machine, Map<String, Path> outputs) {
    /**
     * Reads and checks a configuration.
     *
     * @throws CoreException with a message for the user naming what is wrong
     */
    public static GuestSettings of(ILaunchConfiguration c) throws CoreException {
        IProject project = project(c);
        Path rombios = GuestRoms.system(c, project).orElseThrow(() -> wrong("there is no system ROM: project " + project.getName()
                + " has built none; look at the Problems view"));
        Optional<Path> vgabios = GuestRoms.video(c, project);
        Path loader = DomainFiles.loader(c, project);
        MachineConfig machine = GuestDrives.put(c, GuestMachine.put(c, GuestRoms.machine(c, rombios, vgabios)));
        LaunchCheck.machine(machine, loader != null);
        return new GuestSettings(project, rombios, vgabios.orElse(null), loader, symbolFiles(c), machine, GuestOutputs.of(c));
    }

    /** The project of a configuration, or null when it names none. */
    public static IProject project(ILaunchConfiguration c) throws CoreException {
        String name = text(c, LaunchAttributes.PROJECT);
        if (name.isEmpty()) {
            return null;
        }
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        if (!project.isAccessible()) {
            throw wrong("Project: there is no open project '" + name + "'; open it, or choose another in the Firmware tab");
        }
        return project;
    }

    /** The files with symbols of what a configuration starts, as they are there now. */
    public static List<Path> symbolFiles(ILaunchConfiguration c) throws CoreException {
        IProject project = project(c);
        boolean domain = DomainFiles.isDomain(c);
        Set<Path> elfs = new LinkedHashSet<>();
        if (domain) {
            elfs.addAll(DomainFiles.symbols(DomainFiles.loader(c, project)));
        } else {
            GuestRoms.system(c, project).flatMap(RomSymbols::fileBeside).ifPresent(elfs::add);
            GuestRoms.video(c, project).flatMap(RomSymbols::fileBeside).ifPresent(elfs::add);
        }
        for (String name : c.getAttribute(LaunchAttributes.SYMBOL_FILES, List.of())) {
            elfs.add(GuestFiles.named(c, name, "Symbols"));
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
