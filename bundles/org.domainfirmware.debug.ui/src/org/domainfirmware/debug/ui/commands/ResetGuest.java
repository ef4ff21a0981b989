package org.domainfirmware.debug.ui.commands;

import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.ui.guest.Answers;
import org.domainfirmware.debug.ui.guest.Guest;
import org.eclipse.swt.widgets.Shell;

/** Presses the guest's reset button. */
public final class ResetGuest extends GuestHandler {
    @Override
    protected void run(Guest guest, Shell shell) {
        GuestDebugTarget target = guest.session().target();
        if (target != null) {
            target.reset();
            return;
        }
        guest.port().reset().whenComplete((done, problem) -> {
            if (problem != null) {
                refused(shell, "Reset Guest", Answers.message(problem));
            }
        });
    }
}
