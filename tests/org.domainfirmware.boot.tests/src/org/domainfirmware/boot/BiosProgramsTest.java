package org.domainfirmware.boot;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs of tests/programs/bios find every function of the ROMBIOS as the interrupt references describe it; those of
 * SeaBIOS too, but for named differences.
 */
class BiosProgramsTest {
    private static final String FOLDER = "bios";
    private static final int DISK_BYTES = 16 << 20;

    /** SeaBIOS has no INT 15h AH=89h, and a block move to a segment that is too small shuts the machine down. */
    private static final Set<String> OURS_ONLY = Set.of("int15_89_protected");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> functions() throws IOException {
        Path differences = GuestProgram.sources(FOLDER).resolve("seabios-differences.txt");
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> sources = Files.list(GuestProgram.sources(FOLDER))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".asm")).sorted().toList()) {
                String name = source.getFileName().toString().replace(".asm", "");
                Set<String> known = ProgramLog.differences(differences, name);
                for (ProgramRunner runner : ProgramRunner.values()) {
                    if (!runner.ours() && OURS_ONLY.contains(name)) {
                        continue;
                    }
                    tests.add(DynamicTest.dynamicTest(name + " " + runner,
                            () -> run(name, runner).judge(runner.ours() ? Set.of() : known)));
                }
            }
        }
        return tests.stream();
    }

    private ProgramLog run(String name, ProgramRunner runner) throws Exception {
        Path here = Files.createDirectory(folder.resolve(name + runner));
        Path disk = here.resolve("disk.img");
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength(DISK_BYTES);
        }
        Path floppy = new GuestProgram(FOLDER, name).floppy(here);
        return runner.run(GuestHardware.floppy(floppy).with(Drive.HDA, disk), here);
    }
}
