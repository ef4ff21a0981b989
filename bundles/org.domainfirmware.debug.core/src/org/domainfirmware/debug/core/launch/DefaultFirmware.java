package org.domainfirmware.debug.core.launch;

import static org.domainfirmware.debug.core.launch.GuestFiles.wrong;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.domainfirmware.debug.core.DebugCore;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.URIUtil;
import org.eclipse.osgi.service.datalocation.Location;

/** The firmware of a guest whose configuration and project have none: that of the preferences, else what comes with the product. */
public final class DefaultFirmware {
    /** Preference of this bundle: file of the system ROM; empty: the product's. */
    public static final String ROMBIOS = "default.rombios";
    /** Preference of this bundle: file of the VGA ROM; empty: the product's. */
    public static final String VGABIOS = "default.vgabios";
    /** System property with a folder of built firmware; the start script sets it. */
    private static final String FOLDER = "org.domainfirmware.firmware";

    private DefaultFirmware() {
    }

    /** The file that a preference names; empty when it names none. */
    static Optional<Path> preferred(String preference, String what) throws CoreException {
        String name = Platform.getPreferencesService().getString(DebugCore.PLUGIN_ID, preference, "", null).strip();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        } catch (InvalidPathException e) {
            throw wrong(what + ": '" + name + "' of Preferences > Firmware Workbench is not a file name");
        }
        throw wrong(what + ": the file " + name + " does not exist; name another in Preferences > Firmware Workbench");
    }

    /** A file of the product's firmware. */
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
}
