package org.domainfirmware.debug.core.guest;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.domainfirmware.emulator.debug.Breakpoint;
import org.domainfirmware.emulator.debug.BreakpointSpec;
import org.domainfirmware.emulator.debug.DebugEvent;
import org.domainfirmware.emulator.debug.DebugPort;
import org.domainfirmware.emulator.debug.Machines;
import org.domainfirmware.emulator.debug.StopReason;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.machine.OptionRom;

/** A guest with our firmware, and what a debugger needs of it. */
final class TestGuest implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    final DebugPort port;
    final GuestSymbols symbols;
    final PortMemory memory;
    private final BlockingQueue<StopReason> stops = new LinkedBlockingQueue<>();

    /** Folder of the built firmware; the test command builds it first. */
    static Path firmware() {
        return Path.of(System.getProperty("org.domainfirmware.firmware", "build/firmware"));
    }

    /** @param program in drive A, or null */
    TestGuest(GuestProgram program, OptionRom... options) throws Exception {
        Map<MachineConfig.Drive, DriveImage> drives = program == null ? Map.of()
                : Map.of(MachineConfig.Drive.FDA, new DriveImage(program.floppy(), false));
        MachineConfig config = MachineConfig.of(Files.readAllBytes(firmware().resolve("rombios.rom")),
                Files.readAllBytes(firmware().resolve("vgabios.rom"))).withMemory(16).withDrives(drives)
                .withOptionRoms(List.of(options));
        List<Path> elfs = new ArrayList<>(List.of(firmware().resolve("rombios.elf"), firmware().resolve("vgabios.elf")));
        if (program != null) {
            elfs.add(program.elf());
        }
        if (options.length > 0) {
            elfs.add(firmware().resolve("optionrom.elf"));
        }
        symbols = GuestSymbols.load(elfs);
        port = Machines.start("test", config);
        memory = new PortMemory(port);
        port.addListener(e -> {
            if (e instanceof DebugEvent.Stopped s) {
                stops.add(s.reason());
            }
        });
    }

    int breakAt(long linear) {
        return port.setBreakpoint(BreakpointSpec.stop(new Breakpoint.Execution(SymbolPlaces.at(linear).get(0)))).join();
    }

    /** Runs to a function's body; the breakpoint is removed again. */
    void runToFunction(String name) throws Exception {
        runToAddress(symbols.entryOf(name).orElseThrow());
    }

    void runToAddress(long linear) throws Exception {
        int id = breakAt(linear);
        resume();
        port.removeBreakpoint(id).join();
    }

    StopReason resume() throws Exception {
        stops.clear();
        port.resume();
        return awaitStop();
    }

    StopReason awaitStop() throws Exception {
        StopReason reason = stops.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        memory.forget();
        assertNotNull(reason, "the guest did not stop");
        return reason;
    }

    BlockingQueue<StopReason> stops() {
        return stops;
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
