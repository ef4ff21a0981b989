package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our VGABIOS sets the registers in each standard mode as other video BIOSes do, but for named differences. */
class VgaRegistersTest {
    private static final String FOLDER = "vga";
    private static final int LINES_AT_LEAST = 500;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/usr/share/seabios/vgabios-stdvga.bin", "/usr/share/vgabios/vgabios-stdvga.bin"})
    void sameAs(String other) throws Exception {
        Path floppy = new GuestProgram(FOLDER, "dump_modes").floppy(folder);
        List<String> ours = dump(floppy, Firmware.OURS.vgaRom());
        assertTrue(ours.size() >= LINES_AT_LEAST, ours.size() + " lines");
        Set<String> different = new TreeSet<>();
        List<String> theirs = dump(floppy, Path.of(other));
        ours.stream().filter(l -> !theirs.contains(l)).map(VgaRegistersTest::group).forEach(different::add);
        different.removeAll(named());
        assertEquals(Set.of(), different);
    }

    private List<String> dump(Path floppy, Path vgaRom) throws Exception {
        return ProgramRunner.inQemu(Firmware.SEABIOS.qemuOptions(vgaRom), GuestHardware.floppy(floppy), folder).lines()
                .filter(l -> l.startsWith("M")).toList();
    }

    /** "M13 crtc" of a line that begins so. */
    private static String group(String line) {
        String[] words = line.split(" ", 3);
        return words[0] + " " + words[1];
    }

    private static Set<String> named() throws IOException {
        return Files.readAllLines(GuestProgram.sources(FOLDER).resolve("known-differences.txt")).stream()
                .map(l -> l.replaceAll("#.*", "").strip()).filter(l -> !l.isEmpty()).collect(Collectors.toSet());
    }
}
