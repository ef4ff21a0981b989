package org.domainfirmware.debug.ui.breakpoints;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.domainfirmware.debug.core.DebugCore;
import org.domainfirmware.debug.core.breakpoints.GuestAddressBreakpoint;
import org.domainfirmware.debug.core.breakpoints.GuestLineBreakpoint;
import org.domainfirmware.debug.core.guest.GuestAddress;
import org.domainfirmware.debug.ui.model.SymbolNames;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.IBreakpointsListener;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.core.resources.IMarkerDelta;

/** Breakpoints at addresses, for views that show code. */
public final class AddressBreakpoints {
    private AddressBreakpoints() {
    }

    private static IBreakpointManager manager() {
        return DebugPlugin.getDefault().getBreakpointManager();
    }

    /** Sets a breakpoint at a linear address, or removes the one there. */
    public static void toggle(Shell shell, int linear) {
        try {
            for (IBreakpoint b : manager().getBreakpoints(DebugCore.MODEL_ID)) {
                if (b instanceof GuestAddressBreakpoint a && a.address().realModeLinear() == linear) {
                    manager().removeBreakpoint(b, true);
                    return;
                }
            }
            new GuestAddressBreakpoint(GuestAddress.linear(linear));
        } catch (CoreException e) {
            ErrorDialog.openError(shell, "Breakpoint", null, e.getStatus());
        }
    }

    /** Which addresses have a breakpoint now: by address, or by the first instruction of a source line. */
    public static IntPredicate at(SymbolNames names) {
        Set<Integer> addresses = new HashSet<>();
        Set<String> lines = new HashSet<>();
        for (IBreakpoint b : manager().getBreakpoints(DebugCore.MODEL_ID)) {
            IMarker marker = b.getMarker();
            if (b instanceof GuestAddressBreakpoint a) {
                try {
                    addresses.add(a.address().realModeLinear());
                } catch (CoreException e) {
                    // A marker that describes no address has no place in the code either; the Breakpoints view says so.
                    continue;
                }
            } else if (b instanceof GuestLineBreakpoint && marker != null) {
                lines.add(marker.getResource().getName() + ":" + marker.getAttribute(IMarker.LINE_NUMBER, 0));
            }
        }
        return linear -> addresses.contains(linear) || !lines.isEmpty() && startsLine(names, linear, lines);
    }

    private static boolean startsLine(SymbolNames names, int linear, Set<String> lines) {
        Optional<SymbolNames.Line> line = names.lineAt(linear);
        return line.isPresent() && lines.contains(place(line.get())) && !line.equals(names.lineAt(linear - 1));
    }

    private static String place(SymbolNames.Line line) {
        return line.file().substring(line.file().lastIndexOf('/') + 1) + ":" + line.line();
    }

    /** Calls back in the UI thread whenever a breakpoint comes, goes or changes, until the control is disposed. */
    public static void onChange(Control control, Runnable run) {
        Display display = control.getDisplay();
        IBreakpointsListener listener = new IBreakpointsListener() {
            @Override
            public void breakpointsAdded(IBreakpoint[] breakpoints) {
                changed();
            }

            @Override
            public void breakpointsRemoved(IBreakpoint[] breakpoints, IMarkerDelta[] deltas) {
                changed();
            }

            @Override
            public void breakpointsChanged(IBreakpoint[] breakpoints, IMarkerDelta[] deltas) {
                changed();
            }

            private void changed() {
                display.asyncExec(() -> {
                    if (!control.isDisposed()) {
                        run.run();
                    }
                });
            }
        };
        manager().addBreakpointListener(listener);
        control.addDisposeListener(e -> manager().removeBreakpointListener(listener));
    }
}
