package org.domainfirmware.debug.ui.breakpoints;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.breakpoints.GuestLineBreakpoint;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IWorkbenchPart;

/** Sets and removes line breakpoints in C and assembly editors. */
final class GuestToggleTarget extends LineToggles {
    @Override
    public void toggleLineBreakpoints(IWorkbenchPart part, ISelection selection) throws CoreException {
        SourceLines at = SourceLines.of(part, selection);
        if (at == null) {
            return;
        }
        IBreakpointManager manager = DebugPlugin.getDefault().getBreakpointManager();
        for (IBreakpoint b : manager.getBreakpoints(DebugCore.MODEL_ID)) {
            IMarker marker = b.getMarker();
            if (b instanceof GuestLineBreakpoint && marker.getResource().equals(at.file())
                    && marker.getAttribute(IMarker.LINE_NUMBER, 0) == at.line()) {
                manager.removeBreakpoint(b, true);
                return;
            }
        }
        new GuestLineBreakpoint(at.file(), at.line());
    }

    @Override
    public boolean canToggleLineBreakpoints(IWorkbenchPart part, ISelection selection) {
        return SourceLines.isSource(part);
    }
}
