package org.domainfirmware.firmware.ui.build;

import org.domainfirmware.firmware.core.FirmwareProject;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.handlers.HandlerUtil;

/** The command Trust Build: lets a project's own build run, and starts it. */
public final class TrustBuild extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        for (Object selected : HandlerUtil.getCurrentStructuredSelection(event)) {
            IProject project = Adapters.adapt(selected, IProject.class);
            if (project != null && FirmwareProject.isFirmware(project)) {
                trust(project);
            }
        }
        return null;
    }

    static void trust(IProject project) {
        Job job = Job.create("Building " + project.getName(), (ICoreRunnable) monitor -> {
            FirmwareProject.of(project).setTrusted(true);
            project.build(IncrementalProjectBuilder.FULL_BUILD, monitor);
        });
        job.setRule(project.getWorkspace().getRuleFactory().buildRule());
        job.setUser(true);
        job.schedule();
    }
}
