package org.domainfirmware.firmware.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.domainfirmware.firmware.core.FirmwareCore;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The builder over make, on projects of a few lines. */
class BuilderTest {
    private static final String TWO_FILES = """
            out/all.o: out/a.o out/b.o
            \tld -m elf_i386 -r -o $@ $^
            out/%.o: %.c
            \t@mkdir -p out
            \tgcc -m16 -Wall -MMD -c -o $@ $<
            clean:
            \trm -rf out
            -include out/a.d out/b.d
            """;
    private IProject project;

    @BeforeEach
    void manual() throws Exception {
        Projects.noAutomaticBuilds();
    }

    @AfterEach
    void delete() throws Exception {
        project.delete(true, true, null);
    }

    private void twoFiles() throws Exception {
        project = Projects.withMakefile("two", TWO_FILES);
        Projects.write(project, "a.h", "#define VALUE 1\n");
        Projects.write(project, "a.c", "#include \"a.h\"\nint a(void) { return VALUE; }\n");
        Projects.write(project, "b.c", "int b(void)\n{\n    int unused;\n    return 2;\n}\n");
    }

    @Test
    void errorsAreMarkedAtFileLineAndColumnAndGoWhenMended() throws Exception {
        twoFiles();
        Projects.edit(project, "a.c", "VALUE", "VALUES");
        Projects.build(project);
        IMarker error = Arrays.stream(project.getFile("a.c").findMarkers(FirmwareCore.PROBLEM, false, IResource.DEPTH_ZERO))
                .filter(m -> m.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR).findFirst().orElseThrow();
        assertEquals(2, error.getAttribute(IMarker.LINE_NUMBER, 0));
        assertEquals(22, error.getAttribute("column", 0));
        assertEquals("#include \"a.h\"\nint a(void) { return ".length(), error.getAttribute(IMarker.CHAR_START, 0));
        assertEquals("#include \"a.h\"\nint a(void) { return VALUES".length(), error.getAttribute(IMarker.CHAR_END, 0));
        Projects.edit(project, "a.c", "VALUES", "VALUE");
        Projects.build(project);
        assertTrue(Projects.problems(project).stream().noneMatch(p -> p.startsWith("a.c")), () -> problems().toString());
        assertTrue(project.getFile("out/all.o").exists());
    }

    @Test
    void warningOfAFileThatIsNotCompiledAgainStays() throws Exception {
        twoFiles();
        Projects.build(project);
        String warning = "b.c:3:9: unused variable 'unused' [-Wunused-variable]";
        assertEquals(List.of(warning), Projects.problems(project));
        Projects.edit(project, "a.c", "VALUE", "VALUE + 1");
        Projects.build(project);
        assertEquals(List.of(warning), Projects.problems(project));
        Projects.edit(project, "b.c", "    int unused;\n", "");
        Projects.build(project);
        assertEquals(List.of(), Projects.problems(project));
    }

    @Test
    void changedHeaderCompilesWhatIncludesIt() throws Exception {
        twoFiles();
        Projects.build(project);
        long a = project.getFile("out/a.o").getLocation().toFile().lastModified();
        long b = project.getFile("out/b.o").getLocation().toFile().lastModified();
        Projects.edit(project, "a.h", "1", "2");
        Projects.build(project);
        assertTrue(project.getFile("out/a.o").getLocation().toFile().lastModified() > a);
        assertEquals(b, project.getFile("out/b.o").getLocation().toFile().lastModified());
    }

    @Test
    void changeInTheOutputFolderBuildsNothing() throws Exception {
        twoFiles();
        Projects.build(project);
        IFile linked = project.getFile("out/all.o");
        assertTrue(linked.getParent().isDerived());
        Projects.build(project);
        assertTrue(linked.getLocation().toFile().delete());
        linked.refreshLocal(IResource.DEPTH_ZERO, null);
        Projects.build(project);
        assertFalse(linked.getLocation().toFile().exists(), "make ran, though no source changed");
        project.build(IncrementalProjectBuilder.CLEAN_BUILD, null);
        assertFalse(project.getFile("out/a.o").exists());
    }

    @Test
    void cancelEndsTheCommandAndWhatItStarted() throws Exception {
        project = Projects.withMakefile("slow", "all:\n\tsleep 60; echo never > done\nclean:\n");
        NullProgressMonitor monitor = new NullProgressMonitor();
        Thread canceller = new Thread(() -> {
            while (ProcessHandle.current().descendants().noneMatch(p -> p.info().command().orElse("").endsWith("/sleep"))) {
                Thread.onSpinWait();
            }
            monitor.setCanceled(true);
        });
        canceller.start();
        long start = System.nanoTime();
        assertThrows(OperationCanceledException.class, () -> project.build(IncrementalProjectBuilder.FULL_BUILD, monitor));
        canceller.join();
        assertTrue(System.nanoTime() - start < 10_000_000_000L);
        assertEquals(0, ProcessHandle.current().descendants().filter(p -> p.info().command().orElse("").endsWith("/sleep")).count());
        assertFalse(project.getFile("done").getLocation().toFile().exists());
    }

    @Test
    void untrustedProjectIsNotBuilt() throws Exception {
        project = Projects.withMakefile("strange", "all:\n\techo ran > evidence\nclean:\n\techo ran > evidence\n");
        FirmwareProject.of(project).setTrusted(false);
        Projects.build(project);
        project.build(IncrementalProjectBuilder.CLEAN_BUILD, null);
        assertFalse(project.getFile("evidence").getLocation().toFile().exists());
        assertTrue(Projects.problems(project).toString().contains("until you trust it"), () -> problems().toString());
        FirmwareProject.of(project).setTrusted(true);
        Projects.build(project);
        project.refreshLocal(IResource.DEPTH_ONE, null);
        assertTrue(project.getFile("evidence").exists());
        assertEquals(List.of(), Projects.problems(project));
    }

    @Test
    void missingProgramIsAProblemThatNamesItsPackage() throws Exception {
        project = Projects.withMakefile("missing", "all:\n\t/nonexistent/bin/bcc -c x.c\nclean:\n");
        Projects.build(project);
        assertTrue(Projects.problems(project).toString().contains("package bcc of Debian"), () -> problems().toString());
        FirmwareProject.of(project).settings().setBuildCommand(List.of("/nonexistent/bin/make"));
        Projects.build(project);
        Projects.edit(project, "Makefile", "all", "all");
        Projects.build(project);
        assertTrue(Projects.problems(project).toString().contains("package make of Debian"), () -> problems().toString());
    }

    private List<String> problems() {
        try {
            return Projects.problems(project);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
