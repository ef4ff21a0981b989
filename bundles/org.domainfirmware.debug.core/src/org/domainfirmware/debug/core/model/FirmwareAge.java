package org.domainfirmware.debug.core.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.domainfirmware.debug.core.guest.SymbolFile;
import org.domainfirmware.debug.core.launch.GuestSettings;

/** Knows when the firmware in a guest was built, and so whether what is on the disk is still what the guest runs. */
final class FirmwareAge {
    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final List<Path> images;
    private final List<Path> symbols;
    private final Map<Path, FileTime> inGuest = new HashMap<>();
    private final Set<Path> told = new HashSet<>();
    private FileTime built = NEVER;

    /** What the settings name is put into the guest now. */
    FirmwareAge(GuestSettings settings) {
        images = settings.loader() != null ? List.of(settings.loader())
                : Stream.of(settings.rombios(), settings.vgabios()).filter(Objects::nonNull).toList();
        symbols = settings.symbols().stream().map(SymbolFile::file).toList();
        loaded();
    }

    /** The guest has the files as they are now. */
    synchronized void loaded() {
        told.clear();
        images.forEach(image -> inGuest.put(image, time(image)));
        built = symbols.stream().map(FirmwareAge::time).max(FileTime::compareTo).orElse(NEVER);
    }

    /** A sentence when a ROM is another by now, and was not at the last call. */
    synchronized Optional<String> rebuilt() {
        return images.stream().filter(image -> !time(image).equals(inGuest.get(image)) && told.add(image)).findFirst()
                .map(image -> image.getFileName() + " was built anew or is gone; the guest still runs the one it was started with."
                        + " Reload Firmware puts the new one in");
    }

    /** A sentence when a source was changed after all symbols were built, and it was not said of it before. */
    synchronized Optional<String> edited(Path source) {
        boolean newer = !built.equals(NEVER) && time(source).compareTo(built) > 0;
        return newer && told.add(source) ? Optional.of(source.getFileName() + " was changed after the guest's firmware was built;"
                + " its lines may be elsewhere in the guest. Build the project and reload the firmware") : Optional.empty();
    }

    /** When a file was written; long ago when it is not there. */
    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // It was deleted: that, too, differs from what the guest has.
            return NEVER;
        }
    }
}
