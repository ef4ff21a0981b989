package org.domainfirmware.debug.ui.breakpoints;

import java.util.Set;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTargetFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;

/** Tells the platform that firmware sources have breakpoints, whichever text editor they are open in. */
public final class GuestToggleFactory implements IToggleBreakpointsTargetFactory {
    private static final String LINES = "org.domainfirmware.debug.ui.toggle.lines";

    @Override
    public Set<String> getToggleTargets(IWorkbenchPart part, ISelection selection) {
        return SourceLines.isSource(part) ? Set.of(LINES) : Set.of();
    }

    @Override
    public String getDefaultToggleTarget(IWorkbenchPart part, ISelection selection) {
        return LINES;
    }

    @Override
    public String getToggleTargetName(String target) {
        return "Firmware Breakpoints";
    }

    @Override
    public String getToggleTargetDescription(String target) {
        return "Line breakpoints that stop a PC guest";
    }

    @Override
    public IToggleBreakpointsTarget createToggleTarget(String target) {
        return new GuestToggleTarget();
    }
}
