package org.domainfirmware.firmware.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.FunctionInfo;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our own firmware as a project: it builds, and its symbols lead back to its sources. */
class SampleProjectTest {
    private static IProject project;
    private static FirmwareProject firmware;

    @BeforeAll
    static void build() throws Exception {
        Projects.noAutomaticBuilds();
        project = Projects.sample("sample");
        firmware = FirmwareProject.of(project);
        Projects.build(project);
    }

    @AfterAll
    static void delete() throws Exception {
        project.delete(true, true, null);
    }

    @Test
    void buildsItsImages() throws Exception {
        assertEquals(List.of(), Projects.problems(project));
        List<String> names = firmware.romImages().stream().map(IFile::getName).toList();
        assertTrue(names.containsAll(List.of("rombios.rom", "vgabios.rom")), names::toString);
        assertEquals(65536, project.getFile("build/firmware/rombios.rom").getLocation().toFile().length());
    }

    @Test
    void everyCompiledFileOfTheSymbolsIsFound() {
        Map<IFile, DebugInfo> all = firmware.debugInfo();
        assertTrue(all.size() >= 2, all::toString);
        for (DebugInfo info : all.values()) {
            for (FunctionInfo f : info.functions()) {
                String file = f.declaration().file();
                assertTrue(firmware.sourceFor(file).isPresent(), () -> f.name() + " in " + file);
            }
        }
        assertEquals("rombios/entry.S", firmware.sourceFor("rombios/entry.S").orElseThrow().getProjectRelativePath().toString());
        assertEquals("vgabios/entry.S", firmware.sourceFor("/elsewhere/vgabios/entry.S").orElseThrow().getProjectRelativePath().toString());
    }

    @Test
    void symbolsAreReadOnce() {
        IFile elf = project.getFile("build/firmware/rombios.elf");
        assertSame(firmware.debugInfo().get(elf), firmware.debugInfo().get(elf));
    }

    @Test
    void errorInOneRomAndUndefinedSymbolInAnotherAreBothMarked() throws Exception {
        Projects.edit(project, "rombios/banner.c", "SAY(", "SAID(");
        String vga = new String(project.getFile("vgabios/header.S").getContents().readAllBytes());
        Projects.write(project, "vgabios/header.S", vga + "\n\tcall nowhere_at_all\n");
        Projects.build(project);
        List<String> problems = Projects.problems(project);
        assertTrue(problems.stream().anyMatch(p -> p.startsWith("rombios/banner.c:7:5:")), problems::toString);
        long line = vga.lines().count() + 2;
        assertTrue(problems.contains("vgabios/header.S:" + line + ":0: undefined reference to `nowhere_at_all'"), problems::toString);
        Projects.write(project, "vgabios/header.S", vga);
        Projects.edit(project, "rombios/banner.c", "SAID(", "SAY(");
        Projects.build(project);
        assertEquals(List.of(), Projects.problems(project));
    }

    @Test
    void oneChangedFileMakesItsObjectAndWhatContainsIt() throws Exception {
        List<String> before = stamps("build/firmware");
        Projects.edit(project, "rombios/timer.c", "#include", "\n#include");
        long start = System.nanoTime();
        Projects.build(project);
        System.out.println("incremental build after one C file: " + (System.nanoTime() - start) / 1_000_000 + " ms");
        List<String> made = stamps("build/firmware").stream().filter(f -> !before.contains(f)).map(f -> f.substring(0, f.indexOf(' '))).toList();
        List<String> objects = made.stream().filter(f -> f.endsWith(".o") && !f.startsWith("obj/vmxloader/")).toList();
        assertEquals(List.of("obj/rombios/timer.o"), objects);
        assertTrue(made.contains("rombios.elf") && !made.contains("vgabios.rom"), made::toString);
    }

    @Test
    void buildWithoutAChangeStartsNoProcessAndMakesNothing() throws Exception {
        Projects.edit(project, "Makefile", "\nall:", "\n$(shell mkdir -p $(OUT); echo a run of make >> $(OUT)/runs.log)\nall:");
        Projects.build(project);
        List<String> before = stamps("build/firmware");
        assertTrue(before.stream().anyMatch(f -> f.startsWith("runs.log ")), before::toString);
        long start = System.nanoTime();
        Projects.build(project);
        project.build(IncrementalProjectBuilder.AUTO_BUILD, null);
        System.out.println("two builds without a change: " + (System.nanoTime() - start) / 1_000_000 + " ms");
        assertEquals(before, stamps("build/firmware"));
    }

    @Test
    void makeLeavesWhatIsUpToDate() throws Exception {
        Projects.build(project);
        List<String> before = stamps("build/firmware");
        Projects.write(project, "notes.txt", "nothing is made of this\n");
        Projects.build(project);
        for (String name : List.of("rombios.rom ", "vgabios.rom ", "rombios.elf ")) {
            assertEquals(before.stream().filter(f -> f.startsWith(name)).toList(), stamps("build/firmware").stream().filter(f -> f.startsWith(name)).toList());
        }
    }

    /** Every file of a folder with its time and size, sorted. */
    private static List<String> stamps(String folder) throws Exception {
        Path top = project.getFolder(folder).getLocation().toPath();
        try (Stream<Path> files = Files.walk(top)) {
            List<String> all = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.add(top.relativize(file) + " " + Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
            return all;
        }
    }
}
