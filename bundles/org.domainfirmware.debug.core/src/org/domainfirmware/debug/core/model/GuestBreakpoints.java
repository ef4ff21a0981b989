package org.domainfirmware.debug.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.core.breakpoints.BreakpointFacts;
import org.domainfirmware.debug.core.guest.Expressions;
import org.domainfirmware.debug.core.guest.GuestFrame;
import org.domainfirmware.debug.core.guest.InspectionException;
import org.domainfirmware.debug.core.guest.Inspector;
import org.domainfirmware.debug.core.guest.PortMemory;
import org.domainfirmware.debug.core.guest.Unwinder;
import org.domainfirmware.debug.core.guest.ValueText;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.DebugEvent;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.StopReason;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointListener;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.IBreakpointManagerListener;
import org.eclipse.debug.core.model.IBreakpoint;

/** Keeps a machine's breakpoints as the Breakpoints view shows them. */
final class GuestBreakpoints implements IBreakpointListener, IBreakpointManagerListener {
    private final GuestDebugTarget target;
    private final IBreakpointManager manager = DebugPlugin.getDefault().getBreakpointManager();
    private final Map<IBreakpoint, InstalledBreakpoint> installed = new LinkedHashMap<>();
    /** Removed ones too: the guest may have stopped at one just before it was gone. */
    private final Map<Integer, InstalledBreakpoint> byId = new HashMap<>();

    GuestBreakpoints(GuestDebugTarget target) {
        this.target = target;
    }

    void start() {
        manager.addBreakpointListener(this);
        manager.addBreakpointManagerListener(this);
        target.port().addListener(this::heard);
        setAll();
    }

    void stop() {
        manager.removeBreakpointListener(this);
        manager.removeBreakpointManagerListener(this);
        synchronized (this) {
            installed.clear();
            byId.clear();
        }
    }

    private void heard(DebugEvent event) {
        if (event instanceof DebugEvent.Logged l && l.breakpoint() != 0) {
            target.session().message(name(l.breakpoint()) + l.text());
        }
    }

    private synchronized String name(int id) {
        InstalledBreakpoint b = byId.get(id);
        return b == null ? "" : b.platform.getMarker().getAttribute(IMarker.MESSAGE, "breakpoint") + ": ";
    }

    private void setAll() {
        for (IBreakpoint b : manager.getBreakpoints()) {
            set(b);
        }
    }

    /** After a change of the symbols: lines may be elsewhere now. */
    void setAnew() {
        List<IBreakpoint> all;
        synchronized (this) {
            all = List.copyOf(installed.keySet());
        }
        all.forEach(this::remove);
        setAll();
    }

    private void set(IBreakpoint platform) {
        try {
            Optional<BreakpointFacts> facts = wanted(platform);
            while (facts.isPresent()) {
                install(new InstalledBreakpoint(platform, facts.get()));
                // Another thread may have changed or removed it meanwhile, and found nothing installed.
                Optional<BreakpointFacts> now = wanted(platform);
                if (now.equals(facts)) {
                    return;
                }
                remove(platform);
                facts = now;
            }
        } catch (CoreException | IllegalArgumentException e) {
            remove(platform);
            IMarker marker = platform.getMarker();
            if (marker != null && marker.exists()) {
                target.session().message("breakpoint not set: " + e.getMessage());
            }
        }
    }

    /** What is to be set of a breakpoint; empty when nothing is, because it is disabled, gone, or not ours to set. */
    private Optional<BreakpointFacts> wanted(IBreakpoint platform) throws CoreException {
        Optional<BreakpointFacts> facts = manager.isEnabled() && manager.isRegistered(platform) ? BreakpointFacts.of(platform)
                : Optional.empty();
        return facts.isPresent() && platform.isEnabled() && platform.isRegistered() ? facts : Optional.empty();
    }

    private void install(InstalledBreakpoint b) {
        List<Breakpoint> what = b.machineBreakpoints(target.symbols());
        if (what.isEmpty()) {
            String place = b.facts.function() != null ? "function " + b.facts.function()
                    : "line " + b.facts.line() + " of " + b.facts.file();
            target.session().message("breakpoint not set: the guest's symbols have no code for " + place);
            return;
        }
        if (b.facts.file() != null && b.platform.getMarker().getResource() instanceof IFile source && source.getLocation() != null) {
            target.session().tellOfEdited(source.getLocation().toPath());
        }
        synchronized (this) {
            retire(installed.put(b.platform, b));
            for (Breakpoint w : what) {
                CompletableFuture<Integer> id = target.port().setBreakpoint(b.spec(w, what.size()));
                b.ids.add(id);
                // Under the lock: who hears of a hit must find whose it is.
                id.whenComplete((number, error) -> answered(b, number, error));
            }
        }
    }

