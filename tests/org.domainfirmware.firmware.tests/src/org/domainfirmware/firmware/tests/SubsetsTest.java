package org.domainfirmware.firmware.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.FirmwareTemplate;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever parts a person ticks in the wizard, the project builds: each builds alone, so none misses another one. */
class SubsetsTest {
    @BeforeAll
    static void manual() throws Exception {
        Projects.noAutomaticBuilds();
    }

    @TestFactory
    Stream<DynamicTest> eachPartBuildsAlone() {
        List<String> parts = new FirmwareTemplate().parts();
        assertTrue(parts.containsAll(List.of("optionrom", "rombios", "vgabios", "vmxassist", "vmxloader")), parts::toString);
        return parts.stream().map(part -> DynamicTest.dynamicTest(part, () -> builds(part)));
    }

    private static void builds(String part) throws Exception {
        IProject project = new FirmwareTemplate().create("subset", List.of(part), null, null);
        try {
            List<String> others = new ArrayList<>(new FirmwareTemplate().parts());
            others.remove(part);
            assertTrue(others.stream().noneMatch(o -> project.getFolder(o).exists()), "only " + part + " was wanted");
            Projects.build(project);
            assertEquals(List.of(), Projects.problems(project));
            assertTrue(project.getFile("build/firmware/" + part + ".elf").exists());
            List<String> images = FirmwareProject.of(project).romImages().stream().map(IResource::getName).toList();
            assertEquals(project.getFile("build/firmware/" + part + ".rom").exists() ? List.of(part + ".rom") : List.of(), images);
        } finally {
            project.delete(true, true, null);
        }
    }
}
