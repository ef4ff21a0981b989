package org.domainfirmware.emulator.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a benchmark on another emulator, a process whose COM1 goes to a file. */
abstract class ForeignRun {
    private static final int POLL_MS = 1;

    private final Path folder;

    /** @param folder for files of the run */
    ForeignRun(Path folder) {
        this.folder = folder;
    }

    /** Name for the table. */
    abstract String name();

    /** Name of its program. */
    abstract String program();

    /** The command, its files written; COM1 goes to {@code serial}. */
    abstract List<String> command(Path image, Path serial, Path work) throws IOException;

    /** True when the program is on the path. */
    boolean installed() {
        for (String place : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (!place.isEmpty() && Files.isExecutable(Path.of(place, program()))) {
                return true;
            }
        }
        return false;
    }

    /** @param seconds host time after which it is given up */
    Timing run(Path image, int seconds, Stopwatch stopwatch) throws IOException, InterruptedException {
        Path serial = folder.resolve(program() + ".serial");
        Files.deleteIfExists(serial);
        Process process = new ProcessBuilder(command(image, serial, folder)).redirectErrorStream(true)
                .redirectOutput(folder.resolve(program() + ".log").toFile()).start();
        process.getOutputStream().close();
        try {
            return watch(process, serial, System.nanoTime() + seconds * 1_000_000_000L, stopwatch);
        } finally {
            process.destroyForcibly();
            process.waitFor(5, TimeUnit.SECONDS);
        }
    }

    private static Timing watch(Process process, Path serial, long deadline, Stopwatch stopwatch) throws IOException, InterruptedException {
        long began = 0;
        while (System.nanoTime() < deadline && process.isAlive()) {
            String text = Files.exists(serial) ? Files.readString(serial, java.nio.charset.StandardCharsets.ISO_8859_1) : "";
            long now = stopwatch.nanos(process.toHandle());
            if (began == 0 && text.contains("[")) {
                began = now;
            }
            if (text.contains("]")) {
                return new Timing((now - began) / 1e9, -1);
            }
            Thread.sleep(POLL_MS);
        }
        return Timing.UNFINISHED;
    }
}
