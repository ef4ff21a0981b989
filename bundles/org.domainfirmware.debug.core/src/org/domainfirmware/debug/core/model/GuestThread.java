package org.domainfirmware.debug.core.model;

import java.util.ArrayList;
import java.util.List;
import org.domainfirmware.debug.core.guest.GuestFrame;
import org.domainfirmware.debug.core.guest.InspectionException;
import org.domainfirmware.debug.core.guest.LineSteps;
import org.domainfirmware.debug.core.guest.PortMemory;
import org.domainfirmware.debug.core.guest.RegisterCell;
import org.domainfirmware.debug.core.guest.RegisterTree;
import org.domainfirmware.debug.core.guest.Unwinder;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.Location;
import org.domainfirmware.emulator.debug.RegistersView;
import org.domainfirmware.emulator.debug.StopReason;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;

/** The guest's processor. Every operation runs in the background; events tell of its end. */
public final class GuestThread extends GuestElement implements IThread {
    private final GuestControl control;
    private boolean running = true;
    private boolean stepping;
    private boolean ended;
    private boolean byInstruction;
    private StopReason reason = new StopReason.AtReset();
    private RegistersView registers;
    /** What the groups were made of. */
    private RegistersView grouped;
    private List<RegisterCell.Group> groups = List.of();
    private List<GuestStackFrame> frames = List.of();
    private boolean framesValid;
    /** Another number whenever what was read of the guest may no longer be so. */
    private long moment;

    GuestThread(GuestDebugTarget target, GuestControl control) {
        super(target);
        this.control = control;
    }

    private LineSteps steps() {
        return new LineSteps(guest().port(), guest().symbols(), guest().memory(), control);
    }

    /** Stepping goes by instructions instead of lines. */
    public synchronized void stepByInstruction(boolean on) {
        byInstruction = on;
    }

    public synchronized boolean isSteppingByInstruction() {
        return byInstruction;
    }

    private void start(int detail, boolean step, GuestControl.Operation operation) {
        synchronized (this) {
            if (running && reason == null || ended) {
                return;
            }
            control.begin();
            running = true;
            reason = null;
            stepping = step;
            outdated();
            guest().changes().rotate();
            // Told under the lock, which holds up nobody because the platform only queues it: so events come in the order of what happened.
            fireResumeEvent(detail);
        }
        control.start(operation, this::stopped);
    }

    private void outdated() {
        moment++;
        registers = null;
        framesValid = false;
    }

    private void stopped(StopReason why, String failure) {
        int detail = detail(why);
        guest().memory().forget();
        guest().session().tellOfNewFirmware();
        if (failure != null) {
            guest().session().message(failure);
        }
        if (detail == DebugEvent.UNSPECIFIED && !(why instanceof StopReason.AtReset)) {
            guest().session().message(StopText.of(why));
        }
        synchronized (this) {
            if (ended) {
                return;
            }
            running = false;
            stepping = false;
            reason = why;
            outdated();
            fireSuspendEvent(detail);
        }
    }

    private static int detail(StopReason why) {
        if (why instanceof StopReason.StepEnd) {
            return DebugEvent.STEP_END;
        }
        return why instanceof StopReason.AtBreakpoints ? DebugEvent.BREAKPOINT
                : why instanceof StopReason.Suspended ? DebugEvent.CLIENT_REQUEST : DebugEvent.UNSPECIFIED;
    }

    void standAtReset() {
        stopped(new StopReason.AtReset(), null);
    }

    /** The machine was reset or its firmware replaced under the debugger. */
    void replaced() {
        guest().memory().forget();
        synchronized (this) {
            StopReason now = guest().port().stopReason();
            if (running || ended || now == null) {
                return;
            }
            reason = now;
            outdated();
            // It is no longer where it was seen last: editors take their marks away.
            fireResumeEvent(DebugEvent.CLIENT_REQUEST);
            fireSuspendEvent(DebugEvent.UNSPECIFIED);
        }
    }

    /** Registers or memory were changed. */
    void changed() {
        synchronized (this) {
            if (ended) {
                return;
            }
            outdated();
            fireChangeEvent(DebugEvent.CONTENT);
        }
        guest().fireChange();
    }

    synchronized void ended() {
        ended = true;
        running = false;
        outdated();
        frames.forEach(GuestStackFrame::forget);
        frames = List.of();
        groups = List.of();
        grouped = null;
        fireTerminateEvent();
    }

    /** Why the guest stands, or null while it runs. */
    public synchronized StopReason reason() {
        return reason;
    }

    /** Why the guest stands in words, "" while it runs. */
    public String reasonText() {
        StopReason r = reason();
        return r == null ? "" : StopText.of(r);
    }

    /**
     * The registers at this stop.
     *
     * @throws InspectionException while it runs
     */
    public RegistersView registers() throws InspectionException {
        long asked;
        synchronized (this) {
            if (registers != null) {
                return registers;
            }
            if (running) {
                throw new InspectionException("the guest runs");
            }
            asked = moment;
        }
        RegistersView read = PortMemory.await(guest().port().registers());
        synchronized (this) {
            registers = asked == moment ? read : registers;
        }
        return read;
    }

