package org.domainfirmware.emulator.debug;

import java.util.function.Consumer;
import org.domainfirmware.emulator.cpu.TransferHook;

/** Tells of mode changes, those within a slice as one. */
final class ModeReporter implements TransferHook {
    private final Consumer<DebugEvent> events;
    private int first = -1;
    private int last;

    ModeReporter(Consumer<DebugEvent> events) {
        this.events = events;
    }

    @Override
    public void modeChanged(int before, int after) {
        first = first < 0 ? before : first;
        last = after;
    }

    void flush() {
        if (first >= 0 && first != last) {
            events.accept(new DebugEvent.ModeChanged(first, last));
        }
        first = -1;
    }
}
