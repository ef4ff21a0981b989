package org.domainfirmware.emulator.debug;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.domainfirmware.emulator.machine.Machine;

/**
 * The thread a machine lives on: runs it slice by slice and serves requests in between. A defect of
 * the emulator stops the machine with a report; it goes no further than this thread.
 */
final class GuestThread {
    private static final long MOST_WAIT_NANOS = 10_000_000;

    private final Machine machine;
    private final RunPlans plans;
    private final Consumer<DebugEvent> events;
    private final Runnable afterSlice;
    private final BlockingQueue<Runnable> requests = new LinkedBlockingQueue<>();
    private final Throttle throttle = new Throttle();
    private final Thread thread;
    private volatile RunPlan plan;
    private volatile StopReason reason = new StopReason.AtReset();
    private volatile boolean ended;

    /** @param afterSlice run after each slice, to hand out what the guest produced */
    GuestThread(String name, Machine machine, RunPlans plans, Consumer<DebugEvent> events, Runnable afterSlice) {
        this.machine = machine;
        this.plans = plans;
        this.events = events;
        this.afterSlice = afterSlice;
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

    /** Has something done on the guest's thread, between two slices. */
    <T> CompletableFuture<T> ask(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (ended) {
            answer.completeExceptionally(new DebugException("the guest is terminated"));
            return answer;
        }
        requests.add(() -> {
            try {
                answer.complete(work.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        if (plan != null) {
            machine.requestStop();
        }
        if (ended) {
            refuseRest();
        }
        return answer;
    }

    /** Sets the guest going; on its thread. */
    void run(Supplier<RunPlan> newPlan, boolean stepping) {
        if (plan != null) {
            return;
        }
        if (reason instanceof StopReason.PoweredOff || reason instanceof StopReason.Faulted) {
            throw new DebugException("the guest cannot go on: " + reason + "; reset it");
        }
        plans.begin();
        throttle.restart(machine.clock().nanos());
        plan = newPlan.get();
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
        throttle.enable(on, machine.clock().nanos());
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
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
                stop(new StopReason.Faulted(DefectReport.of(machine, defect)));
            }
        }
        plan = null;
        refuseRest();
        close();
        events.accept(new DebugEvent.Terminated());
    }

    private void close() {
        try {
            machine.close();
        } catch (IOException e) {
            events.accept(new DebugEvent.Logged(0, "an image could not be closed: " + e.getMessage()));
        }
    }

    private void refuseRest() {
        for (Runnable r = requests.poll(); r != null; r = requests.poll()) {
            r.run();
        }
    }

    private void serve() throws InterruptedException {
        Runnable request = plan == null ? requests.take() : requests.poll();
        while (request != null) {
            request.run();
            request = ended ? null : requests.poll();
        }
    }

    private void slice() throws InterruptedException {
        StopReason why = plan.slice();
        afterSlice.run();
        if (why != null) {
            stop(why);
            return;
        }
        long ahead = throttle.ahead(machine.clock().nanos());
        if (ahead > 0) {
            Runnable request = requests.poll(Math.min(ahead, MOST_WAIT_NANOS), TimeUnit.NANOSECONDS);
            if (request != null) {
                request.run();
            }
        }
    }
}
