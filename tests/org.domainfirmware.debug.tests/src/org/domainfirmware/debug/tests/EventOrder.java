package org.domainfirmware.debug.tests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.domainfirmware.debug.core.model.GuestThread;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;

/**
 * Hears the platform's debug events of every guest's thread and the workspace's log, and notes what must not be: a RESUME of what runs,
 * a stop of what was not resumed, anything after TERMINATE, an error in the log, a thread that died of an exception.
 */
final class EventOrder implements IDebugEventSetListener, ILogListener, AutoCloseable {
    private final List<String> wrong = new ArrayList<>();
    private final Map<GuestThread, Integer> last = new HashMap<>();
    private final Set<GuestThread> over = new HashSet<>();
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private long resumes;

    EventOrder() {
        DebugPlugin.getDefault().addDebugEventListener(this);
        Platform.addLogListener(this);
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> note(thread.getName() + " died: " + e));
    }

    private synchronized void note(String what) {
        wrong.add(what);
    }

    @Override
    public synchronized void handleDebugEvents(DebugEvent[] events) {
        for (DebugEvent e : events) {
            if (e.getSource() instanceof GuestThread t) {
                heard(t, e);
            }
        }
    }

    private void heard(GuestThread t, DebugEvent e) {
        int was = last.getOrDefault(t, 0);
        if (over.contains(t)) {
            note("after its TERMINATE: " + e);
        }
        switch (e.getKind()) {
            case DebugEvent.RESUME -> {
                resumes++;
                note(was == DebugEvent.RESUME, "RESUME of a running guest: " + e);
                last.put(t, DebugEvent.RESUME);
            }
            case DebugEvent.SUSPEND -> {
                // A reset of a standing guest leaves it standing elsewhere; that is told as a stop without a reason.
                note(was == DebugEvent.SUSPEND && e.getDetail() != DebugEvent.UNSPECIFIED, "SUSPEND of a standing guest: " + e);
                last.put(t, DebugEvent.SUSPEND);
            }
            case DebugEvent.TERMINATE -> over.add(t);
            default -> {
                // Creation and changes have no order to keep.
            }
        }
    }

    private void note(boolean isWrong, String what) {
        if (isWrong) {
            note(what);
        }
    }

    @Override
    public void logging(IStatus status, String plugin) {
        if (status.getSeverity() == IStatus.ERROR) {
            note("in the log: " + status + (status.getException() == null ? "" : " " + List.of(status.getException().getStackTrace())));
        }
    }

    /** What was not as it must be. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How often guests were set going. */
    synchronized long resumes() {
        return resumes;
    }

    /** Whether the last that was heard of a guest is that it stands, or its end. */
    synchronized boolean stands(GuestThread t) {
        return over.contains(t) || last.getOrDefault(t, 0) == DebugEvent.SUSPEND;
    }

    synchronized boolean isOver(GuestThread t) {
        return over.contains(t);
    }

    @Override
    public void close() {
        DebugPlugin.getDefault().removeDebugEventListener(this);
        Platform.removeLogListener(this);
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
