package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.domainfirmware.emulator.machine.MachineConfig.Drive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * INT 19h starts the drives in the order that CMOS tells, INT 18h and what is no boot sector go on with the next one; SeaBIOS
 * does the same.
 */
class BootOrderTest {
    private static final String FOLDER = "bios/boot";
    private static final int DISK = 16 << 20;
    private static final int END = 0;
    private static final int NEXT = 0x18;
    private static final int RESTART = 0x19;

    /** A drive's boot sector: what it does when it was started, or no boot sector at all. */
    private record Sector(Drive drive, int then, boolean valid) { }

    /** A machine, and the drives that are started in it, with their numbers. */
    private record Scene(String name, String order, List<Sector> sectors, List<String> started) { }

    private static final List<Scene> SCENES = List.of(
            new Scene("floppy first", "acd", List.of(new Sector(Drive.FDA, END, true), new Sector(Drive.HDA, END, true)),
                    List.of("FDA dl=00")),
            new Scene("disk first", "cad", List.of(new Sector(Drive.FDA, END, true), new Sector(Drive.HDA, END, true)),
                    List.of("HDA dl=80")),
            new Scene("each gives up", "acd", List.of(new Sector(Drive.FDA, NEXT, true), new Sector(Drive.HDA, NEXT, true),
                    new Sector(Drive.CDROM, END, true)), List.of("FDA dl=00", "HDA dl=80", "CDROM dl=E0")),
            new Scene("each gives up, the other way round", "dca", List.of(new Sector(Drive.FDA, END, true),
                    new Sector(Drive.HDA, NEXT, true), new Sector(Drive.CDROM, NEXT, true)),
                    List.of("CDROM dl=E0", "HDA dl=80", "FDA dl=00")),
            new Scene("no medium in the floppy drive", "acd", List.of(new Sector(Drive.HDA, END, true)), List.of("HDA dl=80")),
            new Scene("no boot sector on the disk", "cad", List.of(new Sector(Drive.HDA, END, false),
                    new Sector(Drive.FDA, END, true)), List.of("FDA dl=00")),
            new Scene("started again", "cad", List.of(new Sector(Drive.HDA, RESTART, true)),
                    List.of("HDA dl=80", "HDA dl=80")));

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> order() {
        return SCENES.stream().flatMap(scene -> Arrays.stream(ProgramRunner.values()).map(runner -> DynamicTest.dynamicTest(
                scene.name + " " + runner, () -> assertEquals(scene.started, run(scene, runner)))));
    }

    private List<String> run(Scene scene, ProgramRunner runner) throws Exception {
        Path here = Files.createDirectory(folder.resolve(scene.name.replaceAll("\\W", "") + runner));
        Map<Drive, Path> drives = new EnumMap<>(Drive.class);
        for (Sector sector : scene.sectors) {
            drives.put(sector.drive, image(sector, Files.createDirectory(here.resolve(sector.drive.name()))));
        }
        String log = runner.run(new GuestHardware(drives, scene.order), here).text();
        return log.lines().filter(l -> l.startsWith("booted ")).map(l -> l.substring(7).strip()).collect(Collectors.toList());
    }

    private static Path image(Sector sector, Path here) throws Exception {
        Path boot = new GuestProgram(FOLDER, "boot_sector").assemble(here, "-DNAME='" + sector.drive + "'",
                "-DTHEN=" + sector.then, "-DAGAIN=" + (sector.then == RESTART ? 1 : 99),
                "-DSIGNATURE=" + (sector.valid ? 0xAA55 : 0));
        if (sector.drive != Drive.CDROM) {
            int size = sector.drive == Drive.HDA ? DISK : GuestProgram.FLOPPY;
            return Files.write(boot, Arrays.copyOf(Files.readAllBytes(boot), size));
        }
        Path files = Files.createDirectory(here.resolve("files"));
        Path cd = here.resolve("cd.iso");
        Files.write(files.resolve("boot.img"), Arrays.copyOf(Files.readAllBytes(boot), 2048));
        GuestProgram.run(List.of("xorriso", "-as", "mkisofs", "-quiet", "-o", cd.toString(), "-b", "boot.img", "-c",
                "boot.cat", "-no-emul-boot", "-boot-load-size", "4", files.toString()));
        return cd;
    }
}
