package org.domainfirmware.firmware.ui.layout;

import org.domainfirmware.firmware.ui.FirmwareUi;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.ui.IEditorLauncher;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Opening a ROM image shows it in the ROM Layout view. */
public final class RomLauncher implements IEditorLauncher {
    @Override
    public void open(IPath location) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IFile file = ResourcesPlugin.getWorkspace().getRoot().getFileForLocation(location);
        if (window == null || window.getActivePage() == null || file == null) {
            return;
        }
        try {
            if (window.getActivePage().showView(RomLayoutView.ID) instanceof RomLayoutView view) {
                view.select(file);
            }
        } catch (PartInitException e) {
            ILog.of(FirmwareUi.class).error("The ROM Layout view cannot be opened", e);
        }
    }
}
