package org.domainfirmware.debug.ui.commands;

import org.domainfirmware.debug.ui.DebugUi;
import org.domainfirmware.debug.ui.guest.Answers;
import org.domainfirmware.debug.ui.guest.Guest;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.widgets.Shell;

/** Builds the guest's firmware project, puts the new ROMs into the guest and resets it; breakpoints stay. */
public final class ReloadFirmware extends GuestHandler {
    private static final String TITLE = "Reload Firmware";

    @Override
    protected void run(Guest guest, Shell shell) {
        IProject project = guest.session().settings().project();
        WorkspaceJob job = new WorkspaceJob(TITLE) {
            @Override
            public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
                if (project != null && project.isAccessible()) {
                    project.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, monitor);
                }
                guest.session().reloadFirmware().whenComplete((done, problem) -> {
                    if (problem != null) {
                        refused(shell, TITLE, Answers.message(problem));
                    }
                });
                return Status.OK_STATUS;
            }

            @Override
            public boolean belongsTo(Object family) {
                return DebugUi.ID.equals(family);
            }
        };
        job.setUser(true);
        job.schedule();
    }
}
