package org.domainfirmware.emulator.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.domainfirmware.emulator.machine.DriveImage;
import org.domainfirmware.emulator.machine.Machine;
import org.domainfirmware.emulator.machine.MachineConfig;
import org.domainfirmware.emulator.time.EventQueue;

/** Runs a benchmark on this emulator, in this JVM. */
final class OwnRun {
    private final byte[] rombios;
    private final byte[] vgabios;
    private final Stopwatch stopwatch;
    private long began;
    private long beganAt;
    private Timing timing;

    OwnRun(byte[] rombios, byte[] vgabios, Stopwatch stopwatch) {
        this.rombios = rombios;
        this.vgabios = vgabios;
        this.stopwatch = stopwatch;
    }

    /** @param seconds host time after which it is given up */
    Timing run(Path image, int seconds) throws IOException {
        timing = null;
        MachineConfig config = MachineConfig.of(rombios, vgabios).withBootOrder(List.of("a"))
                .withDrives(Map.of(MachineConfig.Drive.FDA, new DriveImage(image, false)));
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        try (Machine machine = new Machine(config)) {
            machine.serial(0).listener(value -> mark(machine, value));
            while (timing == null && System.nanoTime() < deadline) {
                machine.run(machine.clock().instructions() + 20_000_000, EventQueue.NEVER);
            }
        }
        return timing == null ? Timing.UNFINISHED : timing;
    }

    private void mark(Machine machine, int value) {
        if (value == '[') {
            began = stopwatch.nanos(ProcessHandle.current());
            beganAt = machine.clock().instructions();
        } else if (value == ']') {
            timing = new Timing((stopwatch.nanos(ProcessHandle.current()) - began) / 1e9, machine.clock().instructions() - beganAt);
            machine.requestStop();
        }
    }
}
