package org.domainfirmware.emulator.debug;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Delivers events in order, away from the guest's thread, so that no listener can hold the guest up. */
final class EventQueueThread implements Consumer<DebugEvent> {
    private static final long END_SECONDS = 2;

    private final List<Consumer<DebugEvent>> listeners = new CopyOnWriteArrayList<>();
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
            thread.execute(() -> deliver(event));
        } catch (RejectedExecutionException e) {
            // Terminated: Terminated was the last event, by contract.
            return;
        }
        if (event instanceof DebugEvent.Terminated) {
            thread.shutdown();
        }
    }

    private void deliver(DebugEvent event) {
        for (Consumer<DebugEvent> listener : listeners) {
            listener.accept(event);
        }
        if (event instanceof DebugEvent.Terminated) {
            listeners.clear();
        }
    }

    void awaitEnd() throws InterruptedException {
        thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    }
}
