package org.domainfirmware.emulator.debug;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Delivers events in order, away from the guest's thread, so that no listener can keep the guest from its other requests. Where
 * listeners are slower than the guest, {@link #isFull} tells the guest to wait: nothing is lost, and no event has to wait long for
 * its turn behind others.
 */
final class EventQueueThread implements Consumer<DebugEvent> {
    private static final long END_SECONDS = 2;
    /** Events under way that are enough: with consoles' pieces of 4 KiB, 128 KiB. */
    private static final int MOST = 32;

    private final List<Consumer<DebugEvent>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final ExecutorService thread;

    EventQueueThread(String name) {
        thread = Executors.newSingleThreadExecutor(r -> {
            Thread t = new Thread(r, "guest events " + name);
            t.setDaemon(true);
            return t;
        });
    }

    void add(Consumer<DebugEvent> listener) {
        listeners.add(listener);
    }

    void remove(Consumer<DebugEvent> listener) {
        listeners.remove(listener);
    }

    @Override
    public void accept(DebugEvent event) {
        try {
            underWay.incrementAndGet();
            thread.execute(() -> deliver(event));
        } catch (RejectedExecutionException e) {
            // Terminated: Terminated was the last event, by contract.
            return;
        }
        if (event instanceof DebugEvent.Terminated) {
            thread.shutdown();
        }
    }

    /** True when the guest is to wait for its listeners. */
    boolean isFull() {
        return underWay.get() >= MOST;
    }

    private void deliver(DebugEvent event) {
        underWay.decrementAndGet();
        RuntimeException failure = null;
        for (Consumer<DebugEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                // The others are told all the same; above all that the guest is gone.
                failure = e;
            }
        }
        if (event instanceof DebugEvent.Terminated) {
            listeners.clear();
        }
        if (failure != null) {
            throw failure;
        }
    }

    void awaitEnd() throws InterruptedException {
        thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    }
}
