package org.domainfirmware.emulator.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A benchmark: an assembler source whose floppy image prints "[" on COM1 when it begins and "]" when it ends.
 *
 * @param name file name without ending
 * @param source the file
 */
public record BenchProgram(String name, Path source) {
    private static final String ENDING = ".asm";

    /**
     * All programs of a folder, by name.
     *
     * @throws IOException when there are none; the message names the folder
     */
    public static List<BenchProgram> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is not there: run ./dfw bench in a checkout, or name the folder by --programs");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<BenchProgram> found = files.filter(f -> f.toString().endsWith(ENDING)).sorted()
                    .map(f -> new BenchProgram(f.getFileName().toString().replace(ENDING, ""), f)).toList();
            if (found.isEmpty()) {
                throw new IOException(folder + " holds no benchmark programs (*.asm)");
            }
            return found;
        }
    }

    /**
     * Assembles it.
     *
     * @return the floppy image in {@code folder}
     * @throws IOException when nasm is missing or refuses; the message says which
     */
    Path assemble(Path folder) throws IOException, InterruptedException {
        Path image = folder.resolve(name + ".img");
        Path log = folder.resolve(name + ".log");
        ProcessBuilder nasm = new ProcessBuilder("nasm", "-f", "bin", "-I", source.toAbsolutePath().getParent() + "/",
                "-o", image.toString(), source.toString()).redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            if (nasm.start().waitFor() != 0) {
                throw new IOException(name + " does not assemble: " + Files.readString(log).trim());
            }
        } catch (IOException e) {
            throw e.getMessage() != null && e.getMessage().contains("Cannot run program")
                    ? new IOException("benchmarks need nasm: install it (apt-get install nasm)", e) : e;
        }
        return image;
    }
}
