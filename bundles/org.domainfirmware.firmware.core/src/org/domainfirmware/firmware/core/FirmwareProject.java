package org.domainfirmware.firmware.core;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.domainfirmware.firmware.core.internal.CdtNature;
import org.domainfirmware.firmware.core.internal.FilePatterns;
import org.domainfirmware.firmware.core.internal.SourceFinder;
import org.domainfirmware.firmware.core.rom.RomSymbols;
import org.domainfirmware.firmware.core.symbols.DebugInfo;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.QualifiedName;

/** A project of firmware sources: what its build makes, and the symbols of it. A view of the project, made as needed. */
public final class FirmwareProject {
    private static final QualifiedName TRUSTED = new QualifiedName(FirmwareCore.ID, "trusted");

    private final IProject project;

    private FirmwareProject(IProject project) {
        this.project = project;
    }

    /** The firmware project behind a project, whether or not it has the nature yet. */
    public static FirmwareProject of(IProject project) {
        return new FirmwareProject(project);
    }

    /** True for an open project with the firmware nature. */
    public static boolean isFirmware(IProject project) {
        try {
            return project.isAccessible() && project.hasNature(FirmwareCore.NATURE);
        } catch (CoreException e) {
            // It was closed or deleted in between.
            return false;
        }
    }

    public IProject project() {
        return project;
    }

    public ProjectSettings settings() {
        return ProjectSettings.of(project);
    }

    /** The ROM images there are now, after a build. */
    public List<IFile> romImages() {
        return FilePatterns.files(project, settings().romImages());
    }

    /** The linked files with symbols there are now. */
    public List<IFile> elfFiles() {
        return FilePatterns.files(project, settings().elfFiles());
    }

    /**
     * Debug information of each readable linked file of {@link #elfFiles}, and of each image that has symbols of another kind; read anew
     * only when a file changed. By the linked file, or by the image.
     */
    public Map<IFile, DebugInfo> debugInfo() {
        Map<Path, IFile> named = new LinkedHashMap<>();
        elfFiles().stream().filter(f -> f.getLocation() != null).forEach(f -> named.put(f.getLocation().toPath(), f));
        Map<IFile, DebugInfo> all = new LinkedHashMap<>();
        for (IFile image : romImages()) {
            symbols(image).ifPresent(s -> {
                IFile file = named.remove(s.file());
                all.put(file == null ? image : file, s.info());
            });
        }
        named.values().forEach(file -> debugInfo(file).ifPresent(info -> all.put(file, info)));
        return all;
    }

    /**
     * The symbols of an image: of the linked file, listing, map or list of symbols that has its name, else of the only such file among
     * {@link #elfFiles} when this is the only image. Empty when there is none, or it is damaged.
     */
    public Optional<RomSymbols> symbols(IFile image) {
        if (image.getLocation() == null) {
            return Optional.empty();
        }
        Path rom = image.getLocation().toPath();
        return symbolFile(image, rom).flatMap(file -> FirmwareCore.get().debugInfo().of(rom, file));
    }

    /** The file {@link #symbols} reads: of any kind. */
    public Optional<Path> symbolFile(IFile image) {
        return image.getLocation() == null ? Optional.empty() : symbolFile(image, image.getLocation().toPath());
    }

    private Optional<Path> symbolFile(IFile image, Path rom) {
        List<IFile> named = elfFiles().stream().filter(f -> f.getLocation() != null).toList();
        IPath stem = image.getFullPath().removeFileExtension();
        Optional<IFile> own = named.stream().filter(f -> f.getFullPath().removeFileExtension().equals(stem)).findFirst();
        if (own.isEmpty() && named.size() == 1 && romImages().equals(List.of(image))) {
            own = Optional.of(named.get(0));
        }
        return own.isPresent() ? own.map(f -> f.getLocation().toPath()) : RomSymbols.fileBeside(rom);
    }

    /** Debug information of one linked file; empty when it is missing or damaged. */
    public static Optional<DebugInfo> debugInfo(IFile elf) {
        return elf.getLocation() == null ? Optional.empty() : FirmwareCore.get().debugInfo().of(elf.getLocation().toPath());
    }

    /**
     * The source file of the project that a compiler named.
     *
     * @param compiledPath absolute, or relative to a folder of the build; what is found has the longest common end with it
     */
    public Optional<IFile> sourceFor(String compiledPath) {
        return new SourceFinder(project, settings().outputFolder()).source(compiledPath);
    }

    /** True when a person allowed this workspace to run the project's own build. */
    public boolean trusted() {
        try {
            return Boolean.parseBoolean(project.getPersistentProperty(TRUSTED));
        } catch (CoreException e) {
            return false;
        }
    }

    /**
     * Remembers whether the project's own build may run. It is kept in the workspace, not in the project, which could claim anything.
     *
     * @throws CoreException when the project is closed
     */
    public void setTrusted(boolean trusted) throws CoreException {
        project.setPersistentProperty(TRUSTED, Boolean.toString(trusted));
    }

    /**
     * Gives a project the firmware nature and the C nature of CDT, if it has them not yet.
     *
     * @throws CoreException when the project is closed or cannot be written
     */
    public void addNature(IProgressMonitor monitor) throws CoreException {
        IProjectDescription description = project.getDescription();
        if (!description.hasNature(FirmwareCore.NATURE)) {
            String[] old = description.getNatureIds();
            String[] natures = new String[old.length + 1];
            natures[0] = FirmwareCore.NATURE;
            System.arraycopy(old, 0, natures, 1, old.length);
            description.setNatureIds(natures);
            project.setDescription(description, monitor);
        }
        CdtNature.add(project, monitor);
    }
}