    /** Takes one out of the machine. @param old null: nothing */
    private void retire(InstalledBreakpoint old) {
        if (old != null) {
            old.ids.forEach(id -> id.thenAccept(target.port()::removeBreakpoint));
        }
    }

    private boolean isRetired(InstalledBreakpoint b) {
        return installed.get(b.platform) != b;
    }

    private void answered(InstalledBreakpoint b, Integer id, Throwable error) {
        synchronized (this) {
            if (error == null) {
                byId.put(id, b);
            }
        }
        if (error != null && !target.isTerminated()) {
            target.session().message("breakpoint not set: " + error.getMessage());
        }
    }

    private void remove(IBreakpoint platform) {
        InstalledBreakpoint old;
        synchronized (this) {
            old = installed.remove(platform);
        }
        retire(old);
    }

    synchronized boolean isInstalled(IBreakpoint platform) {
        InstalledBreakpoint b = installed.get(platform);
        return b != null && b.ids.stream().noneMatch(CompletableFuture::isCompletedExceptionally);
    }

    synchronized List<IBreakpoint> of(StopReason reason) {
        List<IBreakpoint> hit = new ArrayList<>();
        if (reason instanceof StopReason.AtBreakpoints at) {
            for (int id : at.ids()) {
                InstalledBreakpoint b = byId.get(id);
                if (b != null && installed.containsKey(b.platform) && !hit.contains(b.platform)) {
                    hit.add(b.platform);
                }
            }
        }
        return hit;
    }

    /**
     * Conditions in C, their hit counts, and logs with values; ids that are nobody's are a stepper's and stop. Those of breakpoints
     * removed meanwhile do not.
     */
    boolean stopsAt(List<Integer> ids) throws InspectionException {
        List<InstalledBreakpoint> hit = new ArrayList<>();
        boolean foreign = false;
        synchronized (this) {
            for (int id : ids) {
                InstalledBreakpoint b = byId.get(id);
                foreign |= b == null;
                if (b != null && !isRetired(b) && !hit.contains(b)) {
                    hit.add(b);
                }
            }
        }
        boolean stop = foreign;
        if (!hit.isEmpty()) {
            RegistersView registers = PortMemory.await(target.port().registers());
            GuestFrame top = new Unwinder(target.symbols(), target.memory()).top(registers);
            Inspector inspector = new Inspector(top, target.memory(), null);
            for (InstalledBreakpoint b : hit) {
                stop |= stops(b, inspector, new Expressions(inspector, target.symbols(), registers));
            }
        }
        return stop;
    }

    private boolean stops(InstalledBreakpoint b, Inspector inspector, Expressions expressions) {
        try {
            if (!b.holds(expressions)) {
                return false;
            }
        } catch (InspectionException e) {
            target.session().message("condition '" + b.facts.condition() + "': " + e.getMessage());
            return true;
        }
        if (b.facts.log()) {
            String text = b.facts.logMessage().isBlank() ? b.platform.getMarker().getAttribute(IMarker.MESSAGE, "hit")
                    : b.logText(expressions, new ValueText(inspector, target.symbols())::of);
            target.session().message(text);
            return false;
        }
        return true;
    }

    @Override
    public void breakpointAdded(IBreakpoint breakpoint) {
        set(breakpoint);
    }

    @Override
    public void breakpointRemoved(IBreakpoint breakpoint, IMarkerDelta delta) {
        remove(breakpoint);
    }

    @Override
    public void breakpointChanged(IBreakpoint breakpoint, IMarkerDelta delta) {
        if (isChanged(breakpoint)) {
            remove(breakpoint);
            set(breakpoint);
        }
    }

    /** False when only what has no effect on where and when a guest stops was changed. */
    private boolean isChanged(IBreakpoint breakpoint) {
        InstalledBreakpoint now;
        synchronized (this) {
            now = installed.get(breakpoint);
        }
        try {
            return now == null || !breakpoint.isEnabled() || !BreakpointFacts.of(breakpoint).equals(Optional.of(now.facts));
        } catch (CoreException | IllegalArgumentException e) {
            // Its marker is gone or spoilt; setting it anew says so.
            return true;
        }
    }

    @Override
    public void breakpointManagerEnablementChanged(boolean enabled) {
        setAnew();
    }
}
