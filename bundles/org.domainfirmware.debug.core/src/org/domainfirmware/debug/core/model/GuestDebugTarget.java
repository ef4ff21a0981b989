package org.domainfirmware.debug.core.model;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.domainfirmware.debug.core.breakpoints.BreakpointFacts;
import org.domainfirmware.debug.core.guest.GuestSymbols;
import org.domainfirmware.debug.core.guest.InspectionException;
import org.domainfirmware.debug.core.guest.PortMemory;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.Location;
import org.domainfirmware.emulator.debug.StopReason;
import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.core.model.IMemoryBlockExtension;
import org.eclipse.debug.core.model.IMemoryBlockRetrievalExtension;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IThread;

/** A guest under the debugger. It has one thread, its processor. */
public final class GuestDebugTarget extends GuestElement implements IDebugTarget, IMemoryBlockRetrievalExtension {
    private final GuestSession session;
    private final PortMemory memory;
    private final GuestThread thread;
    private final GuestBreakpoints breakpoints;
    private final ChangeHistory changes = new ChangeHistory();
    private volatile boolean terminated;

    /** Takes a guest over: sets the breakpoints there are. It stands at reset until {@link #begin}. */
    public GuestDebugTarget(GuestSession session) {
        super(null);
        this.session = session;
        memory = new PortMemory(session.port());
        breakpoints = new GuestBreakpoints(this);
        thread = new GuestThread(this, new GuestControl(session.name(), session.port(), memory, breakpoints::stopsAt));
        session.target(this);
        session.symbols().problems().forEach(session::message);
        breakpoints.start();
        fireCreationEvent();
        thread.fireCreationEvent();
        // It may have been terminated meanwhile.
        session.onEnd(this::ended);
    }

    /** Starts it: to a place, freely (no place), or not at all. */
    public void begin(boolean run, List<Location> stopAt) {
        if (!run) {
            thread.standAtReset();
        } else if (stopAt.isEmpty()) {
            thread.resume();
        } else {
            thread.runTo(stopAt);
        }
    }

    @Override
    public GuestDebugTarget guest() {
        return this;
    }

    @Override
    public IDebugTarget getDebugTarget() {
        return this;
    }

    public GuestSession session() {
        return session;
    }

    public DebugPort port() {
        return session.port();
    }

    public GuestSymbols symbols() {
        return session.symbols();
    }

    /** The guest's memory, kept while it stands. */
    public PortMemory memory() {
        return memory;
    }

    public GuestThread thread() {
        return thread;
    }

    ChangeHistory changes() {
        return changes;
    }

    /** True when a breakpoint is set in the machine: its line has code, its address is right. */
    public boolean isInstalled(IBreakpoint breakpoint) {
        return breakpoints.isInstalled(breakpoint);
    }

    /** Platform breakpoints behind ids of the debug port. */
    List<IBreakpoint> breakpointsOf(StopReason reason) {
        return breakpoints.of(reason);
    }

    GuestBreakpoints breakpoints() {
        return breakpoints;
    }

    /** Hardware reset. The guest runs on, or stands at its reset vector. */
    public void reset() {
        port().reset().whenCompleteAsync((done, error) -> {
            if (error != null) {
                session.message("reset: " + error.getMessage());
            } else {
                thread.replaced();
            }
        });
    }

    /** See {@link GuestSession#reloadFirmware}. */
    public CompletableFuture<Void> reloadFirmware() {
        return session.reloadFirmware();
    }

    void firmwareReloaded() {
        breakpoints.setAnew();
        thread.replaced();
    }

    private void ended() {
        terminated = true;
        breakpoints.stop();
        thread.ended();
        memory.forget();
        fireTerminateEvent();
    }

    /** The platform brings its console to front at each stop: that of what the guest does now. */
    @Override
    public IProcess getProcess() {
        return session.current();
    }

    @Override
    public IThread[] getThreads() {
        return terminated ? new IThread[0] : new IThread[] {thread};
    }

    @Override
    public boolean hasThreads() {
        return !terminated;
    }

    @Override
    public String getName() {
        return session.name();
    }

    @Override
    public ILaunch getLaunch() {
        return session.launch();
    }

    @Override
    public boolean supportsBreakpoint(IBreakpoint breakpoint) {
        return BreakpointFacts.isKnown(breakpoint);
    }

    @Override
    public boolean canTerminate() {
        return !terminated;
    }

    @Override
    public boolean isTerminated() {
        return terminated;
    }

    @Override
    public void terminate() {
        session.terminate();
    }

    @Override
    public boolean canResume() {
        return thread.canResume();
    }

    @Override
    public boolean canSuspend() {
        return thread.canSuspend();
    }

    @Override
    public boolean isSuspended() {
        return thread.isSuspended();
    }

    @Override
    public void resume() {
        thread.resume();
    }

    @Override
    public void suspend() {
        thread.suspend();
    }

    @Override
    public void breakpointAdded(IBreakpoint breakpoint) {
        breakpoints.breakpointAdded(breakpoint);
    }

    @Override
    public void breakpointRemoved(IBreakpoint breakpoint, IMarkerDelta delta) {
        breakpoints.breakpointRemoved(breakpoint, delta);
    }

    @Override
    public void breakpointChanged(IBreakpoint breakpoint, IMarkerDelta delta) {
        breakpoints.breakpointChanged(breakpoint, delta);
    }

    @Override
    public boolean canDisconnect() {
        return false;
    }

    @Override
    public void disconnect() throws DebugException {
        notSupported("a guest cannot be disconnected from; it lives in the workbench", null);
    }

    @Override
    public boolean isDisconnected() {
        return false;
    }

    @Override
    public boolean supportsStorageRetrieval() {
        return true;
    }

    @Override
    public IMemoryBlock getMemoryBlock(long startAddress, long length) {
        return GuestMemoryBlock.linear(this, startAddress, length);
    }

    @Override
    public IMemoryBlockExtension getExtendedMemoryBlock(String expression, Object context) throws DebugException {
        try {
            GuestStackFrame frame = context instanceof GuestStackFrame f ? f : thread.top();
            return GuestMemoryBlock.of(this, expression, frame);
        } catch (InspectionException e) {
            throw failed(e);
        }
    }

    /** Tells views that memory or registers were changed by the user. */
    public void changed() {
        memory.forget();
        thread.changed();
    }

    void fireChange() {
        fireChangeEvent(DebugEvent.CONTENT);
        // The Memory view listens to each of its blocks.
        for (IMemoryBlock block : DebugPlugin.getDefault().getMemoryBlockManager().getMemoryBlocks(this)) {
            ((GuestMemoryBlock) block).fireChangeEvent(DebugEvent.CONTENT);
        }
    }
}
