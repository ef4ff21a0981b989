package org.domainfirmware.firmware.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.domainfirmware.firmware.core.FirmwareCore;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.source.CDeclarations;
import org.domainfirmware.firmware.core.source.Declaration;
import org.domainfirmware.firmware.core.source.SourceIndex;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.domainfirmware.firmware.core.symbols.FunctionInfo;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What our sources declare, against what the compiler wrote into the debug information. In a path with spaces. */
class DeclarationsTest {
    private static IProject project;

    @BeforeAll
    static void build() throws Exception {
        Projects.noAutomaticBuilds();
        project = Projects.sample("a project with spaces");
        Projects.build(project);
    }

    @AfterAll
    static void delete() throws Exception {
        project.delete(true, true, null);
    }

    @Test
    void builds() throws Exception {
        assertEquals(List.of(), Projects.problems(project));
        assertTrue(project.getFile("build/firmware/rombios.rom").exists());
    }

    @Test
    void everyFunctionOfTheDebugInformationIsDeclaredAtItsLine() {
        SourceIndex index = FirmwareCore.get().sources();
        FirmwareProject firmware = FirmwareProject.of(project);
        List<String> missing = new ArrayList<>();
        long start = System.nanoTime();
        int names = index.names(project, "").size();
        System.out.println("index of " + names + " names: " + (System.nanoTime() - start) / 1_000_000 + " ms");
        int compared = 0;
        for (DebugInfo info : firmware.debugInfo().values()) {
            for (FunctionInfo f : info.functions()) {
                String compiled = f.declaration().file();
                if (!compiled.endsWith(".c")) {
                    continue;
                }
                IFile file = firmware.sourceFor(compiled).orElseThrow();
                compared++;
                if (index.find(project, f.name(), file).stream().noneMatch(d -> d.file().equals(file) && d.declaration().defines()
                        && d.declaration().kind() == Declaration.Kind.FUNCTION && d.declaration().line() == f.declaration().line())) {
                    missing.add(f.name() + " at " + compiled + ":" + f.declaration().line());
                }
            }
        }
        assertTrue(compared > 300, compared + " compared");
        assertEquals(List.of(), missing);
    }

    @Test
    void labelsOfAssemblyAreFoundFromC() {
        SourceIndex.Found found = FirmwareCore.get().sources().find(project, "int_common", null).get(0);
        assertEquals("rombios/entry.S", found.file().getProjectRelativePath().toString());
    }

    @Test
    void halfTypedFileStillHasItsDeclarations() throws Exception {
        String text = "#define LIMIT 5\nstruct disk { int heads; };\nenum { A, B = 3 };\nstatic const ROM int table[] = { 1, 2 };\n"
                + "extern int elsewhere;\nint prototype(int x);\nint first(void)\n{\n    if (\n}\nstatic void second(void)\n{\n}\n";
        List<Declaration> all = CDeclarations.of("half.c", text);
        List<String> names = all.stream().map(d -> d.name() + " " + d.kind() + (d.defines() ? "" : " only declared")).toList();
        assertTrue(names.containsAll(List.of("LIMIT MACRO", "disk TYPE", "A CONSTANT", "B CONSTANT", "table VARIABLE",
                "elsewhere VARIABLE only declared", "prototype FUNCTION only declared")), names::toString);
        assertTrue(names.stream().anyMatch(n -> n.startsWith("first")), names::toString);
    }
}
