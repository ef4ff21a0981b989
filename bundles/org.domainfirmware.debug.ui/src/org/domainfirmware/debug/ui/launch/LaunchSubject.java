package org.domainfirmware.debug.ui.launch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;

/**
 * What "Run As > PC Guest" was chosen on, and the attribute that makes a guest run it.
 *
 * @param project built and run with it; null for none
 * @param attribute that holds the file; null when the project alone says everything
 */
record LaunchSubject(IResource resource, IProject project, String attribute) {
    private static final List<String> ROMS = List.of("rom", "bin");
    private static final List<String> DISKS = List.of("img", "ima", "flp", "vfd", "dsk", "raw", "hdd");
    private static final long LARGEST_FLOPPY = 2880 << 10;

    /** What a selected element means, empty when no guest can be made of it. */
    static Optional<LaunchSubject> of(Object element) {
        IResource resource = Adapters.adapt(element, IResource.class);
        if (resource == null) {
            return Optional.empty();
        }
        IProject own = resource.getProject();
        IProject firmware = own != null && FirmwareProject.isFirmware(own) ? own : null;
        if (resource instanceof IFile file) {
            String attribute = attribute(file);
            if (attribute != null) {
                boolean disk = attribute.startsWith(LaunchAttributes.drive(""));
                return Optional.of(new LaunchSubject(file, firmware != null || !disk ? firmware : onlyFirmware(), attribute));
            }
        }
        return firmware == null ? Optional.empty() : Optional.of(new LaunchSubject(firmware, firmware, null));
    }

    /** The firmware that a guest is to run who knows no more than what is selected (may be null); null when there is a doubt. */
    static IProject project(IResource selected) {
        return selected != null && selected.getProject() != null && FirmwareProject.isFirmware(selected.getProject())
                ? selected.getProject() : onlyFirmware();
    }

    /** A disk image of another project is booted by the workspace's firmware, when there is no doubt which. */
    private static IProject onlyFirmware() {
        IProject found = null;
        for (IProject p : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (FirmwareProject.isFirmware(p)) {
                if (found != null) {
                    return null;
                }
                found = p;
            }
        }
        return found;
    }

    private static String attribute(IFile file) {
        String extension = file.getFileExtension() == null ? "" : file.getFileExtension().toLowerCase(Locale.ROOT);
        String name = file.getName().toLowerCase(Locale.ROOT);
        if (extension.equals("iso")) {
            return LaunchAttributes.drive("cdrom");
        }
        if (ROMS.contains(extension)) {
            return name.contains("vga") || name.contains("video") ? LaunchAttributes.VGABIOS : LaunchAttributes.ROMBIOS;
        }
        if (!DISKS.contains(extension) || file.getLocation() == null) {
            return null;
        }
        boolean floppy = file.getLocation().toFile().length() <= LARGEST_FLOPPY;
        return LaunchAttributes.drive(floppy ? "fda" : "hda");
    }

    /** The value of {@link #attribute()}. */
    String value() {
        return "${workspace_loc:" + resource.getFullPath() + "}";
    }
}
