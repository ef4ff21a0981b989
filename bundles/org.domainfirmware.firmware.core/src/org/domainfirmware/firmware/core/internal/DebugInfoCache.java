package org.domainfirmware.firmware.core.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.domainfirmware.firmware.core.rom.RomSymbols;
import org.domainfirmware.firmware.core.symbols.CorruptFile;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.eclipse.core.runtime.ILog;

/** Symbols by file, read again when the file has changed. Holds the files used last. */
public final class DebugInfoCache {
    private final Shelf<DebugInfo> linked = new Shelf<>();
    private final Shelf<RomSymbols> images = new Shelf<>();

    /** The debug information of a file; empty when there is no such file or it is not a readable ELF file, which the log says. */
    public synchronized Optional<DebugInfo> of(Path file) {
        return linked.get(List.of(file), () -> DebugInfo.read(file));
    }

    /** The symbols of an image in a file of any kind; empty when one of them is missing or not readable, which the log says. */
    public synchronized Optional<RomSymbols> of(Path rom, Path file) {
        return images.get(List.of(file, rom), () -> {
            if (!RomSymbols.isElf(file)) {
                return RomSymbols.read(rom, file);
            }
            Optional<DebugInfo> info = of(file);
            return info.isEmpty() ? null : RomSymbols.of(file, Files.readAllBytes(rom), info.get());
        });
    }

    /** Reads; null when that was tried already, in vain. */
    private interface Reader<T> {
        T read() throws IOException, CorruptFile;
    }

    /** What was read; {@code value} is empty when the files could not be understood, so that it is not tried (and logged) again. */
    private record Loaded<T>(List<Long> stamps, Optional<T> value) {
    }

    private static final class Shelf<T> {
        private static final int FILES = 16;

        private final Map<List<Path>, Loaded<T>> all = new LinkedHashMap<>(FILES, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<List<Path>, Loaded<T>> eldest) {
                return size() > FILES;
            }
        };

        Optional<T> get(List<Path> files, Reader<T> reader) {
            try {
                List<Long> stamps = stamps(files);
                Loaded<T> loaded = all.get(files);
                if (loaded == null || !loaded.stamps().equals(stamps)) {
                    loaded = new Loaded<>(stamps, read(files.get(0), reader));
                    all.put(files, loaded);
                }
                return loaded.value();
            } catch (IOException e) {
                // One of the files is gone.
                all.remove(files);
                return Optional.empty();
            }
        }

        private Optional<T> read(Path file, Reader<T> reader) throws IOException {
            try {
                return Optional.ofNullable(reader.read());
            } catch (CorruptFile e) {
                ILog.get().warn("No symbols from " + file + ": " + e.getMessage(), e);
                return Optional.empty();
            }
        }

        private static List<Long> stamps(List<Path> files) throws IOException {
            List<Long> stamps = new ArrayList<>();
            for (Path file : files) {
                stamps.add(Files.getLastModifiedTime(file).toMillis());
                stamps.add(Files.size(file));
            }
            return stamps;
        }
    }
}
