package org.domainfirmware.firmware.ui.wizard;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** Selects a new project where projects are shown, so that Debug launches it. */
final class Reveal {
    private Reveal() {
    }

    static void project(IWorkbench workbench, String name) {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        if (window != null) {
            BasicNewResourceWizard.selectAndReveal(project, window);
        }
    }
}
