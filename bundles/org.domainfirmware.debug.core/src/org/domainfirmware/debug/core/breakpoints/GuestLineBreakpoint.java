package org.domainfirmware.debug.core.breakpoints;

import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.LineBreakpoint;

/** Stops before a line of C or assembly source, wherever in memory its code and copies of it are. */
public final class GuestLineBreakpoint extends LineBreakpoint implements GuestBreakpoint {
    public static final String MARKER = "org.domainfirmware.debug.core.lineBreakpoint";

    /** For the platform, which sets the marker afterwards. */
    public GuestLineBreakpoint() {
    }

    /** @param line from 1 */
    public GuestLineBreakpoint(IResource file, int line) throws CoreException {
        run(getMarkerRule(file), monitor -> {
            IMarker marker = file.createMarker(MARKER);
            setMarker(marker);
            marker.setAttribute(IBreakpoint.ENABLED, true);
            marker.setAttribute(IMarker.LINE_NUMBER, line);
            marker.setAttribute(IBreakpoint.ID, getModelIdentifier());
            marker.setAttribute(IBreakpoint.PERSISTED, true);
            marker.setAttribute(IMarker.MESSAGE, label());
        });
        DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(this);
    }

    @Override
    public String getModelIdentifier() {
        return DebugCore.MODEL_ID;
    }

    @Override
    public String label() {
        IMarker m = getMarker();
        return m.getResource().getName() + " [line: " + m.getAttribute(IMarker.LINE_NUMBER, 0) + "]";
    }

    @Override
    public boolean needsSymbols() {
        return true;
    }

    @Override
    public Breakpoint machineBreakpoint() throws CoreException {
        throw new CoreException(DebugCore.error("breakpoint '" + label() + "': symbols say where its code is"));
    }
}