    /** The registers at this stop in their groups. @throws InspectionException while it runs */
    List<RegisterCell.Group> registerGroups() throws InspectionException {
        RegistersView now = registers();
        synchronized (this) {
            if (grouped != now && !ended) {
                groups = RegisterTree.of(now);
                grouped = now;
            }
            return groups;
        }
    }

    /** The same; those of the last stop while it runs, and none when it is gone. */
    List<RegisterCell.Group> knownGroups() {
        try {
            return registerGroups();
        } catch (InspectionException runs) {
            synchronized (this) {
                return groups;
            }
        }
    }

    private List<GuestStackFrame> frames() {
        long asked;
        synchronized (this) {
            if (framesValid) {
                return frames;
            }
            if (running || ended) {
                return List.of();
            }
            asked = moment;
        }
        List<GuestFrame> found;
        try {
            found = new Unwinder(guest().symbols(), guest().memory()).frames(registers());
        } catch (InspectionException e) {
            // It went on running in between: there are no frames to show.
            return List.of();
        }
        synchronized (this) {
            if (asked != moment) {
                // They are of a stop that is over; an event that asks for those of the next is on its way.
                return List.of();
            }
            frames = merge(found);
            framesValid = true;
            return frames;
        }
    }

    /** Keeps the elements of activations that are still there, so that views keep what is selected and expanded. */
    private List<GuestStackFrame> merge(List<GuestFrame> found) {
        List<GuestStackFrame> merged = new ArrayList<>();
        for (GuestFrame f : found) {
            GuestStackFrame old = frames.stream().filter(o -> o.isSame(f) && !merged.contains(o)).findFirst().orElse(null);
            GuestStackFrame element = old == null ? new GuestStackFrame(this) : old;
            element.update(f, merged.size());
            merged.add(element);
        }
        frames.stream().filter(old -> !merged.contains(old)).forEach(GuestStackFrame::forget);
        return List.copyOf(merged);
    }

    /** The topmost frame, or null while it runs. */
    public GuestStackFrame top() {
        List<GuestStackFrame> all = frames();
        return all.isEmpty() ? null : all.get(0);
    }

    @Override
    public IStackFrame[] getStackFrames() {
        return frames().toArray(new IStackFrame[0]);
    }

    @Override
    public boolean hasStackFrames() {
        return isSuspended();
    }

    @Override
    public int getPriority() {
        return 0;
    }

    @Override
    public IStackFrame getTopStackFrame() {
        return top();
    }

    @Override
    public String getName() {
        return "Processor";
    }

    @Override
    public IBreakpoint[] getBreakpoints() {
        return guest().breakpointsOf(reason()).toArray(new IBreakpoint[0]);
    }

    /** False when the guest can only be looked at, or reset. */
    @Override
    public synchronized boolean canResume() {
        return isSuspended() && !reason.isEnd();
    }

    @Override
    public synchronized boolean canSuspend() {
        return running && reason == null && !ended;
    }

    @Override
    public synchronized boolean isSuspended() {
        return !running && !ended;
    }

    @Override
    public void resume() {
        start(DebugEvent.CLIENT_REQUEST, false, () -> control.run(guest().port()::resume));
    }

    @Override
    public void suspend() {
        control.suspend();
    }

    /** Runs until one of some places. */
    public void runTo(List<Location> places) {
        runToFirst(places.stream().<Breakpoint>map(Breakpoint.Execution::new).toList());
    }

    /** Runs until code that was linked at one of some addresses, also in a copy of it. */
    public void runToCode(List<Long> linked) {
        runToFirst(linked.stream().flatMap(a -> guest().symbols().breakpointsAt(a).stream()).toList());
    }

    private void runToFirst(List<Breakpoint> places) {
        start(DebugEvent.CLIENT_REQUEST, false, () -> steps().runTo(places));
    }

    @Override
    public boolean canStepInto() {
        return canResume();
    }

    @Override
    public boolean canStepOver() {
        return canResume();
    }

    @Override
    public boolean canStepReturn() {
        return canResume() && frames().size() > 1;
    }

    @Override
    public synchronized boolean isStepping() {
        return stepping;
    }

    @Override
    public void stepInto() {
        boolean instruction = isSteppingByInstruction();
        start(DebugEvent.STEP_INTO, true, () -> instruction ? steps().instruction() : steps().into());
    }

    @Override
    public void stepOver() {
        boolean instruction = isSteppingByInstruction();
        start(DebugEvent.STEP_OVER, true, () -> instruction ? steps().overInstruction() : steps().over());
    }

    @Override
    public void stepReturn() {
        GuestStackFrame top = top();
        if (top != null) {
            stepReturn(top.frame());
        }
    }

    void stepReturn(GuestFrame from) {
        start(DebugEvent.STEP_RETURN, true, () -> steps().returnFrom(from));
    }

    /** Steps over within a caller: first back to it. */
    void stepOver(GuestFrame above) {
        start(DebugEvent.STEP_OVER, true, () -> {
            StopReason back = steps().returnFrom(above);
            return back instanceof StopReason.StepEnd ? steps().over() : back;
        });
    }

    @Override
    public boolean canTerminate() {
        return guest().canTerminate();
    }

    @Override
    public synchronized boolean isTerminated() {
        return ended;
    }

    @Override
    public void terminate() {
        guest().terminate();
    }
}
