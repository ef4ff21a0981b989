package org.domainfirmware.debug.core.launch;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.rom.RomSymbols;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.URIUtil;
import org.eclipse.core.variables.VariablesPlugin;
import org.eclipse.osgi.service.datalocation.Location;

/** The files a guest starts from: as named in the configuration, else the project's, else the product's. */
final class GuestFiles {
    /** System property with a folder of built firmware; the start script sets it. */
    private static final String FOLDER = "org.domainfirmware.firmware";
    private static final int LARGEST = 256 << 10;

    private GuestFiles() {
    }

    static CoreException wrong(String message) {
        return new CoreException(DebugCore.error(message));
    }

    /** A file named by the user, its variables replaced. */
    static Path named(String text, String what) throws CoreException {
        try {
            Path file = Path.of(VariablesPlugin.getDefault().getStringVariableManager().performStringSubstitution(text.strip()));
            if (!Files.isRegularFile(file)) {
                throw wrong(what + ": the file " + file + " does not exist");
            }
            return file;
        } catch (InvalidPathException e) {
            throw wrong(what + ": '" + text + "' is not a file name");
        }
    }

    static byte[] read(Path file, String what) throws CoreException {
        try {
            long size = Files.size(file);
            if (size == 0 || size > LARGEST) {
                throw wrong(what + " " + file + " has " + size + " bytes; 1 to " + LARGEST + " are possible");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw wrong(what + " " + file + " cannot be read: " + e.getMessage());
        }
    }

    /** The system ROM by default. */
    static Path systemRom(IProject project) throws CoreException {
        Optional<Path> own = ofProject(project, name -> !isVideo(name) && name.contains("bios"));
        own = own.isPresent() ? own : ofProject(project, name -> !isVideo(name));
        return own.isPresent() ? own.get() : ofProduct("rombios.rom").orElseThrow(() -> wrong("there is no system ROM: "
                + (project == null ? "name a firmware project or a ROM file" : "project " + project.getName()
                + " has built none; look at the Problems view")));
    }

    /** The VGA ROM by default; empty when there is none. */
    static Optional<Path> videoRom(IProject project) {
        Optional<Path> own = ofProject(project, GuestFiles::isVideo);
        return own.isPresent() ? own : ofProduct("vgabios.rom");
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

    static Optional<Path> ofProduct(String name) {
        String folder = System.getProperty(FOLDER);
        Optional<Path> file = folder == null ? Optional.empty() : Optional.of(Path.of(folder).resolve(name));
        if (file.isEmpty()) {
            file = installed().map(f -> f.resolve("firmware").resolve(name));
        }
        return file.filter(Files::isRegularFile);
    }

    private static Optional<Path> installed() {
        Location install = Platform.getInstallLocation();
        try {
            return install == null ? Optional.empty() : Optional.of(Path.of(URIUtil.toURI(install.getURL())));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // The product does not run from files: it has no firmware folder.
            return Optional.empty();
        }
    }

    /** The file with symbols beside a ROM image, if there is one: linked, or a listing, a map or a list. */
    static Optional<Path> symbolsOf(Path rom) {
        return RomSymbols.fileBeside(rom);
    }
}
