package org.domainfirmware.emulator.debug;

import java.util.LinkedHashMap;
import java.util.Map;
import org.domainfirmware.emulator.bus.PortBus;
import org.domainfirmware.emulator.bus.PortHandler;

/** Stands before a port's handler while breakpoints watch the port. */
final class PortWatch implements PortHandler {
    private record Watcher(Breakpoint.Port what, Runnable hit) { }

    private final PortHandler behind;
    private final int port;
    private final int widest;
    private final Map<BreakpointEntry, Watcher> watchers = new LinkedHashMap<>();

    private PortWatch(PortHandler behind, int port, int widest) {
        this.behind = behind;
        this.port = port;
        this.widest = widest;
    }

    static PortWatch install(PortBus bus, int port) {
        PortWatch watch = new PortWatch(bus.handler(port), port, bus.widest(port));
        bus.register(port, 1, watch.widest, watch);
        return watch;
    }

    void add(BreakpointEntry entry, Breakpoint.Port what, Runnable hit) {
        watchers.put(entry, new Watcher(what, hit));
    }

    /** Takes a breakpoint away; gives the port back and true when it was the last. */
    boolean removeIfOf(BreakpointEntry entry, PortBus bus) {
        watchers.remove(entry);
        if (!watchers.isEmpty()) {
            return false;
        }
        if (bus.handler(port) == this) {
            bus.register(port, 1, widest, behind);
        }
        return true;
    }

    private void accessed(boolean write) {
        for (Watcher w : watchers.values()) {
            if (write ? w.what().onWrite() : w.what().onRead()) {
                w.hit().run();
            }
        }
    }

    @Override
    public int read(int at, int size) {
        int value = behind.read(at, size);
        accessed(false);
        return value;
    }

    @Override
    public void write(int at, int size, int value) {
        behind.write(at, size, value);
        accessed(true);
    }

    @Override
    public int peek(int at, int size) {
        return behind.peek(at, size);
    }
}
