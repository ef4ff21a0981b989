package org.domainfirmware.debug.ui.breakpoints;

import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;

/** Toggles breakpoints of one place of code only. The other kinds have the Add Breakpoint dialog. */
public abstract class LineToggles implements IToggleBreakpointsTarget {
    @Override
    public final void toggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
        // Functions get their breakpoints by the Add Breakpoint dialog: a line does not say where one begins.
    }

    @Override
    public final boolean canToggleMethodBreakpoints(IWorkbenchPart part, ISelection selection) {
        return false;
    }

    @Override
    public final void toggleWatchpoints(IWorkbenchPart part, ISelection selection) {
        // As with functions.
    }

    @Override
    public final boolean canToggleWatchpoints(IWorkbenchPart part, ISelection selection) {
        return false;
    }
}
