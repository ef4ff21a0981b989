package org.domainfirmware.emulator.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.domainfirmware.emulator.device.vga.png.PngEncoder;
import org.domainfirmware.emulator.machine.Machine;

/** Prints and saves what was asked for at the end of a run. */
final class BootEnd {
    private final BootOptions options;
    private final Machine machine;
    private final E820Tap e820;
    private final BootSectorEntry bootSector;

    /** @param e820 null when not wanted; @param bootSector null without a report */
    BootEnd(BootOptions options, Machine machine, E820Tap e820, BootSectorEntry bootSector) {
        this.options = options;
        this.machine = machine;
        this.e820 = e820;
        this.bootSector = bootSector;
    }

    void print(BootOutcome outcome, double hostSeconds) throws InputException {
        System.err.printf("dfw: %s after %d instructions, %.3f s of guest time, %.3f s%n", outcome.reason(),
                machine.clock().instructions(), machine.clock().nanos() / 1e9, hostSeconds);
        if (options.screenText) {
            BootRun.rows(machine).forEach(System.out::println);
        }
        if (options.e820) {
            e820.print(System.out);
        }
        if (options.state || outcome.status() == BootRun.DIED) {
            StateText.of(machine).forEach(options.state ? System.out::println : System.err::println);
        }
        if (options.screenshot != null) {
            save(options.screenshot, png());
        }
        if (options.report != null) {
            save(options.report, BootReport.json(outcome, machine, e820, bootSector, hostSeconds));
        }
        System.out.flush();
    }

    private byte[] png() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PngEncoder.write(machine.vga().screen().frame(), bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void save(Path file, byte[] bytes) throws InputException {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new InputException("cannot write " + file + ": " + e.getMessage());
        }
    }
}
