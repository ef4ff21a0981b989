package org.domainfirmware.boot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The programs of tests/programs/vga find every function of the VGABIOS as IBM's and VESA's references describe it. */
class VgaProgramsTest {
    private static final String FOLDER = "vga";
    private static final List<String> PROGRAMS = List.of("text", "pages", "standard_modes", "graphics", "palette", "fonts", "state",
            "vbe", "vbe_modes");

    /**
     * Our emulator hands the VGA ROM to SeaBIOS as a file, not behind the adapter's expansion ROM register. SeaVGABIOS then
     * knows no PCI function, so neither the frame buffer's address nor the adapter's EDID.
     */
    private static final Set<String> WITHOUT_PCI = Set.of("linear frame buffer", "4F15: capabilities",
            "modes that are not what they tell");

    @TempDir
    private Path folder;

    /** Checks that only our VGABIOS passes are assembled for ours alone; the sources say why. */
    @TestFactory
    Stream<DynamicTest> functions() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : PROGRAMS) {
            for (ProgramRunner runner : ProgramRunner.values()) {
                tests.add(DynamicTest.dynamicTest(name + " " + runner, () -> run(name, runner)
                        .judge(runner == ProgramRunner.SEABIOS_IN_EMULATOR ? WITHOUT_PCI : Set.of())));
            }
        }
        return tests.stream();
    }

    private ProgramLog run(String name, ProgramRunner runner) throws Exception {
        Path here = Files.createDirectory(folder.resolve(name + runner));
        String[] options = runner.ours() ? new String[] {"-DOWN"} : new String[0];
        return runner.run(GuestHardware.floppy(new GuestProgram(FOLDER, name).floppy(here, options)), here);
    }
}
