package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.BreakpointSpec;
import org.domainfirmware.emulator.debug.DebugEvent;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.Machines;
import org.domainfirmware.emulator.debug.StopReason;
import org.domainfirmware.emulator.machine.MachineConfig;

/** A domain with our firmware behind its debug port, and what its debug console says. */
final class DomainPort implements AutoCloseable {
    private static final int HOST_SECONDS = 60;

    private final DebugPort port;
    private final BlockingQueue<StopReason> stops = new LinkedBlockingQueue<>();
    private final StringBuffer console = new StringBuffer();

    DomainPort(MachineConfig config) throws IOException {
        this(config, loader());
    }

    DomainPort(MachineConfig config, Path loader) throws IOException {
        port = Machines.startDomain("domain", config, loader);
        port.addListener(e -> {
            if (e instanceof DebugEvent.Stopped s) {
                stops.add(s.reason());
            } else if (e instanceof DebugEvent.Console c && c.channel().equals("debugcon")) {
                console.append(new String(c.bytes(), StandardCharsets.ISO_8859_1));
            }
        });
    }

    static Path loader() {
        return Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware"), "vmxloader.elf");
    }

    DebugPort port() {
        return port;
    }

    /** What the debug console has said. */
    String console() {
        return console.toString();
    }

    StopReason awaitStop() throws InterruptedException {
        StopReason reason = stops.poll(HOST_SECONDS, TimeUnit.SECONDS);
        return reason != null ? reason : fail("the domain did not stop; its console:\n" + console);
    }

    /** Runs so many instructions further. */
    void run(long instructions) throws InterruptedException {
        goTo(port.registers().join().instructions() + instructions);
    }

    /** Runs to an instruction count. */
    void goTo(long count) throws InterruptedException {
        int id = port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.InstructionCount(count))).join();
        port.resume().join();
        StopReason reason = awaitStop();
        assertTrue(reason instanceof StopReason.AtBreakpoints b && b.ids().contains(id), reason + "; its console:\n" + console);
        port.removeBreakpoint(id).join();
    }

    @Override
    public void close() {
        port.close();
    }
}
