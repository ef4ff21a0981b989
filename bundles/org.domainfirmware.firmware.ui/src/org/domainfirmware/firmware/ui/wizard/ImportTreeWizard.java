package org.domainfirmware.firmware.ui.wizard;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;

import org.domainfirmware.firmware.core.FirmwareProject;
import org.domainfirmware.firmware.core.ProjectSettings;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;

/** File > Import > Firmware > Existing Tree: a project over a folder that has its own Makefile. The files stay where they are. */
public final class ImportTreeWizard extends Wizard implements IImportWizard {
    private final TreePage treePage = new TreePage();
    private final BuildPage buildPage = new BuildPage();
    private IWorkbench workbench;

    @Override
    public void init(IWorkbench bench, IStructuredSelection selection) {
        workbench = bench;
        setWindowTitle("Import Firmware Sources");
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        addPage(treePage);
        addPage(buildPage);
    }

    @Override
    public boolean performFinish() {
        String name = treePage.name();
        URI location = treePage.folder().toUri();
        BuildPage.Choice choice = buildPage.choice();
        boolean done = WizardWork.run(getContainer(), "The folder cannot be imported", monitor -> {
            try {
                create(name, location, choice, monitor);
            } catch (CoreException e) {
                throw new InvocationTargetException(e);
            }
        });
        if (done) {
            Reveal.project(workbench, name);
        }
        return done;
    }

    private static void create(String name, URI location, BuildPage.Choice choice, IProgressMonitor monitor) throws CoreException {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IProject project = workspace.getRoot().getProject(name);
        workspace.run(m -> {
            IProjectDescription description = workspace.newProjectDescription(name);
            IPath inWorkspace = workspace.getRoot().getLocation().append(name);
            description.setLocationURI(location.equals(inWorkspace.toFile().toURI()) ? null : location);
            project.create(description, m);
            project.open(m);
            FirmwareProject firmware = FirmwareProject.of(project);
            firmware.setTrusted(choice.trusted());
            ProjectSettings settings = firmware.settings();
            settings.setBuildCommand(choice.buildCommand());
            settings.setCleanCommand(choice.cleanCommand());
            settings.setOutputFolder(choice.outputFolder());
            settings.setRomImages(choice.romImages());
            settings.setElfFiles(choice.elfFiles());
            settings.save();
            firmware.addNature(m);
        }, monitor);
    }
}
