package org.domainfirmware.debug.ui.commands;

import java.util.Optional;
import org.domainfirmware.debug.ui.guest.Guest;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** A command on the guest selected in the Debug view, or the newest one. */
abstract class GuestHandler extends AbstractHandler {
    /** The guest a command is about. */
    static Optional<Guest> guest() {
        Optional<Guest> selected = Guest.of(DebugUITools.getDebugContext());
        if (selected.isPresent()) {
            return selected;
        }
        ILaunch[] launches = DebugPlugin.getDefault().getLaunchManager().getLaunches();
        for (int i = launches.length - 1; i >= 0; i--) {
            Optional<Guest> found = Guest.of(launches[i]);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public Object execute(ExecutionEvent event) {
        guest().ifPresent(g -> run(g, HandlerUtil.getActiveShell(event)));
        return null;
    }

    /** Does it; in the UI thread. */
    protected abstract void run(Guest guest, Shell shell);

    @Override
    public boolean isEnabled() {
        return guest().isPresent();
    }

    /** Shows why something could not be done; in any thread. */
    static void refused(Shell shell, String title, String why) {
        Display.getDefault().asyncExec(() -> ErrorDialog.openError(shell == null || shell.isDisposed() ? null : shell, title, null,
                new Status(IStatus.ERROR, org.domainfirmware.debug.ui.DebugUi.ID, why)));
    }
}
