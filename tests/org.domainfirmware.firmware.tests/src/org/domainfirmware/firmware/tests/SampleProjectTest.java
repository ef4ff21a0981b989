package org.domainfirmware.firmware.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.FunctionInfo;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our own firmware as a project: it builds, and its symbols lead back to its sources. */
class SampleProjectTest {
    private static final long SECOND = 1_000_000_000L;
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
    void oneChangedFileBuildsInTwoSeconds() throws Exception {
        Projects.edit(project, "rombios/timer.c", "#include", "#include");
        long start = System.nanoTime();
        Projects.build(project);
        long time = System.nanoTime() - start;
        System.out.println("incremental build after one C file: " + time / 1_000_000 + " ms");
        assertTrue(time < 2 * SECOND, time / 1_000_000 + " ms");
    }
}
