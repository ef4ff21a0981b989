package org.domainfirmware.firmware.tests;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.domainfirmware.firmware.core.FirmwareCore;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.FirmwareTemplate;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceDescription;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** Projects for tests, in a workspace that builds only when a test says so. */
final class Projects {
    private Projects() {
    }

    static void noAutomaticBuilds() throws CoreException {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IWorkspaceDescription description = workspace.getDescription();
        description.setAutoBuilding(false);
        workspace.setDescription(description);
    }

    /** All of our firmware, not built. */
    static IProject sample(String name) throws CoreException {
        FirmwareTemplate template = new FirmwareTemplate();
        return template.create(name, template.parts(), null, null);
    }

    /** An empty firmware project with a Makefile, trusted. */
    static IProject withMakefile(String name, String makefile) throws CoreException {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        project.create(null);
        project.open(null);
        write(project, "Makefile", makefile);
        FirmwareProject firmware = FirmwareProject.of(project);
        firmware.settings().setBuildCommand(List.of("make"));
        firmware.settings().setCleanCommand(List.of("make", "clean"));
        firmware.settings().setOutputFolder("out");
        firmware.settings().save();
        firmware.setTrusted(true);
        firmware.addNature(null);
        return project;
    }

    static void write(IProject project, String path, String text) throws CoreException {
        IFile file = project.getFile(path);
        InputStream content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (file.exists()) {
            file.setContents(content, true, false, null);
        } else {
            file.create(content, true, null);
        }
    }

    static void edit(IProject project, String path, String from, String to) throws Exception {
        String text = new String(project.getFile(path).getContents().readAllBytes(), StandardCharsets.UTF_8);
        if (!text.contains(from)) {
            throw new AssertionError(path + " does not contain " + from);
        }
        write(project, path, text.replace(from, to));
    }

    static void build(IProject project) throws CoreException {
        project.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, null);
    }

    /** The problems, as file:line:column: text. */
    static List<String> problems(IProject project) throws CoreException {
        List<String> all = new ArrayList<>();
        for (String type : List.of(FirmwareCore.PROBLEM, FirmwareCore.BUILD_PROBLEM)) {
            for (IMarker m : project.findMarkers(type, true, IResource.DEPTH_INFINITE)) {
                all.add(m.getResource().getProjectRelativePath() + ":" + m.getAttribute(IMarker.LINE_NUMBER, 0) + ":"
                        + m.getAttribute("column", 0) + ": " + m.getAttribute(IMarker.MESSAGE, ""));
            }
        }
        return all;
    }
}
