package org.domainfirmware.emulator.debug;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The thread a machine lives on: runs it slice by slice and serves requests in between. A defect of
 * the emulator stops the machine with a report; it goes no further than this thread.
 */
final class GuestThread {
    private static final long MOST_WAIT_NANOS = 10_000_000;

    private final EventQueueThread events;
    private final BlockingQueue<Request<?>> requests = new LinkedBlockingQueue<>();
    private final Throttle throttle = new Throttle();
    private final Thread thread;
    private volatile RunPlan plan;
    private volatile StopReason reason = new StopReason.AtReset();
    private volatile boolean ended;
    /** Null when the guest is terminated. */
    private volatile DebuggedMachine guest;

    GuestThread(String name, DebuggedMachine guest, EventQueueThread events) {
        this.guest = guest;
        this.events = events;
        thread = new Thread(this::live, "guest " + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    boolean isRunning() {
        return plan != null;
    }

    StopReason reason() {
        return plan == null ? reason : null;
    }

    /** Something to be done with the machine, and who waits for it. */
    private record Request<T>(Function<DebuggedMachine, T> work, CompletableFuture<T> answer) {
        void serve(DebuggedMachine guest) {
            try {
                answer.complete(work.apply(guest));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            } catch (Error e) {
                answer.completeExceptionally(e);
                throw e;
            }
        }

        void refuse() {
            answer.completeExceptionally(new DebugException("the guest is terminated"));
        }
    }

    /** Has something done on the guest's thread, between two slices. */
    <T> CompletableFuture<T> ask(Function<DebuggedMachine, T> work) {
        Request<T> request = new Request<>(work, new CompletableFuture<>());
        requests.add(request);
        DebuggedMachine running = plan == null ? null : guest;
        if (running != null) {
            running.machine().requestStop();
        }
        if (ended) {
            refuseRest();
        }
        return request.answer();
    }

    /** Sets the guest going; on its thread. */
    void run(Function<RunPlans, RunPlan> newPlan, boolean stepping) {
        if (plan != null) {
            return;
        }
        if (reason.isEnd()) {
            throw new DebugException("the guest cannot go on: " + reason + "; reset it");
        }
        guest.plans().begin();
        throttle.restart(nanos());
        plan = newPlan.apply(guest.plans());
        events.accept(new DebugEvent.Resumed(stepping));
    }

    /** Stops the guest; on its thread. */
    void stop(StopReason why) {
        if (plan == null) {
            return;
        }
        plan = null;
        reason = why;
        events.accept(new DebugEvent.Stopped(why));
    }

    /** A stopped guest stands at its reset now. */
    void markReset() {
        if (plan == null) {
            reason = new StopReason.AtReset();
        }
    }

    void realTime(boolean on) {
        throttle.enable(on, nanos());
    }

    private long nanos() {
        return guest.machine().clock().nanos();
    }

    /** Ends the thread; on it. */
    void end() {
        ended = true;
        plan = null;
    }

    void join(long millis) throws InterruptedException {
        if (Thread.currentThread() != thread) {
            thread.join(millis);
        }
    }

    private void live() {
        while (!ended) {
            try {
                serve();
                if (plan != null) {
                    slice();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ended = true;
            } catch (RuntimeException | Error defect) {
                stop(new StopReason.Faulted(DefectReport.of(guest.machine(), defect)));
            }
        }
        plan = null;
        close();
        refuseRest();
        events.accept(new DebugEvent.Terminated());
    }

    private void close() {
        try {
            guest.machine().close();
        } catch (IOException e) {
            events.accept(new DebugEvent.Logged(0, "an image could not be closed: " + e.getMessage()));
        }
        guest = null;
    }

    private void refuseRest() {
        for (Request<?> r = requests.poll(); r != null; r = requests.poll()) {
            r.refuse();
        }
    }

    private void serve() throws InterruptedException {
        Request<?> request = plan == null ? requests.take() : requests.poll();
        while (request != null) {
            request.serve(guest);
            request = ended ? null : requests.poll();
        }
    }

    private void slice() throws InterruptedException {
        StopReason why = plan.slice();
        guest.flush();
        if (why != null) {
            stop(why);
            return;
        }
        long ahead = events.isFull() ? MOST_WAIT_NANOS : throttle.ahead(nanos());
        if (ahead > 0) {
            Request<?> request = requests.poll(Math.min(ahead, MOST_WAIT_NANOS), TimeUnit.NANOSECONDS);
            if (request != null) {
                request.serve(guest);
            }
        }
    }
}
