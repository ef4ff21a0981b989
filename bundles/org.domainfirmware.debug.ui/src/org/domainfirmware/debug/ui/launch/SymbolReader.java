package org.domainfirmware.debug.ui.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.domainfirmware.debug.core.guest.GuestSymbols;
import org.domainfirmware.debug.core.guest.SymbolFile;
import org.domainfirmware.debug.core.launch.GuestSettings;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;

/** The symbols of what a configuration starts, for a check at every key: read anew only when the files are others. */
final class SymbolReader {
    private Map<SymbolFile, Long> known = Map.of();
    private GuestSymbols symbols = GuestSymbols.NONE;

    /** Empty when there are no files (before the first build, say) that could tell a wrong name. */
    synchronized Optional<GuestSymbols> of(ILaunchConfiguration configuration) {
        Map<SymbolFile, Long> files = new LinkedHashMap<>();
        try {
            for (SymbolFile file : GuestSettings.symbolFiles(configuration)) {
                files.put(file, file.file().toFile().lastModified());
            }
        } catch (CoreException e) {
            // The Firmware tab says what is wrong with the files.
            return Optional.empty();
        }
        if (!files.equals(known)) {
            symbols = GuestSymbols.read(List.copyOf(files.keySet()));
            known = files;
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(symbols);
    }
}
