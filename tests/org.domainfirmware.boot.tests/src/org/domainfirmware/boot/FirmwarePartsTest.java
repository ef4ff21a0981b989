package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each part of the firmware builds without the others, as in a project that was made of this part only. */
class FirmwarePartsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"rombios, rombios.rom, true", "vgabios, vgabios.rom, true", "optionrom, optionrom.rom, true",
        "vmxassist, vmxassist.bin, true", "vmxloader, vmxloader.elf, false"})
    void buildsAlone(String part, String image, boolean sameAsWithTheOthers) throws Exception {
        Path sources = Path.of(System.getProperty("dfw.root", ".")).resolve("firmware-src").toAbsolutePath();
        Path project = Files.createDirectory(folder.resolve("project"));
        for (Path entry : entries(sources)) {
            boolean isPart = Files.exists(entry.resolve("Makefile"));
            if (!isPart || entry.getFileName().toString().equals(part)) {
                GuestProgram.run(List.of("cp", "-R", entry.toString(), project.toString()));
            }
        }
        Path out = folder.resolve("out");
        GuestProgram.run(List.of("make", "-C", project.toString(), "OUT=" + out));
        Path built = out.resolve(image);
        assertTrue(Files.exists(built), image);
        if (sameAsWithTheOthers) {
            Path ours = Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware"), image);
            assertEquals(-1, Files.mismatch(ours, built), image + " differs from the one built with all parts");
        }
    }

    private static List<Path> entries(Path of) throws IOException {
        try (Stream<Path> all = Files.list(of)) {
            return all.toList();
        }
    }
}
