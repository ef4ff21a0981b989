package org.domainfirmware.debug.ui.commands;

import java.util.Map;
import org.domainfirmware.debug.core.model.GuestDebugTarget;
import org.domainfirmware.debug.ui.guest.Guest;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** Switches between stepping by source lines and by instructions. */
public final class InstructionStepping extends GuestHandler implements IElementUpdater {
    private static final String COMMAND = "org.domainfirmware.debug.ui.commands.instructionStepping";

    @Override
    protected void run(Guest guest, Shell shell) {
        GuestDebugTarget target = guest.session().target();
        if (target != null) {
            target.thread().stepByInstruction(!target.thread().isSteppingByInstruction());
            PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(COMMAND, null);
        }
    }

    @Override
    public boolean isEnabled() {
        return guest().map(g -> g.session().target() != null).orElse(false);
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        element.setChecked(guest().map(g -> g.session().target() != null && g.session().target().thread()
                .isSteppingByInstruction()).orElse(false));
    }
}
