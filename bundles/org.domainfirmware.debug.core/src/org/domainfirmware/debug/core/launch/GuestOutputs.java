package org.domainfirmware.debug.core.launch;

import static org.domainfirmware.debug.core.launch.GuestFiles.text;
import static org.domainfirmware.debug.core.launch.GuestFiles.wrong;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;

/** The files that take what a guest writes to its serial ports and debug console. */
final class GuestOutputs {
    private GuestOutputs() {
    }

    /**
     * Files by channel of the debug port.
     *
     * @throws CoreException when one cannot be written, as far as that can be seen without writing
     */
    static Map<String, Path> of(ILaunchConfiguration c) throws CoreException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (int port = 0; port < LaunchAttributes.SERIAL_PORTS; port++) {
            add(files, c, LaunchAttributes.serialFile(port), "serial" + port, "File of COM" + (port + 1));
        }
        add(files, c, LaunchAttributes.DEBUG_CONSOLE_FILE, "debugcon", "File of the debug console");
        return files;
    }

    private static void add(Map<String, Path> files, ILaunchConfiguration c, String attribute, String channel, String what)
            throws CoreException {
        String name = text(c, attribute);
        if (name.isEmpty()) {
            return;
        }
        Path file = GuestFiles.path(c, name, what).toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw wrong(what + ": " + file + " is a folder; name a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw wrong(what + ": there is no folder " + folder + "; make it, or name a file elsewhere");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw wrong(what + ": " + file + " may not be written; change the permissions, or name a file elsewhere");
        }
        if (files.containsValue(file)) {
            throw wrong(what + ": " + file + " takes the output of another port already; name one file a port");
        }
        files.put(channel, file);
    }
}
