package org.domainfirmware.debug.ui.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.launch.LaunchAttributes;
import org.domainfirmware.debug.ui.DebugUi;
import org.domainfirmware.debug.ui.preferences.DebugPreferences;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugModelPresentation;
import org.eclipse.debug.ui.ILaunchShortcut2;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

/** Run As and Debug As > PC Guest on a firmware project or anything in it, a ROM file, or a disk image. */
public final class PcGuestShortcut implements ILaunchShortcut2 {
    @Override
    public void launch(ISelection selection, String mode) {
        launch(subject(selection), mode);
    }

    @Override
    public void launch(IEditorPart editor, String mode) {
        launch(LaunchSubject.of(editor.getEditorInput()), mode);
    }

    private static Optional<LaunchSubject> subject(ISelection selection) {
        return selection instanceof IStructuredSelection s && !s.isEmpty() ? LaunchSubject.of(s.getFirstElement())
                : Optional.empty();
    }

    private void launch(Optional<LaunchSubject> subject, String mode) {
        Shell shell = PlatformUI.getWorkbench().getModalDialogShellProvider().getShell();
        if (subject.isEmpty()) {
            MessageDialog.openInformation(shell, "PC Guest",
                    "Select a firmware project, a ROM file (*.rom, *.bin) or a disk image (*.img, *.iso, ...).");
            return;
        }
        try {
            List<ILaunchConfiguration> fitting = fitting(subject.get());
            ILaunchConfiguration configuration = fitting.isEmpty() ? create(subject.get())
                    : fitting.size() == 1 ? fitting.get(0) : choose(shell, fitting);
            if (configuration != null) {
                DebugUITools.launch(configuration, mode);
            }
        } catch (CoreException e) {
            ErrorDialog.openError(shell, "PC Guest", null, e.getStatus());
        }
    }

    private static ILaunchConfigurationType type() {
        return DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(DebugCore.LAUNCH_TYPE);
    }

    private static List<ILaunchConfiguration> fitting(LaunchSubject subject) throws CoreException {
        List<ILaunchConfiguration> fitting = new ArrayList<>();
        for (ILaunchConfiguration c : DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurations(type())) {
            boolean fits = subject.attribute() == null
                    ? c.getAttribute(LaunchAttributes.PROJECT, "").equals(subject.project().getName())
                    : c.getAttribute(subject.attribute(), "").equals(subject.value());
            if (fits) {
                fitting.add(c);
            }
        }
        return fitting;
    }

    private static ILaunchConfiguration create(LaunchSubject subject) throws CoreException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        String name = manager.generateLaunchConfigurationName("PC guest with " + subject.resource().getName());
        ILaunchConfigurationWorkingCopy configuration = type().newInstance(null, name);
        if (subject.project() != null) {
            configuration.setAttribute(LaunchAttributes.PROJECT, subject.project().getName());
        }
        if (subject.attribute() != null) {
            configuration.setAttribute(subject.attribute(), subject.value());
        }
        if (!DebugPreferences.isOn(DebugPreferences.REAL_TIME)) {
            configuration.setAttribute(LaunchAttributes.REAL_TIME, false);
        }
        configuration.setMappedResources(new IResource[] {subject.resource()});
        return configuration.doSave();
    }

    private static ILaunchConfiguration choose(Shell shell, List<ILaunchConfiguration> fitting) {
        IDebugModelPresentation labels = DebugUITools.newDebugModelPresentation();
        try {
            ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, labels);
            dialog.setTitle("PC Guest");
            dialog.setMessage("Which launch configuration?");
            dialog.setElements(fitting.toArray());
            dialog.open();
            return (ILaunchConfiguration) dialog.getFirstResult();
        } finally {
            labels.dispose();
        }
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(ISelection selection) {
        return configurations(subject(selection));
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(IEditorPart editor) {
        return configurations(LaunchSubject.of(editor.getEditorInput()));
    }

    private static ILaunchConfiguration[] configurations(Optional<LaunchSubject> subject) {
        try {
            return subject.isEmpty() ? null : fitting(subject.get()).toArray(ILaunchConfiguration[]::new);
        } catch (CoreException e) {
            DebugUi.log("The launch configurations cannot be read", e);
            return null;
        }
    }

    @Override
    public IResource getLaunchableResource(ISelection selection) {
        return subject(selection).map(LaunchSubject::resource).orElse(null);
    }

    @Override
    public IResource getLaunchableResource(IEditorPart editor) {
        return LaunchSubject.of(editor.getEditorInput()).map(LaunchSubject::resource).orElse(null);
    }
}
