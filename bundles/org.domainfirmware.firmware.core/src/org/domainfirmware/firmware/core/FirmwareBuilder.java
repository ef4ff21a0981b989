package org.domainfirmware.firmware.core;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.domainfirmware.firmware.core.internal.BuildListeners;
import org.domainfirmware.firmware.core.internal.BuildRun;
import org.domainfirmware.firmware.core.internal.SourceChanges;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;

/**
 * Builds a firmware project by its own make. What depends on what is make's business: this class decides only whether anything
 * outside the output folder changed at all.
 */
public class FirmwareBuilder extends IncrementalProjectBuilder {
    private final BuildListeners listeners = new BuildListeners();

    @Override
    protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor) throws CoreException {
        ProjectSettings settings = ProjectSettings.of(getProject());
        boolean incremental = kind == INCREMENTAL_BUILD || kind == AUTO_BUILD;
        if (incremental && getDelta(getProject()) != null && !new SourceChanges(settings).in(getDelta(getProject()))) {
            return null;
        }
        if (kind == FULL_BUILD && isBuilt(settings)) {
            run(settings.cleanCommand(), false, monitor);
        }
        run(settings.buildCommand(), incremental, monitor);
        return null;
    }

    @Override
    protected void clean(IProgressMonitor monitor) throws CoreException {
        run(ProjectSettings.of(getProject()).cleanCommand(), false, monitor);
    }

    private boolean isBuilt(ProjectSettings settings) {
        return settings.outputFolder().isEmpty() || getProject().getFolder(settings.outputFolder()).exists();
    }

    private void run(List<String> command, boolean incremental, IProgressMonitor monitor) throws CoreException {
        try {
            if (new BuildRun(FirmwareProject.of(getProject()), listeners).run(command, incremental, monitor) == BuildRun.Outcome.CANCELLED) {
                // Not built after all: the next build has to see these changes again.
                forgetLastBuiltState();
                throw new OperationCanceledException();
            }
        } catch (IOException e) {
            throw new CoreException(Status.error("The build of " + getProject().getName() + " broke off: " + e.getMessage(), e));
        }
    }

    /** Other projects go on while this one is built. */
    @Override
    public ISchedulingRule getRule(int kind, Map<String, String> arguments) {
        return getProject();
    }
}
