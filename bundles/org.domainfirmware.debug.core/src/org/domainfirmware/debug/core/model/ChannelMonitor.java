package org.domainfirmware.debug.core.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IFlushableStreamMonitor;

/** Output of a console until a view takes it over; about a million characters are kept meanwhile, the newest. */
final class ChannelMonitor implements IFlushableStreamMonitor {
    private static final int MOST = 1_000_000;
    /** Not every piece that comes is to move all that is kept. */
    private static final int SLACK = MOST / 8;

    private final List<IStreamListener> listeners = new CopyOnWriteArrayList<>();
    private final StringBuilder kept = new StringBuilder();
    private boolean buffered = true;

    void append(String text) {
        synchronized (this) {
            if (buffered) {
                kept.append(text);
                if (kept.length() > MOST + SLACK) {
                    kept.delete(0, kept.length() - MOST);
                }
            }
        }
        for (IStreamListener l : listeners) {
            l.streamAppended(text, this);
        }
    }

    @Override
    public void addListener(IStreamListener listener) {
        if (!listeners.contains(listener)) {
            listeners.add(listener);
        }
    }

    @Override
    public void removeListener(IStreamListener listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized String getContents() {
        return kept.toString();
    }

    @Override
    public synchronized void flushContents() {
        kept.setLength(0);
    }

    @Override
    public synchronized void setBuffered(boolean buffer) {
        buffered = buffer;
    }

    @Override
    public synchronized boolean isBuffered() {
        return buffered;
    }
}
