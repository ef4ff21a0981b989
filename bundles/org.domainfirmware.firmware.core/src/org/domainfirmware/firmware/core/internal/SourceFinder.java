package org.domainfirmware.firmware.core.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Path;

/** Finds the files of a project that tools name by paths of their own. Knows the project as it was when first asked. */
public final class SourceFinder {
    private static final List<String> SOURCES = List.of("c", "S", "s", "asm", "as", "nasm", "a86", "cc", "cpp");

    private final IProject project;
    private final IPath output;
    private Map<String, List<IFile>> byName;

    /** @param outputFolder relative to the project; files in it count only when named exactly */
    public SourceFinder(IProject project, String outputFolder) {
        this.project = project;
        this.output = outputFolder.isEmpty() ? null : Path.fromPortableString(outputFolder);
    }

    /** The file with the longest common end with a path. */
    public Optional<IFile> source(String path) {
        IPath wanted = new Path(path.replace('\\', '/'));
        if (wanted.segmentCount() == 0) {
            return Optional.empty();
        }
        Optional<IFile> exact = exact(wanted);
        if (exact.isPresent()) {
            return exact;
        }
        return index().getOrDefault(wanted.lastSegment(), List.of()).stream()
                .max(Comparator.comparingInt((IFile f) -> commonEnd(f.getFullPath(), wanted))
                        .thenComparing(f -> -f.getFullPath().segmentCount()));
    }

    /** The source an object file or archive member was made of: dir/name.o, dir/name.s.o, libx.a(name.o). */
    public Optional<IFile> sourceOfObject(String object) {
        String path = object.endsWith(")") ? object.substring(object.lastIndexOf('(') + 1, object.length() - 1) : object;
        IPath stem = new Path(path.endsWith(".o") ? path.substring(0, path.length() - 2) : path);
        if (stem.segmentCount() > 0 && SOURCES.contains(stem.getFileExtension())) {
            IPath bare = stem.removeFileExtension();
            return SOURCES.stream().filter(e -> e.equalsIgnoreCase(stem.getFileExtension()))
                    .flatMap(e -> source(bare.addFileExtension(e).toString()).stream()).findFirst();
        }
        return SOURCES.stream().flatMap(e -> source(stem.addFileExtension(e).toString()).stream())
                .max(Comparator.comparingInt(f -> commonEnd(f.getFullPath().removeFileExtension(), stem)));
    }

    private Optional<IFile> exact(IPath path) {
        IPath location = project.getLocation();
        IFile file = null;
        if (!path.isAbsolute()) {
            file = path.segment(0).equals("..") ? null : project.getFile(path);
        } else if (location != null && location.isPrefixOf(path) && path.segmentCount() > location.segmentCount()) {
            file = project.getFile(path.makeRelativeTo(location));
        }
        return Optional.ofNullable(file).filter(IFile::exists);
    }

    private static int commonEnd(IPath a, IPath b) {
        int n = 0;
        while (n < a.segmentCount() && n < b.segmentCount()
                && a.segment(a.segmentCount() - 1 - n).equals(b.segment(b.segmentCount() - 1 - n))) {
            n++;
        }
        return n;
    }

    private Map<String, List<IFile>> index() {
        if (byName == null) {
            byName = new HashMap<>();
            try {
                project.accept(this::visit, IResource.NONE);
            } catch (CoreException e) {
                ILog.get().warn("The files of " + project.getName() + " cannot be listed", e);
            }
        }
        return byName;
    }

    private boolean visit(IResourceProxy proxy) {
        if (proxy.getType() == IResource.FILE) {
            byName.computeIfAbsent(proxy.getName(), n -> new ArrayList<>()).add((IFile) proxy.requestResource());
        }
        return proxy.getType() != IResource.FOLDER || output == null || !proxy.requestFullPath().removeFirstSegments(1).equals(output);
    }
}
