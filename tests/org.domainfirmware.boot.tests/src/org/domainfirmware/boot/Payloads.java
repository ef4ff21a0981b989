package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Images of real systems, made of Debian packages by the scripts in tests/payloads. */
final class Payloads {
    private static final int MINUTES = 10;

    private final Path images;

    /** Downloads and makes what is not there yet; fails, with the tool's own message, when that cannot be done. */
    Payloads() throws Exception {
        Path root = Path.of(System.getProperty("dfw.root", "."));
        Path folder = root.resolve("build/payloads");
        Files.createDirectories(folder);
        // Test classes run side by side, but only one of them may make the images.
        synchronized (Payloads.class) {
            run(root.resolve("tests/payloads/fetch.sh"), folder);
            run(root.resolve("tests/payloads/make-images.sh"), folder);
        }
        images = folder.resolve("images");
    }

    private static void run(Path script, Path folder) throws Exception {
        Path log = folder.resolve(script.getFileName() + ".log");
        Process process = new ProcessBuilder("sh", script.toString(), folder.toString()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), script + " does not end");
        assertEquals(0, process.exitValue(), () -> script + " failed: " + tail(log));
    }

    private static String tail(Path log) {
        try {
            String text = Files.readString(log).strip();
            return text.substring(Math.max(0, text.length() - 500));
        } catch (java.io.IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    Path image(String name) {
        return images.resolve(name);
    }
}
