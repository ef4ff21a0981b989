package org.domainfirmware.firmware.core.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.domainfirmware.firmware.core.BuildListener;
import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.diagnostics.BuildOutput;
import org.domainfirmware.firmware.core.diagnostics.Diagnostic;
import org.domainfirmware.firmware.core.diagnostics.MissingProgram;
import org.domainfirmware.firmware.core.process.ToolProcess;
import org.domainfirmware.firmware.core.rom.RomPacking;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/** One run of a project's build command: output to the listeners, markers, refreshed output folder. */
public final class BuildRun {
    /** Attribute, true, of the marker that says that a project is not trusted. */
    public static final String UNTRUSTED = "untrusted";

    /** How a run ended. */
    public enum Outcome {
        GOOD, FAILED, CANCELLED, NOT_ALLOWED
    }

    private final FirmwareProject firmware;
    private final IProject project;
    private final BuildListener listener;

    public BuildRun(FirmwareProject firmware, BuildListener listener) {
        this.firmware = firmware;
        this.project = firmware.project();
        this.listener = listener;
    }

    /**
     * Runs a command in the project's folder.
     *
     * @param keepWarnings markers of files that are not compiled stay
     * @throws CoreException when markers cannot be written
     */
    public Outcome run(List<String> command, boolean keepWarnings, IProgressMonitor monitor) throws CoreException, IOException {
        if (!firmware.trusted()) {
            ProblemMarkers.removeAll(project);
            ProblemMarkers.addToProject(project, "The build of this project runs the project's own commands (" + command.get(0)
                    + "). Nothing is run until you trust it: use the quick fix, or Trust Build in the project's context menu.",
                    Map.of(UNTRUSTED, true));
            return Outcome.NOT_ALLOWED;
        }
        IPath location = project.getLocation();
        if (location == null) {
            ProblemMarkers.removeAll(project);
            ProblemMarkers.addToProject(project, "The project is not in the local file system: no tool can be run on it", Map.of());
            return Outcome.FAILED;
        }
        return run(command, location.toPath(), keepWarnings, SubMonitor.convert(monitor, "Building " + project.getName(), 100));
    }

    private Outcome run(List<String> command, Path folder, boolean keepWarnings, SubMonitor monitor) throws CoreException, IOException {
        BuildOutput output = new BuildOutput(folder);
        listener.started(project, command);
        long start = System.nanoTime();
        int status;
        try {
            status = ToolProcess.run(command, folder, line -> {
                listener.output(project, line);
                if (output.line(line).isEmpty()) {
                    monitor.subTask(line.strip());
                }
                // How long a build takes nobody knows; half of what is left for each line never reaches the end.
                monitor.setWorkRemaining(100).worked(1);
            }, monitor::isCanceled);
        } catch (IOException e) {
            return cannotStart(command.get(0), e);
        }
        refresh();
        Optional<String> unpacked = Optional.empty();
        if (status == 0 && !firmware.settings().packing().equals(RomPacking.NONE)) {
            unpacked = new ImagePacker(firmware).pack();
            refresh();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (status == ToolProcess.CANCELLED) {
            listener.ended(project, false, "Cancelled");
            return Outcome.CANCELLED;
        }
        Outcome outcome = report(output, status, keepWarnings, seconds);
        if (unpacked.isPresent()) {
            ProblemMarkers.addToProject(project, unpacked.get(), Map.of());
        }
        return outcome;
    }

    private Outcome report(BuildOutput output, int status, boolean keepWarnings, double seconds) throws CoreException {
        List<Diagnostic> diagnostics = output.diagnostics();
        ProblemMarkers markers = new ProblemMarkers(project, new SourceFinder(project, firmware.settings().outputFolder()));
        if (keepWarnings) {
            markers.removeOutdated(output.compiledFiles(), diagnostics);
        } else {
            ProblemMarkers.removeAll(project);
        }
        for (Diagnostic d : diagnostics) {
            markers.add(d);
        }
        if (output.dropped() > 0) {
            ProblemMarkers.addToProject(project, output.dropped() + " further messages of the build are in its console only", Map.of());
        }
        if (status != 0 && project.findMaxProblemSeverity(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE) < IMarker.SEVERITY_ERROR) {
            ProblemMarkers.addToProject(project, "The build failed with exit status " + status + "; its console says more", Map.of());
        }
        String time = String.format(Locale.ROOT, "%.1f s", seconds);
        listener.ended(project, status == 0, status == 0 ? "Done in " + time : "Failed with exit status " + status + " after " + time);
        return status == 0 ? Outcome.GOOD : Outcome.FAILED;
    }

    private Outcome cannotStart(String program, IOException e) throws CoreException {
        ProblemMarkers.removeAll(project);
        ProblemMarkers.addToProject(project, MissingProgram.message(program), Map.of());
        listener.ended(project, false, "Cannot start " + program + ": " + e.getMessage());
        return Outcome.FAILED;
    }

    /** The workspace sees what was built; it is marked as derived, so that search and team tools leave it alone. */
    private void refresh() throws CoreException {
        String name = firmware.settings().outputFolder();
        if (name.isEmpty()) {
            project.refreshLocal(IResource.DEPTH_INFINITE, null);
            return;
        }
        IFolder folder = project.getFolder(name);
        IResource top = project.getFolder(folder.getProjectRelativePath().segment(0));
        top.refreshLocal(IResource.DEPTH_INFINITE, null);
        if (folder.exists() && !folder.isDerived()) {
            folder.setDerived(true, null);
        }
    }
}
