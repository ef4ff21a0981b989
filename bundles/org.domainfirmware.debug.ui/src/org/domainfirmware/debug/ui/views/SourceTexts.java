package org.domainfirmware.debug.ui.views;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.domainfirmware.debug.ui.DebugUi;
import org.domainfirmware.debug.ui.model.SymbolNames;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;

/** Lines of source files that compilers named, from the workspace's projects. May be used in any thread. */
final class SourceTexts {
    private static final long LARGEST = 4L << 20;

    private final Map<String, List<String>> files = new ConcurrentHashMap<>();

    /** The text of a line, "" when the file or the line is not there. */
    String line(SymbolNames.Line line) {
        List<String> lines = files.computeIfAbsent(line.file(), SourceTexts::read);
        return line.line() > 0 && line.line() <= lines.size() ? lines.get(line.line() - 1) : "";
    }

    /** Reads files anew from now on. */
    void forget() {
        files.clear();
    }

    /** The workspace file a compiler named. */
    static Optional<IFile> find(String compiledPath) {
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (FirmwareProject.isFirmware(project)) {
                Optional<IFile> file = FirmwareProject.of(project).sourceFor(compiledPath);
                if (file.isPresent()) {
                    return file;
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> read(String compiledPath) {
        Optional<Path> place = find(compiledPath).map(f -> f.getLocation().toPath());
        if (place.isEmpty()) {
            return List.of();
        }
        try {
            Path file = place.get();
            return Files.size(file) > LARGEST ? List.of()
                    : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException e) {
            DebugUi.log("The source file " + place.get() + " cannot be read for the disassembly", e);
            return List.of();
        }
    }
}
