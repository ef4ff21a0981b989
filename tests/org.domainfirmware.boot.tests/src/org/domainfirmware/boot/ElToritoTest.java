package org.domainfirmware.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Booting from CD-ROM: without emulation, and with the image as a floppy and as a disk; INT 13h of the image, of the real
 * drives and of the CD.
 */
class ElToritoTest {
    private static final String FOLDER = "bios/eltorito";
    private static final String PROGRAM = "cd_boot";
    private static final int DISK = 16 << 20;

    /**
     * A kind of boot image.
     *
     * @param media the catalog's media type
     * @param xorriso options that make it so
     */
    private record Image(String name, int media, List<String> xorriso) { }

    private static final List<Image> IMAGES = List.of(
            new Image("no emulation", 0, List.of("-no-emul-boot", "-boot-load-size", "32")),
            new Image("floppy", 2, List.of()),
            new Image("disk", 4, List.of("-hard-disk-boot")));

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> bootsFromCd() throws IOException {
        Set<String> differences = ProgramLog.differences(GuestProgram.sources(FOLDER).resolve("seabios-differences.txt"), PROGRAM);
        List<DynamicTest> tests = new ArrayList<>();
        for (Image image : IMAGES) {
            for (ProgramRunner runner : ProgramRunner.values()) {
                tests.add(DynamicTest.dynamicTest(image.name + " " + runner,
                        () -> run(image, runner).judge(runner.ours() ? Set.of() : differences)));
            }
        }
        return tests.stream();
    }

    private ProgramLog run(Image image, ProgramRunner runner) throws Exception {
        Path here = Files.createDirectory(folder.resolve(image.media + runner.name()));
        Path files = Files.createDirectory(here.resolve("files"));
        Path cd = here.resolve("cd.iso");
        Path boot = new GuestProgram(FOLDER, PROGRAM).assemble(here, "-DMEDIA=" + image.media,
                image.media == 4 ? "-DCYLINDERS=2" : "-DNO_CYLINDERS");
        Files.move(boot, files.resolve("boot.img"));
        List<String> xorriso = new ArrayList<>(List.of("xorriso", "-as", "mkisofs", "-quiet", "-o", cd.toString(), "-b",
                "boot.img", "-c", "boot.cat"));
        xorriso.addAll(image.xorriso);
        xorriso.add(files.toString());
        GuestProgram.run(xorriso);
        return runner.run(GuestHardware.cdrom(cd)
                .with(Drive.FDA, marked(here.resolve("floppy.img"), GuestProgram.FLOPPY, 0xA1))
                .with(Drive.HDA, marked(here.resolve("disk.img"), DISK, 0xB2)), here);
    }

    /** An image whose second sector is filled with that byte. */
    private static Path marked(Path image, int size, int mark) throws IOException {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, 512, 1024, (byte) mark);
        return Files.write(image, bytes);
    }
}
