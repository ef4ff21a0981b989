package org.domainfirmware.emulator.properties;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.domainfirmware.emulator.machine.Machine;

/** The emulator as it is compiled, in a jar or a folder, and its sources. */
final class Bundle {
    private Bundle() {
    }

    static List<ClassFile> classes() throws IOException, URISyntaxException {
        Path where = Path.of(Machine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(where)) {
            return classesUnder(where);
        }
        try (FileSystem jar = FileSystems.newFileSystem(where)) {
            return classesUnder(jar.getPath("/"));
        }
    }

    private static List<ClassFile> classesUnder(Path folder) throws IOException {
        List<ClassFile> classes = new ArrayList<>();
        for (Path file : files(folder, ".class")) {
            classes.add(ClassFile.of(Files.readAllBytes(file)));
        }
        return classes;
    }

    /** Every source file of the emulator. */
    static List<Path> sources() throws IOException {
        return files(Path.of(System.getProperty("dfw.root", ".")).resolve("bundles/org.domainfirmware.emulator/src"), ".java");
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
        }
    }
}
