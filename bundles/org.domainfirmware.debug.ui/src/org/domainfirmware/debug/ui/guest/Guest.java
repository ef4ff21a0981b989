package org.domainfirmware.debug.ui.guest;

import java.util.Optional;
import org.domainfirmware.debug.ui.model.SymbolNames;
import org.domainfirmware.emulator.debug.DebugPort;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IDebugElement;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IProcess;

/** A guest that can be looked at: its debug target and the port to its machine. */
public record Guest(IDebugTarget target, DebugPort port) {
    /** The guest that something selected in the Debug view belongs to. */
    public static Optional<Guest> of(Object selected) {
        if (selected instanceof ILaunch launch) {
            return ofLaunch(launch);
        }
        if (selected instanceof IProcess process) {
            return ofLaunch(process.getLaunch());
        }
        return selected instanceof IDebugElement element ? ofTarget(element.getDebugTarget()) : Optional.empty();
    }

    /** The names known in the guest; asked anew each time, because a rebuild changes them. */
    public SymbolNames names() {
        SymbolNames names = target.getAdapter(SymbolNames.class);
        return names == null ? SymbolNames.NONE : names;
    }

    private static Optional<Guest> ofLaunch(ILaunch launch) {
        for (IDebugTarget target : launch.getDebugTargets()) {
            Optional<Guest> guest = ofTarget(target);
            if (guest.isPresent()) {
                return guest;
            }
        }
        return Optional.empty();
    }

    private static Optional<Guest> ofTarget(IDebugTarget target) {
        DebugPort port = target == null || target.isTerminated() ? null : target.getAdapter(DebugPort.class);
        return port == null ? Optional.empty() : Optional.of(new Guest(target, port));
    }
}
