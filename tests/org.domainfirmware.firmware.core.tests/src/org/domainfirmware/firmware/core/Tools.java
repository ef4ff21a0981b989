package org.domainfirmware.firmware.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.domainfirmware.firmware.core.process.ToolProcess;

/** Runs the real tools in a folder. A tool that is not installed fails the test, by its name. */
public final class Tools {
    private final Path folder;

    public Tools(Path folder) {
        this.folder = folder;
    }

    public Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    }

    /** All lines the command prints; it may fail. */
    public List<String> output(String... command) throws IOException {
        List<String> lines = new ArrayList<>();
        long end = System.nanoTime() + 60_000_000_000L;
        int status = ToolProcess.run(List.of(command), folder, lines::add, () -> System.nanoTime() > end);
        if (status == ToolProcess.CANCELLED) {
            throw new AssertionError(command[0] + " took longer than a minute");
        }
        return lines;
    }

    /** All lines a command prints that has to succeed. */
    public List<String> good(String... command) throws IOException {
        List<String> lines = new ArrayList<>();
        int status = ToolProcess.run(List.of(command), folder, lines::add, () -> false);
        if (status != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with status " + status + ": " + lines);
        }
        return lines;
    }
}
