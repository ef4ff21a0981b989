package org.domainfirmware.debug.core.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.domainfirmware.debug.core.guest.GuestRuns;
import org.domainfirmware.debug.core.guest.InspectionException;
import org.domainfirmware.debug.core.guest.PortMemory;
import org.domainfirmware.emulator.debug.DebugEvent;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.StopReason;

/** Runs one operation at a time on a thread of its own: a resume, a step, a run to somewhere, each until the guest stands. */
final class GuestControl implements GuestRuns {
    /** What ends with the guest standing. */
    @FunctionalInterface
    interface Operation {
        StopReason run() throws InspectionException;
    }

    /** Decides whether a stop at breakpoints is one for the user: conditions, hit counts, logs. */
    @FunctionalInterface
    interface StopFilter {
        boolean stopsAt(List<Integer> ids) throws InspectionException;
    }

    private final DebugPort port;
    private final PortMemory memory;
    private final StopFilter filter;
    private final ExecutorService worker;
    /** Empty when the guest is gone. */
    private final BlockingQueue<Optional<StopReason>> stops = new LinkedBlockingQueue<>();
    private volatile boolean suspendAsked;

    GuestControl(String name, DebugPort port, PortMemory memory, StopFilter filter) {
        this.port = port;
        this.memory = memory;
        this.filter = filter;
        worker = Executors.newSingleThreadExecutor(r -> {
            Thread t = new Thread(r, "guest debugger " + name);
            t.setDaemon(true);
            return t;
        });
        port.addListener(this::heard);
    }

    private void heard(DebugEvent event) {
        if (event instanceof DebugEvent.Stopped s) {
            stops.add(Optional.of(s.reason()));
        } else if (event instanceof DebugEvent.Terminated) {
            worker.shutdown();
            stops.add(Optional.empty());
        }
    }

    /** An operation is going to be started: from now on a wish to suspend is one to end it. */
    void begin() {
        suspendAsked = false;
    }

    /**
     * Starts the operation.
     *
     * @param done gets the reason, or a message when the operation failed; not called when the guest is gone
     */
    void start(Operation operation, BiConsumer<StopReason, String> done) {
        try {
            worker.execute(() -> {
                String failure = null;
                StopReason reason;
                try {
                    reason = operation.run();
                } catch (InspectionException e) {
                    failure = e.getMessage();
                    reason = port.stopReason();
                }
                if (!worker.isShutdown()) {
                    done.accept(reason == null ? new StopReason.Suspended() : reason, failure);
                }
            });
        } catch (RejectedExecutionException e) {
            // The guest is gone, and with it the wish.
            return;
        }
    }

    void suspend() {
        suspendAsked = true;
        port.suspend();
    }

    @Override
    public StopReason run(Supplier<CompletableFuture<Void>> order) throws InspectionException {
        while (true) {
            stops.clear();
            if (worker.isShutdown()) {
                throw new InspectionException("the guest is terminated");
            }
            PortMemory.await(order.get());
            if (suspendAsked) {
                // It was asked for between two runs, when there was nothing to suspend.
                port.suspend();
            }
            StopReason reason = next();
            memory.forget();
            if (!(reason instanceof StopReason.AtBreakpoints b) || filter.stopsAt(b.ids())) {
                return reason;
            }
        }
    }

    private StopReason next() throws InspectionException {
        try {
            return stops.take().orElseThrow(() -> new InspectionException("the guest is terminated"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InspectionException("interrupted");
        }
    }
}
