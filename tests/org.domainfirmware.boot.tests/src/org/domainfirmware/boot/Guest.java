package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.RunEnd;
import org.domainfirmware.emulator.replay.InputEvent;

/** A guest driven by what is on its screen and serial port. */
final class Guest implements AutoCloseable {
    private static final long SLICE = 20_000_000;

    private final Machine machine;
    private final StringBuilder serial = new StringBuilder();
    private long slice = SLICE;
    private RunEnd end;

    Guest(MachineConfig config) throws IOException {
        machine = new Machine(config);
        machine.serial(0).listener(value -> serial.append((char) value));
    }

    /** Looks at conditions this often, in nanoseconds of guest time. */
    void lookEvery(long nanos) {
        slice = nanos;
    }

    String screen() {
        return String.join("\n", machine.vga().screen().text().rows().stream().map(String::stripTrailing).toList());
    }

    Machine machine() {
        return machine;
    }

    /** Runs until the screen matches; fails with the screen after so many seconds of guest time. */
    void awaitScreen(String regex, double seconds) {
        Pattern pattern = Pattern.compile(regex, Pattern.MULTILINE);
        await(() -> pattern.matcher(screen()).find(), "the screen to match " + regex, seconds);
    }

    /** Runs until the first serial port's output from {@code from} on matches. @return the length of the output then */
    int awaitSerial(String regex, int from, double seconds) {
        Pattern pattern = Pattern.compile(regex, Pattern.MULTILINE);
        await(() -> pattern.matcher(serial.substring(from)).find(), "serial output to match " + regex, seconds);
        return serial.length();
    }

    /** Runs until the machine ends by itself. */
    RunEnd awaitEnd(double seconds) {
        await(() -> end != null, "the machine to end", seconds);
        return end;
    }

    private void await(BooleanSupplier condition, String what, double seconds) {
        long limit = machine.clock().nanos() + (long) (seconds * 1e9);
        while (!condition.getAsBoolean()) {
            if (machine.clock().nanos() >= limit) {
                fail("waited " + seconds + " s of guest time for " + what + ", got\n" + report());
            }
            RunEnd now = machine.run(Long.MAX_VALUE, machine.clock().nanos() + slice);
            if (now != RunEnd.TIME && now != RunEnd.STOP_REQUEST) {
                end = now;
                if (!condition.getAsBoolean()) {
                    fail("the machine ended (" + now + ") while waiting for " + what + ", got\n" + report());
                }
            }
        }
    }

    private String report() {
        String tail = serial.substring(Math.max(0, serial.length() - 1500));
        return "screen:\n" + screen() + "\nserial:\n" + tail;
    }

    void type(String keys) throws IOException {
        machine.input(new InputEvent.Text(keys));
    }

    void send(String text) throws IOException {
        machine.input(new InputEvent.Serial(0, text.getBytes(StandardCharsets.US_ASCII)));
    }

    String serial() {
        return serial.toString();
    }

    @Override
    public void close() throws IOException {
        machine.close();
    }
}
