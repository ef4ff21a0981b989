package org.domainfirmware.firmware.core.toolchain;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.domainfirmware.firmware.core.process.ToolProcess;

/** The tools of this machine. */
public final class Toolchain {
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)+");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    /**
     * A tool as it is on this machine.
     *
     * @param path    where it is; empty when it is not installed
     * @param version as it says; empty when it does not say
     */
    public record Found(Tool tool, Optional<Path> path, String version) {
    }

    private Toolchain() {
    }

    /** Looks for every known tool; asks each found one for its version, which takes a moment. */
    public static List<Found> detect() {
        List<Found> all = new ArrayList<>();
        for (Tool tool : Tool.ALL) {
            Optional<Path> path = find(tool.name(), System.getenv("PATH"));
            all.add(new Found(tool, path, path.map(p -> version(tool, p)).orElse("")));
        }
        return all;
    }

    /** The program of a name on a search path. */
    public static Optional<Path> find(String name, String searchPath) {
        for (String folder : (searchPath == null ? "" : searchPath).split(File.pathSeparator)) {
            try {
                Path file = Path.of(folder, name);
                if (!folder.isEmpty() && Files.isExecutable(file) && !Files.isDirectory(file)) {
                    return Optional.of(file);
                }
            } catch (InvalidPathException e) {
                // A folder that cannot exist holds no program.
                continue;
            }
        }
        return Optional.empty();
    }

    private static String version(Tool tool, Path path) {
        List<String> command = new ArrayList<>(List.of(path.toString()));
        command.addAll(tool.versionArguments());
        List<String> lines = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE;
        try {
            ToolProcess.run(command, Path.of(System.getProperty("java.io.tmpdir")), lines::add, () -> System.nanoTime() > end);
        } catch (IOException e) {
            return "does not run: " + e.getMessage();
        }
        for (String line : lines) {
            Matcher m = VERSION.matcher(line);
            if (m.find()) {
                return m.group();
            }
        }
        return "";
    }

    /** True when gcc can make real-mode code. */
    public static boolean hasRealMode(Path gcc) {
        long end = System.nanoTime() + PATIENCE;
        try {
            return ToolProcess.run(List.of(gcc.toString(), "-m16", "-E", "-x", "c", "/dev/null"), Path.of("/"), line -> { },
                    () -> System.nanoTime() > end) == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
