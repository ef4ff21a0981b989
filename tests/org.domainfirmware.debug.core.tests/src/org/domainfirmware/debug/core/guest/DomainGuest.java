package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.BreakpointSpec;
import org.domainfirmware.emulator.debug.DebugEvent;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.Location;
import org.domainfirmware.emulator.debug.Machines;
import org.domainfirmware.emulator.debug.StopReason;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.MachineConfig;

/** A domain with our firmware and monitor, a program in drive A, and the symbols of all of them. */
final class DomainGuest implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    final DebugPort port;
    final GuestSymbols symbols;
    final PortMemory memory;
    private final BlockingQueue<StopReason> stops = new LinkedBlockingQueue<>();

    DomainGuest(GuestProgram program) throws Exception {
        Path firmware = TestGuest.firmware();
        MachineConfig config = MachineConfig.of(Files.readAllBytes(firmware.resolve("rombios.rom")),
                Files.readAllBytes(firmware.resolve("vgabios.rom"))).withMemory(16)
                .withDrives(Map.of(MachineConfig.Drive.FDA, new DriveImage(program.floppy(), false)));
        symbols = GuestSymbols.load(List.of(firmware.resolve("vmxassist.elf"), firmware.resolve("rombios.elf"),
                firmware.resolve("vgabios.elf"), program.elf()));
        port = Machines.startDomain("domain", config, firmware.resolve("vmxloader.elf"));
        memory = new PortMemory(port);
        port.addListener(e -> {
            if (e instanceof DebugEvent.Stopped s) {
                stops.add(s.reason());
            }
        });
    }

    /** Address of a label of the program. */
    int label(String name) {
        return (int) symbols.files().get(3).symbol(name).orElseThrow().value();
    }

    void runToFunction(String name) throws Exception {
        runToAddress(symbols.entryOf(name).orElseThrow());
    }

    /** Runs to an address; the breakpoint is removed again. */
    void runToAddress(long linear) throws Exception {
        int id = port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Execution(new Location.Linear((int) linear)))).join();
        stops.clear();
        port.resume();
        awaitStop();
        port.removeBreakpoint(id).join();
    }

    StopReason awaitStop() throws InterruptedException {
        StopReason reason = stops.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        memory.forget();
        assertNotNull(reason, "the guest did not stop");
        return reason;
    }

    BlockingQueue<StopReason> stops() {
        return stops;
    }

    /** Runs to a label of the program, then to a function of the monitor. */
    void trapAt(String name, String function) throws Exception {
        runToAddress(label(name));
        runToFunction(function);
    }

    List<GuestFrame> frames() {
        memory.forget();
        return new Unwinder(symbols, memory).frames(port.registers().join());
    }

    @Override
    public void close() {
        port.close();
    }
}
