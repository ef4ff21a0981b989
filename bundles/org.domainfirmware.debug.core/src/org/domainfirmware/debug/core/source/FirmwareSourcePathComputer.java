package org.domainfirmware.debug.core.source;

import org.domainfirmware.debug.core.launch.GuestSettings;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.sourcelookup.ISourceContainer;
import org.eclipse.debug.core.sourcelookup.ISourcePathComputerDelegate;
import org.eclipse.debug.core.sourcelookup.containers.ProjectSourceContainer;
import org.eclipse.debug.core.sourcelookup.containers.WorkspaceSourceContainer;

/** The default source path: the firmware project and those it refers to, else the whole workspace. */
public final class FirmwareSourcePathComputer implements ISourcePathComputerDelegate {
    @Override
    public ISourceContainer[] computeSourceContainers(ILaunchConfiguration configuration, IProgressMonitor monitor)
            throws CoreException {
        IProject project = GuestSettings.project(configuration);
        return project == null ? new ISourceContainer[] {new WorkspaceSourceContainer()}
                : new ISourceContainer[] {new ProjectSourceContainer(project, true)};
    }
}
