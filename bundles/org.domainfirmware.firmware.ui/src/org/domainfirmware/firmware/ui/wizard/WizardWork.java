package org.domainfirmware.firmware.ui.wizard;

import java.lang.reflect.InvocationTargetException;

import org.domainfirmware.firmware.ui.FirmwareUi;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.wizard.IWizardContainer;

/** What a wizard does on Finish: with progress, cancellable, a dialog when it fails. */
final class WizardWork {
    private WizardWork() {
    }

    /** Returns false when the wizard has to stay open. */
    static boolean run(IWizardContainer container, String failed, IRunnableWithProgress work) {
        try {
            container.run(true, true, work);
            return true;
        } catch (InterruptedException e) {
            // Cancel was pressed.
            return false;
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            IStatus status = cause instanceof CoreException core ? core.getStatus()
                    : new Status(IStatus.ERROR, FirmwareUi.ID, String.valueOf(cause.getMessage()), cause);
            ErrorDialog.openError(container.getShell(), null, failed, status);
            return false;
        }
    }
}
