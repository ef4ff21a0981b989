package org.domainfirmware.boot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** INT 13h reads, verifies, writes and formats floppies of every standard format. */
class FloppyFormatsTest {
    /**
     * A format, and what the drive can do in which it is: in our emulator the drive the format was made for, in QEMU the
     * smallest that it has for it.
     *
     * @param drive sectors a track and tracks
     * @param state the media state at 40:90, from IBM's PS/2 and PC BIOS Interface Technical Reference
     */
    private record Format(String name, int tracks, int heads, int sectors, int[] drive, int state, String qemuType, int[] qemuDrive) { }

    private static final int[] K360 = {9, 40};
    private static final int[] K720 = {9, 80};
    private static final int[] M1_2 = {15, 80};
    private static final int[] M1_44 = {18, 80};
    private static final int[] M2_88 = {36, 80};
    private static final List<Format> FORMATS = List.of(
            new Format("160K", 40, 1, 8, K360, 0x93, "120", M1_2),
            new Format("180K", 40, 1, 9, K360, 0x93, "120", M1_2),
            new Format("320K", 40, 2, 8, K360, 0x93, "120", M1_2),
            new Format("360K", 40, 2, 9, K360, 0x93, "120", M1_2),
            new Format("720K", 80, 2, 9, K720, 0x97, "144", M1_44),
            new Format("1200K", 80, 2, 15, M1_2, 0x15, "120", M1_2),
            new Format("1440K", 80, 2, 18, M1_44, 0x17, "144", M1_44),
            new Format("2880K", 80, 2, 36, M2_88, 0xD7, "288", M2_88));

    /** QEMU's controller writes zeros, whatever the format command says. */
    private static final Set<String> QEMU = Set.of("02 after 05: the format's fill byte");
    /**
     * SeaBIOS judges by the drive's geometry, not by what the controller finds on the medium, its verify does not read, and a medium's
     * state does not tell the drive's kind.
     */
    private static final Set<String> SEABIOS = Set.of("40:90 media state", "02 past the last sector: AH", "04 past the last sector: carry");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> formats() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Format f : FORMATS) {
            for (ProgramRunner runner : ProgramRunner.values()) {
                tests.add(DynamicTest.dynamicTest(f.name + " " + runner, () -> run(f, runner).judge(differences(runner))));
            }
        }
        return tests.stream();
    }

    private static Set<String> differences(ProgramRunner runner) {
        Set<String> known = new HashSet<>(runner.inQemu() ? QEMU : Set.of());
        known.addAll(runner.ours() ? Set.of() : SEABIOS);
        return known;
    }

    private ProgramLog run(Format f, ProgramRunner runner) throws Exception {
        Path here = Files.createDirectory(folder.resolve(f.name + runner));
        int[] drive = runner.inQemu() ? f.qemuDrive : f.drive;
        Path image = new GuestProgram("bios/formats", "floppy_format").assemble(here, "-DTRACKS=" + f.tracks,
                "-DHEADS=" + f.heads, "-DPER_TRACK=" + f.sectors, "-DDRIVE_SECTORS=" + drive[0], "-DDRIVE_TRACKS=" + drive[1],
                // QEMU's 1.2 MB drive has 40 tracks for such a medium and takes it at any rate.
                runner.inQemu() && f.tracks < drive[1] ? "-DANY_STATE" : "-DSTATE=" + f.state);
        return runner.run(GuestHardware.floppy(image).withFloppyDrive(f.qemuType), here);
    }
}
