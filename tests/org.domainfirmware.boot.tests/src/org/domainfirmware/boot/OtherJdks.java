package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Java installations of another feature version than the one that runs the tests. */
final class OtherJdks {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");
    private static final int OLDEST = 17;

    private OtherJdks() {
    }

    /** One a version; skips the test, saying so, where there is none. */
    static List<Path> find() throws IOException {
        List<Path> found = new ArrayList<>();
        List<Integer> versions = new ArrayList<>(List.of(Runtime.version().feature()));
        if (Files.isDirectory(INSTALLED)) {
            try (Stream<Path> homes = Files.list(INSTALLED)) {
                for (Path home : homes.sorted().toList()) {
                    int version = version(home);
                    if (version >= OLDEST && !versions.contains(version)) {
                        versions.add(version);
                        found.add(home);
                    }
                }
            }
        }
        assumeTrue(!found.isEmpty(), "no Java of another version than " + versions.get(0) + " in " + INSTALLED);
        return found;
    }

    /** Feature version as its release file says, 0 when that is no Java. */
    private static int version(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
            return 0;
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(release)) {
            properties.load(in);
        }
        String text = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        String feature = text.split("[.+-]")[0];
        return feature.matches("\\d{1,4}") ? Integer.parseInt(feature) : 0;
    }
}
