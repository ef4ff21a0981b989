package org.domainfirmware.debug.core.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.domainfirmware.debug.core.DebugCore;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.variables.VariablesPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;

/** Files that a launch configuration names, their string variables replaced. */
final class GuestFiles {
    private GuestFiles() {
    }

    static CoreException wrong(String message) {
        return new CoreException(DebugCore.refused(message));
    }

    /** A string attribute without blanks around it; "" when there is none. */
    static String text(ILaunchConfiguration c, String attribute) throws CoreException {
        return c.getAttribute(attribute, "").strip();
    }

    /**
     * The file that a text names. {@code ${env_var:NAME}} is that of the configuration's Environment tab, else the workbench's.
     *
     * @param what the field it is of, for messages
     */
    static Path path(ILaunchConfiguration c, String text, String what) throws CoreException {
        String expanded = text.strip();
        for (Map.Entry<String, String> e : c.getAttribute(ILaunchManager.ATTR_ENVIRONMENT_VARIABLES, Map.of()).entrySet()) {
            expanded = expanded.replace("${env_var:" + e.getKey() + "}", e.getValue());
        }
        try {
            return Path.of(VariablesPlugin.getDefault().getStringVariableManager().performStringSubstitution(expanded));
        } catch (InvalidPathException e) {
            throw wrong(what + ": '" + text + "' is not a file name");
        } catch (CoreException e) {
            throw wrong(what + ": '" + text + "' cannot be expanded: " + e.getStatus().getMessage());
        }
    }

    /** As {@link #path}, of a file that is there, can be read and has something in it. */
    static Path named(ILaunchConfiguration c, String text, String what) throws CoreException {
        Path file = path(c, text, what);
        if (Files.isDirectory(file)) {
            throw wrong(what + ": " + file + " is a folder; name a file in it");
        }
        if (!Files.exists(file)) {
            throw wrong(what + ": the file " + file + " does not exist; correct its name or leave it out");
        }
        if (!Files.isReadable(file)) {
            throw wrong(what + ": the file " + file + " may not be read; change its permissions");
        }
        try {
            // Devices have no size; a CD-ROM drive, say, may be used as an image.
            if (Files.isRegularFile(file) && Files.size(file) == 0) {
                throw wrong(what + ": the file " + file + " is empty; build or copy it again");
            }
            return file;
        } catch (IOException e) {
            throw unreadable(file, what, e);
        }
    }

    static byte[] read(Path file, String what, int most) throws CoreException {
        try {
            long size = Files.size(file);
            if (size == 0 || size > most) {
                throw wrong(what + ": " + file + " has " + size + " bytes; 1 to " + most + " are possible");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, what, e);
        }
    }

    private static CoreException unreadable(Path file, String what, IOException e) {
        return wrong(what + ": " + file + " cannot be read: " + (Files.exists(file) ? e.getMessage() : "it is not there any more"));
    }
}
