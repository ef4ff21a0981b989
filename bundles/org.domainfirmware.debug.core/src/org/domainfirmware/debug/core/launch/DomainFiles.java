package org.domainfirmware.debug.core.launch;

import static org.domainfirmware.debug.core.launch.GuestFiles.wrong;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;

/** What a domain starts from: the loader, which holds the monitor and the ROMs, and the symbols of all of them. */
final class DomainFiles {
    private static final String LOADER = "vmxloader.elf";
    private static final String MONITOR = "vmxassist.elf";
    /** Linked files of what the loader puts into place; the loader's own code may lie where a system has its later. */
    private static final List<String> PARTS = List.of(MONITOR, "rombios.elf", "vgabios.elf", LOADER);

    private static final String WHAT = "Domain loader";

    private DomainFiles() {
    }

    /** True when the guest is to be a domain. */
    static boolean isDomain(ILaunchConfiguration c) throws CoreException {
        String mode = c.getAttribute(LaunchAttributes.REAL_MODE, LaunchAttributes.REAL_MODE_FULL);
        if (!mode.equals(LaunchAttributes.REAL_MODE_FULL) && !mode.equals(LaunchAttributes.REAL_MODE_ASSIST)) {
            throw wrong("there is no real mode '" + mode + "'; there are full and assist");
        }
        return mode.equals(LaunchAttributes.REAL_MODE_ASSIST);
    }

    /** Refuses a loader that is not there; one that the project is yet to build is not missed. */
    static void check(ILaunchConfiguration c) throws CoreException {
        String named = GuestFiles.text(c, LaunchAttributes.DOMAIN_LOADER);
        if (isDomain(c) && !named.isEmpty()) {
            GuestFiles.named(c, named, WHAT);
        }
    }

    /** True for symbols that only a domain has a use for: elsewhere other things lie at their addresses. */
    static boolean onlyForDomains(String file) {
        return Set.of(LOADER, MONITOR).contains(file);
    }

    /**
     * The loader of a configuration, or null when its guest has real mode of its own.
     *
     * @throws CoreException with a message for the user when it is to be a domain and there is no loader
     */
    static Path loader(ILaunchConfiguration c, IProject project) throws CoreException {
        if (!isDomain(c)) {
            return null;
        }
        String named = c.getAttribute(LaunchAttributes.DOMAIN_LOADER, "").strip();
        if (!named.isEmpty()) {
            return GuestFiles.named(c, named, WHAT);
        }
        if (project != null) {
            return ofProject(project).orElseThrow(() -> wrong("assisted real mode: project " + project.getName()
                    + " has built no " + LOADER + ", the loader with the VM86 monitor (folders vmxloader and vmxassist of our"
                    + " firmware); name one in the Machine tab, or choose full real mode there"));
        }
        return DefaultFirmware.ofProduct(LOADER).orElseThrow(() -> wrong("assisted real mode: there is no " + LOADER
                + "; name a firmware project that builds one, or the file in the Machine tab"));
    }

    private static Optional<Path> ofProject(IProject project) {
        return FirmwareProject.of(project).elfFiles().stream()
                .filter(f -> f.getLocation() != null && f.getName().equals(LOADER)).map(IFile::getLocation)
                .map(location -> location.toPath()).findFirst();
    }

    /** The files with symbols beside the loader. */
    static List<Path> symbols(Path loader) {
        return PARTS.stream().map(loader::resolveSibling).filter(Files::isRegularFile).toList();
    }
}
