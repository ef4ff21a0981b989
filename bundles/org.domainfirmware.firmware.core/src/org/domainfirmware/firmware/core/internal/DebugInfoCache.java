package org.domainfirmware.firmware.core.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.domainfirmware.firmware.core.symbols.CorruptFile;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.eclipse.core.runtime.ILog;

/** Debug information by file, read again when the file has changed. Holds the files used last. */
public final class DebugInfoCache {
    private static final int FILES = 16;

    /** What was read; {@code info} is empty when the file could not be understood, so that it is not tried (and logged) again. */
    private record Loaded(long modified, long size, Optional<DebugInfo> info) {
    }

    private final Map<Path, Loaded> files = new LinkedHashMap<>(FILES, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Loaded> eldest) {
            return size() > FILES;
        }
    };

    /** The debug information of a file; empty when there is no such file or it is not a readable ELF file, which the log says. */
    public synchronized Optional<DebugInfo> of(Path file) {
        try {
            long modified = Files.getLastModifiedTime(file).toMillis();
            long size = Files.size(file);
            Loaded loaded = files.get(file);
            if (loaded == null || loaded.modified() != modified || loaded.size() != size) {
                loaded = new Loaded(modified, size, read(file));
                files.put(file, loaded);
            }
            return loaded.info();
        } catch (IOException e) {
            files.remove(file);
            return Optional.empty();
        }
    }

    private static Optional<DebugInfo> read(Path file) throws IOException {
        try {
            return Optional.of(DebugInfo.read(file));
        } catch (CorruptFile e) {
            ILog.get().warn("No symbols from " + file + ": " + e.getMessage(), e);
            return Optional.empty();
        }
    }
}
