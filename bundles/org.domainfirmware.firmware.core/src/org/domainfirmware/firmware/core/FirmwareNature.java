package org.domainfirmware.firmware.core;

import java.util.Arrays;

import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;

/** Marks a project as firmware and has it built by {@link FirmwareBuilder}. */
public class FirmwareNature implements IProjectNature {
    private IProject project;

    @Override
    public void configure() throws CoreException {
        IProjectDescription description = project.getDescription();
        ICommand[] commands = description.getBuildSpec();
        if (Arrays.stream(commands).anyMatch(c -> c.getBuilderName().equals(FirmwareCore.BUILDER))) {
            return;
        }
        ICommand[] more = Arrays.copyOf(commands, commands.length + 1);
        more[commands.length] = description.newCommand();
        more[commands.length].setBuilderName(FirmwareCore.BUILDER);
        description.setBuildSpec(more);
        project.setDescription(description, null);
    }

    @Override
    public void deconfigure() throws CoreException {
        IProjectDescription description = project.getDescription();
        description.setBuildSpec(Arrays.stream(description.getBuildSpec())
                .filter(c -> !c.getBuilderName().equals(FirmwareCore.BUILDER)).toArray(ICommand[]::new));
        project.setDescription(description, null);
        project.deleteMarkers(FirmwareCore.PROBLEM, true, IProject.DEPTH_INFINITE);
        project.deleteMarkers(FirmwareCore.BUILD_PROBLEM, true, IProject.DEPTH_INFINITE);
    }

    @Override
    public IProject getProject() {
        return project;
    }

    @Override
    public void setProject(IProject value) {
        project = value;
    }
}
