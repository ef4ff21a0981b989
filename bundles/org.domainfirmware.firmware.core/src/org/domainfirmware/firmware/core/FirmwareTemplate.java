package org.domainfirmware.firmware.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.osgi.framework.Bundle;

/**
 * The firmware that this bundle carries, as the start of a project. It consists of parts, folders with a Makefile of their own that
 * each make one image, and of what they share.
 */
public final class FirmwareTemplate {
    private static final String FOLDER = "sample/";
    private static final String MAKEFILE = "Makefile";

    private final Bundle bundle;

    public FirmwareTemplate() {
        this(Platform.getBundle(FirmwareCore.ID));
    }

    FirmwareTemplate(Bundle bundle) {
        this.bundle = bundle;
    }

    /** Names of the parts, in alphabetical order; empty when the bundle was built without the firmware. */
    public List<String> parts() {
        TreeSet<String> parts = new TreeSet<>();
        for (String path : entries(FOLDER)) {
            if (path.endsWith("/") && bundle.getEntry(path + MAKEFILE) != null) {
                parts.add(path.substring(FOLDER.length(), path.length() - 1));
            }
        }
        return List.copyOf(parts);
    }

    /**
     * Why no project can be made somewhere: its files would mix with those of the folder. For the user, in a sentence.
     *
     * @param location of the project; null for the workspace
     */
    public static Optional<String> obstacle(String name, URI location) {
        Path folder = folder(name, location);
        if (folder == null || !Files.exists(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().map(f -> "The folder " + folder.getFileName() + " has files already: choose another, or use File > Import for it");
        } catch (IOException e) {
            return Optional.of(folder.getFileName() + " cannot be used as a folder: choose another");
        }
    }

    /** Where a project's files go; null when that is no folder of this machine's file system. */
    private static Path folder(String name, URI location) {
        if (location == null) {
            return ResourcesPlugin.getWorkspace().getRoot().getLocation().append(name).toFile().toPath();
        }
        return "file".equals(location.getScheme()) ? Path.of(location) : null;
    }

    /**
     * Makes a project with some of the parts. It is trusted, because its build is ours.
     *
     * @param parts    names of {@link #parts()}
     * @param location where its files go; null for the workspace
     * @throws CoreException when a project of the name exists, there is an {@link #obstacle}, a file cannot be read from the bundle
     *                       or written; then there is no project
     */
    public IProject create(String name, Collection<String> parts, URI location, IProgressMonitor monitor) throws CoreException {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IProject project = workspace.getRoot().getProject(name);
        Optional<String> obstacle = obstacle(name, location);
        if (obstacle.isPresent()) {
            throw new CoreException(Status.error(obstacle.get()));
        }
        workspace.run(m -> {
            SubMonitor progress = SubMonitor.convert(m, "Creating " + name, 100);
            IProjectDescription description = workspace.newProjectDescription(name);
            description.setLocationURI(location);
            project.create(description, progress.split(5));
            try {
                project.open(progress.split(5));
                copy(parts, project, progress.split(80));
                FirmwareProject firmware = FirmwareProject.of(project);
                firmware.setTrusted(true);
                firmware.addNature(progress.split(10));
            } catch (CoreException | OperationCanceledException e) {
                // A folder was empty: all that is in it is ours. What was elsewhere nobody has looked at.
                project.delete(folder(name, location) != null, true, null);
                throw e;
            }
        }, monitor);
        return project;
    }

    private void copy(Collection<String> parts, IProject project, IProgressMonitor monitor) throws CoreException {
        List<String> all = parts();
        if (all.isEmpty()) {
            throw new CoreException(Status.error("This installation carries no firmware sources: build it with ./dfw or Maven"));
        }
        for (String path : entries(FOLDER)) {
            String part = path.substring(FOLDER.length()).replace("/", "");
            if (!all.contains(part) || parts.contains(part)) {
                copy(path, path.substring(FOLDER.length()), project, monitor);
            }
        }
    }

    private void copy(String path, String name, IContainer target, IProgressMonitor monitor) throws CoreException {
        if (!path.endsWith("/")) {
            copyFile(path, target.getFile(IPath.fromPortableString(name)), monitor);
            return;
        }
        IFolder folder = target.getFolder(IPath.fromPortableString(name));
        if (!folder.exists()) {
            folder.create(true, true, monitor);
        }
        for (String child : entries(path)) {
            copy(child, child.substring(path.length()), folder, monitor);
        }
    }

    private void copyFile(String path, IFile file, IProgressMonitor monitor) throws CoreException {
        URL source = bundle.getEntry(path);
        try (InputStream content = source.openStream()) {
            file.create(content, true, monitor);
        } catch (IOException e) {
            throw new CoreException(Status.error("The firmware file " + path + " cannot be read", e));
        }
    }

    private List<String> entries(String folder) {
        var paths = bundle.getEntryPaths(folder);
        return paths == null ? List.of() : Collections.list(paths);
    }
}
