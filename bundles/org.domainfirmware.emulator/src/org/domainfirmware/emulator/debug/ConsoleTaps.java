package org.domainfirmware.emulator.debug;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.domainfirmware.emulator.machine.Machine;

/** Collects what the guest writes to its serial ports and debug console, and hands it out in pieces. */
final class ConsoleTaps {
    private static final int PIECE = 4096;

    private final Map<String, ByteArrayOutputStream> channels = new LinkedHashMap<>();
    private final Consumer<DebugEvent> events;

    ConsoleTaps(Machine machine, Consumer<DebugEvent> events) {
        this.events = events;
        for (int i = 0; i < 4; i++) {
            String name = "serial" + i;
            machine.serial(i).listener(value -> add(name, value));
        }
        machine.indicators().debugConsole().onByte(value -> add("debugcon", value));
    }

    private void add(String channel, int value) {
        ByteArrayOutputStream bytes = channels.computeIfAbsent(channel, k -> new ByteArrayOutputStream());
        bytes.write(value);
        if (bytes.size() >= PIECE) {
            flush(channel, bytes);
        }
    }

    /** Hands out what has come together. */
    void flush() {
        channels.forEach(this::flush);
    }

    private void flush(String channel, ByteArrayOutputStream bytes) {
        if (bytes.size() > 0) {
            events.accept(new DebugEvent.Console(channel, bytes.toByteArray()));
            bytes.reset();
        }
    }
}
