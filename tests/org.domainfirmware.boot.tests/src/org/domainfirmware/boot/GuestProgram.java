package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A guest program of tests/programs: an assembly source whose output begins with a boot sector. */
record GuestProgram(String folder, String name) {
    /** Bytes of a 1.44 MB floppy. */
    static final int FLOPPY = 1_474_560;

    static Path sources(String folder) {
        return Path.of(System.getProperty("dfw.root", ".")).resolve("tests/programs").resolve(folder);
    }

    /** Assembles it. @param options further ones of nasm; @return the file as nasm wrote it */
    Path assemble(Path to, String... options) throws IOException, InterruptedException {
        Path sources = sources(folder);
        Path image = to.resolve(name + ".bin");
        List<String> command = new ArrayList<>(List.of("nasm", "-f", "bin", "-I", sources + "/", "-o", image.toString()));
        command.addAll(Arrays.asList(options));
        command.add(sources.resolve(name + ".asm").toString());
        run(command);
        return image;
    }

    /** The program on a 1.44 MB floppy. */
    Path floppy(Path to, String... options) throws IOException, InterruptedException {
        Path image = assemble(to, options);
        byte[] bytes = Files.readAllBytes(image);
        assertTrue(bytes.length <= FLOPPY, name + " does not fit on a floppy");
        Files.write(image, Arrays.copyOf(bytes, FLOPPY));
        return image;
    }

    /** Runs a tool; fails with what it said unless it ends with 0. */
    static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String messages = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), command.get(0) + " does not end");
        assertEquals(0, process.exitValue(), () -> String.join(" ", command) + ": " + messages);
    }
}
