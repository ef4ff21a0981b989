package org.domainfirmware.debug.core.breakpoints;

import java.util.HashMap;
import java.util.Map;
import org.domainfirmware.debug.core.DebugCore;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.Breakpoint;
import org.eclipse.debug.core.model.IBreakpoint;

/** A breakpoint that belongs to no source line; its marker is at the workspace root. */
public abstract class AbstractGuestBreakpoint extends Breakpoint implements GuestBreakpoint {
    /** For the platform, which sets the marker afterwards. */
    protected AbstractGuestBreakpoint() {
    }

    /** Makes the marker, complete with what happens at a hit, and only then tells the breakpoint manager. */
    protected AbstractGuestBreakpoint(String markerType, Map<String, Object> attributes, Behaviour behaviour) throws CoreException {
        IResource root = ResourcesPlugin.getWorkspace().getRoot();
        run(getMarkerRule(root), monitor -> {
            IMarker marker = root.createMarker(markerType);
            setMarker(marker);
            Map<String, Object> all = new HashMap<>(attributes);
            all.putAll(behaviour.attributes());
            all.put(IBreakpoint.ENABLED, true);
            all.put(IBreakpoint.ID, getModelIdentifier());
            all.put(IBreakpoint.PERSISTED, true);
            marker.setAttributes(all);
            // The label tells the attributes.
            marker.setAttribute(IMarker.MESSAGE, label());
        });
        DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(this);
    }

    @Override
    public String getModelIdentifier() {
        return DebugCore.MODEL_ID;
    }

    /** A number of the marker. */
    protected int number(String attribute) {
        return getMarker().getAttribute(attribute, 0);
    }

    /** A text of the marker. */
    protected String text(String attribute) {
        return getMarker().getAttribute(attribute, "");
    }

    /** A yes or no of the marker. */
    protected boolean flag(String attribute) {
        return getMarker().getAttribute(attribute, false);
    }

    /** The error of a marker that says nothing useful. */
    protected CoreException wrong(String why) {
        return new CoreException(DebugCore.error("breakpoint '" + label() + "': " + why));
    }
}
