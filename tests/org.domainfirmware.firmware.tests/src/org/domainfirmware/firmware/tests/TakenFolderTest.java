package org.domainfirmware.firmware.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.domainfirmware.firmware.core.FirmwareTemplate;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new project does not replace files that are there already, such as those of a project that was only taken out of the workspace. */
class TakenFolderTest {
    private static final String MINE = "int mine;\n";

    @TempDir
    Path folder;

    private static void refused(String name, URI location, Path file) throws Exception {
        CoreException e = assertThrows(CoreException.class, () -> new FirmwareTemplate().create(name, List.of("optionrom"), location, null));
        assertTrue(e.getMessage().contains("has files already"), e.getMessage());
        assertEquals(MINE, Files.readString(file));
        assertFalse(ResourcesPlugin.getWorkspace().getRoot().getProject(name).exists());
    }

    @Test
    void inTheWorkspace() throws Exception {
        IProject project = new FirmwareTemplate().create("mine", List.of("optionrom"), null, null);
        Path file = project.getLocation().append("optionrom").append("Makefile").toFile().toPath();
        Files.writeString(file, MINE);
        project.delete(false, true, null);
        try {
            refused("mine", null, file);
        } finally {
            project.create(null);
            project.delete(true, true, null);
        }
    }

    @Test
    void elsewhere() throws Exception {
        refused("elsewhere", folder.toUri(), Files.writeString(folder.resolve("mine.c"), MINE));
    }

    @Test
    void whereNothingIsOrAnEmptyFolder() {
        assertEquals(Optional.empty(), FirmwareTemplate.obstacle("elsewhere", folder.toUri()));
        assertEquals(Optional.empty(), FirmwareTemplate.obstacle("elsewhere", folder.resolve("new").toUri()));
        assertEquals(Optional.empty(), FirmwareTemplate.obstacle("nowhere", null));
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.c"), MINE);
        assertTrue(FirmwareTemplate.obstacle("elsewhere", file.toUri()).orElseThrow().contains("mine.c cannot be used"));
    }
}
