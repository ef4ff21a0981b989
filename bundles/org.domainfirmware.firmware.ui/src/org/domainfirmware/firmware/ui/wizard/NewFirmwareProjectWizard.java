package org.domainfirmware.firmware.ui.wizard;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.List;

import org.domainfirmware.firmware.core.FirmwareTemplate;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;

/** File > New > Firmware Project. */
public final class NewFirmwareProjectWizard extends Wizard implements INewWizard {
    private final NamePage namePage = new NamePage();
    private final PartsPage partsPage = new PartsPage();
    private IWorkbench workbench;

    @Override
    public void init(IWorkbench bench, IStructuredSelection selection) {
        workbench = bench;
        setWindowTitle("New Firmware Project");
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        addPage(namePage);
        addPage(partsPage);
    }

    @Override
    public boolean performFinish() {
        String name = namePage.getProjectName();
        URI location = namePage.useDefaults() ? null : namePage.getLocationURI();
        List<String> parts = partsPage.selected();
        boolean done = WizardWork.run(getContainer(), "The project cannot be created", monitor -> {
            try {
                new FirmwareTemplate().create(name, parts, location, monitor);
            } catch (CoreException e) {
                throw new InvocationTargetException(e);
            }
        });
        if (done) {
            Reveal.project(workbench, name);
        }
        return done;
    }
}
