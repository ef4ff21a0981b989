package org.domainfirmware.debug.ui.guest;

import java.util.Objects;
import java.util.Optional;
import org.domainfirmware.debug.core.model.GuestSession;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.contexts.DebugContextEvent;
import org.eclipse.debug.ui.contexts.IDebugContextListener;
import org.eclipse.debug.ui.contexts.IDebugContextService;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * Tells a view which guest is selected in its window and when that guest stopped, went on or ended. Without a selection
 * it is the newest guest there is. All calls in both directions are in the UI thread.
 */
public final class GuestFollower implements IDebugContextListener, IDebugEventSetListener {
    /** What a view learns. */
    public interface Listener {
        /** Another guest is selected; null when there is none. */
        void guestSelected(Guest guest);

        /** The selected guest stands, or something about it was edited while it stood. */
        void guestStopped(Guest guest);

        /** The selected guest runs. */
        default void guestResumed(Guest guest) {
        }
    }

    private final Listener listener;
    private final Display display;
    private final IDebugContextService contexts;
    private Guest guest;
    private boolean disposed;

    public GuestFollower(IWorkbenchWindow window, Listener listener) {
        this.listener = listener;
        display = window.getShell().getDisplay();
        contexts = DebugUITools.getDebugContextManager().getContextService(window);
        contexts.addDebugContextListener(this);
        DebugPlugin.getDefault().addDebugEventListener(this);
        select(contexts.getActiveContext());
    }

    /** The selected guest, or null. */
    public Guest guest() {
        return guest;
    }

    public void dispose() {
        disposed = true;
        contexts.removeDebugContextListener(this);
        DebugPlugin.getDefault().removeDebugEventListener(this);
    }

    @Override
    public void debugContextChanged(DebugContextEvent event) {
        if ((event.getFlags() & DebugContextEvent.ACTIVATED) != 0) {
            select(event.getContext());
        }
    }

    private void select(ISelection selection) {
        Optional<Guest> found = selection instanceof IStructuredSelection s && !s.isEmpty()
                ? Guest.of(s.getFirstElement()) : Optional.empty();
        Guest now = found.or(GuestFollower::newest).orElse(null);
        if (!Objects.equals(now, guest)) {
            guest = now;
            listener.guestSelected(now);
        }
    }

    private static Optional<Guest> newest() {
        ILaunch[] launches = DebugPlugin.getDefault().getLaunchManager().getLaunches();
        for (int i = launches.length - 1; i >= 0; i--) {
            Optional<Guest> found = Guest.of(launches[i]);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent event : events) {
            if (interesting(event) && !display.isDisposed()) {
                display.asyncExec(() -> handle(event.getKind(), event.getSource()));
            }
        }
    }

    private static boolean interesting(DebugEvent event) {
        return switch (event.getKind()) {
            case DebugEvent.SUSPEND, DebugEvent.RESUME -> !event.isEvaluation();
            case DebugEvent.CREATE, DebugEvent.TERMINATE, DebugEvent.CHANGE -> true;
            default -> false;
        };
    }

    private void handle(int kind, Object source) {
        if (disposed) {
            return;
        }
        if (kind == DebugEvent.CREATE || kind == DebugEvent.TERMINATE) {
            select(contexts.getActiveContext());
        } else if (guest != null && guest.session().equals(GuestSession.of(source))) {
            if (kind == DebugEvent.RESUME) {
                listener.guestResumed(guest);
            } else if (!guest.port().isRunning()) {
                listener.guestStopped(guest);
            }
        }
    }
}
