package org.domainfirmware.firmware.core.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.domainfirmware.firmware.core.FirmwareCore;
import org.domainfirmware.firmware.core.diagnostics.Diagnostic;
import org.domainfirmware.firmware.core.diagnostics.Severity;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;

/** Turns what the tools said into problem markers at file, line and column. */
final class ProblemMarkers {
    private final IProject project;
    private final SourceFinder finder;
    private final Map<IFile, TextLines> texts = new HashMap<>();

    ProblemMarkers(IProject project, SourceFinder finder) {
        this.project = project;
        this.finder = finder;
    }

    static void removeAll(IProject project) throws CoreException {
        project.deleteMarkers(FirmwareCore.PROBLEM, true, IResource.DEPTH_INFINITE);
        project.deleteMarkers(FirmwareCore.BUILD_PROBLEM, true, IResource.DEPTH_INFINITE);
    }

    /**
     * After an incremental build: make repeats an error until it is mended, but a warning only when it compiles the file again. So
     * warnings of files that were not compiled stay.
     */
    void removeOutdated(Collection<String> compiled, Collection<Diagnostic> diagnostics) throws CoreException {
        Set<IResource> renewed = new HashSet<>();
        compiled.forEach(path -> finder.source(path).ifPresent(renewed::add));
        diagnostics.forEach(d -> renewed.add(resource(d)));
        project.deleteMarkers(FirmwareCore.BUILD_PROBLEM, true, IResource.DEPTH_INFINITE);
        for (IMarker marker : project.findMarkers(FirmwareCore.PROBLEM, true, IResource.DEPTH_INFINITE)) {
            boolean error = marker.getAttribute(IMarker.SEVERITY, IMarker.SEVERITY_ERROR) == IMarker.SEVERITY_ERROR;
            if (error || marker.getResource().equals(project) || renewed.contains(marker.getResource())) {
                marker.delete();
            }
        }
    }

    void add(Diagnostic d) throws CoreException {
        IResource resource = resource(d);
        Map<String, Object> attributes = new HashMap<>();
        boolean placed = resource instanceof IFile || d.file().isEmpty();
        attributes.put(IMarker.MESSAGE, placed ? d.message() : d.file() + (d.line() > 0 ? ":" + d.line() : "") + ": " + d.message());
        attributes.put(IMarker.SEVERITY, d.severity() == Severity.WARNING ? IMarker.SEVERITY_WARNING : IMarker.SEVERITY_ERROR);
        if (resource instanceof IFile file && d.line() > 0) {
            place(file, d, attributes);
        }
        resource.createMarker(FirmwareCore.PROBLEM, attributes);
    }

    /** A problem of the project itself, not of a file. */
    static void addToProject(IProject project, String message, Map<String, ?> more) throws CoreException {
        Map<String, Object> attributes = new HashMap<>(more);
        attributes.put(IMarker.MESSAGE, message);
        attributes.put(IMarker.SEVERITY, IMarker.SEVERITY_ERROR);
        project.createMarker(FirmwareCore.BUILD_PROBLEM, attributes);
    }

    private IResource resource(Diagnostic d) {
        if (d.file().isEmpty()) {
            return project;
        }
        return (d.object() ? finder.sourceOfObject(d.file()) : finder.source(d.file())).map(IResource.class::cast).orElse(project);
    }

    private void place(IFile file, Diagnostic d, Map<String, Object> attributes) {
        attributes.put(IMarker.LINE_NUMBER, d.line());
        TextLines.Span span = texts.computeIfAbsent(file, TextLines::of).at(d.line(), d.column());
        String location = "line " + d.line();
        if (d.column() > 0) {
            attributes.put("column", d.column());
            location += ", column " + d.column();
        }
        attributes.put(IMarker.LOCATION, location);
        if (span != null) {
            attributes.put(IMarker.CHAR_START, span.start());
            attributes.put(IMarker.CHAR_END, span.end());
        }
    }
}
