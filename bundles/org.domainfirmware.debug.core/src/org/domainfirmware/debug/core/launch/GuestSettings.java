package org.domainfirmware.debug.core.launch;

import static org.domainfirmware.debug.core.launch.GuestFiles.text;
import static org.domainfirmware.debug.core.launch.GuestFiles.wrong;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.domainfirmware.debug.core.guest.SymbolFile;
import org.domainfirmware.emulator.machine.MachineConfig;
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
 * @param symbols files with symbols
 * @param machine null when the guest has ended
 * @param outputs files that take the output of channels of the debug port
 */
public record GuestSettings(IProject project, Path rombios, Path vgabios, Path loader, List<SymbolFile> symbols,
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

    /** The same without the machine, its ROM images and their symbols: when there is none any more. */
    public GuestSettings withoutMachine() {
        return new GuestSettings(project, rombios, vgabios, loader, List.of(), null, outputs);
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
    public static List<SymbolFile> symbolFiles(ILaunchConfiguration c) throws CoreException {
        return SymbolFiles.of(c, project(c));
    }
}
