package org.domainfirmware.debug.core.breakpoints;

import java.util.Optional;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.IBreakpoint;

/**
 * What a platform breakpoint asks for: one of ours, or one made by CDT's editor, which is read from its marker alone.
 *
 * @param file source file of a line breakpoint, or null
 * @param line from 1
 * @param function name of a function breakpoint, or null
 * @param direct the machine's breakpoint, when no symbols are needed; else null
 * @param condition "" for none
 * @param log write instead of stop
 * @param logMessage "" for a description of the hit
 */
public record BreakpointFacts(String file, int line, String function, Breakpoint direct, String condition, int ignoreCount,
        boolean log, String logMessage) {
    /** Marker type of CDT's breakpoints, all of them. */
    public static final String CDT_MARKER = "org.eclipse.cdt.debug.core.cBreakpointMarker";
    /** Marker type of CDT's line breakpoints. */
    public static final String CDT_LINE = "org.eclipse.cdt.debug.core.cLineBreakpointMarker";
    private static final String CDT_FUNCTION = "org.eclipse.cdt.debug.core.cFunctionBreakpointMarker";
    private static final String CDT_ADDRESS = "org.eclipse.cdt.debug.core.cAddressBreakpointMarker";
    private static final String CDT = "org.eclipse.cdt.debug.core.";

    /** True for breakpoints a guest can have. */
    public static boolean isKnown(IBreakpoint breakpoint) {
        return breakpoint instanceof GuestBreakpoint || isCdt(breakpoint.getMarker());
    }

    private static boolean isCdt(IMarker marker) {
        return marker != null && (is(marker, CDT_LINE) || is(marker, CDT_FUNCTION) || is(marker, CDT_ADDRESS));
    }

    private static boolean is(IMarker marker, String type) {
        try {
            return marker.exists() && (marker.getType().equals(type) || marker.isSubtypeOf(type));
        } catch (CoreException e) {
            // It was deleted in between.
            return false;
        }
    }

    /**
     * Reads a breakpoint.
     *
     * @return empty for one that is not ours to set
     * @throws CoreException when it does not say where it is; the message says why
     */
    public static Optional<BreakpointFacts> of(IBreakpoint breakpoint) throws CoreException {
        IMarker m = breakpoint.getMarker();
        if (m == null || !m.exists() || !isKnown(breakpoint)) {
            return Optional.empty();
        }
        return Optional.of(breakpoint instanceof GuestBreakpoint g ? ours(g, m) : cdt(m));
    }

    private static BreakpointFacts ours(GuestBreakpoint g, IMarker m) throws CoreException {
        String file = g instanceof GuestLineBreakpoint ? path(m) : null;
        String function = g instanceof GuestFunctionBreakpoint f ? f.function() : null;
        Breakpoint direct = g.needsSymbols() ? null : g.machineBreakpoint();
        return new BreakpointFacts(file, m.getAttribute(IMarker.LINE_NUMBER, 0), function, direct, g.condition().strip(),
                g.ignoreCount(), g.isLog(), g.logMessage());
    }

    private static BreakpointFacts cdt(IMarker m) throws CoreException {
        String function = is(m, CDT_FUNCTION) ? m.getAttribute(CDT + "function", "") : null;
        Breakpoint direct = null;
        if (is(m, CDT_ADDRESS)) {
            GuestAddress address = GuestAddress.parse(m.getAttribute(CDT + "address", ""));
            direct = new Breakpoint.Execution(address.location());
        }
        String source = m.getAttribute(CDT + "sourceHandle", path(m));
        String file = function == null && direct == null ? source : null;
        return new BreakpointFacts(file, m.getAttribute(IMarker.LINE_NUMBER, 0), function, direct,
                m.getAttribute(CDT + "condition", "").strip(), m.getAttribute(CDT + "ignoreCount", 0), false, "");
    }

    private static String path(IMarker m) {
        return m.getResource().getLocation() == null ? m.getResource().getFullPath().toString()
                : m.getResource().getLocation().toString();
    }
}
