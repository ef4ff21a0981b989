package org.domainfirmware.debug.ui.launch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.domainfirmware.debug.core.guest.GuestSymbols;
import org.domainfirmware.debug.core.launch.GuestSettings;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.swt.widgets.Display;

/**
 * The symbols of what a configuration starts, for a check at every key: read by a job, because that may take half a second, and anew only
 * when the files are others. For the UI thread.
 */
final class SymbolReader {
    private final Runnable whenRead;
    private Map<Path, Long> wanted;
    private GuestSymbols symbols;
    private boolean closed;

    /** @param whenRead run in the UI thread when symbols that were asked for are there */
    SymbolReader(Runnable whenRead) {
        this.whenRead = whenRead;
    }

    /**
     * True when the symbols are there. Otherwise they are being read, or the configuration has no files with symbols (before the first
     * build, say) that could tell a wrong name.
     */
    boolean read(ILaunchConfiguration configuration) {
        Map<Path, Long> files = files(configuration);
        if (!files.equals(wanted)) {
            wanted = files;
            symbols = null;
            Display display = Display.getCurrent();
            Job job = Job.createSystem("Reading symbols", (ICoreRunnable) monitor -> {
                GuestSymbols loaded = GuestSymbols.load(files.keySet().stream().toList());
                display.asyncExec(() -> arrived(files, loaded));
            });
            job.schedule();
        }
        return symbols != null && !files.isEmpty();
    }

    private static Map<Path, Long> files(ILaunchConfiguration configuration) {
        Map<Path, Long> files = new LinkedHashMap<>();
        try {
            for (Path file : GuestSettings.symbolFiles(configuration)) {
                files.put(file, file.toFile().lastModified());
            }
        } catch (CoreException e) {
            // The Firmware tab says what is wrong with the files.
            files.clear();
        }
        return files;
    }

    private void arrived(Map<Path, Long> files, GuestSymbols loaded) {
        if (!closed && files.equals(wanted)) {
            symbols = loaded;
            whenRead.run();
        }
    }

    /** The symbols, when {@link #read} said that they are there. */
    GuestSymbols symbols() {
        return symbols;
    }

    /** The tab is gone. */
    void close() {
        closed = true;
    }
}
