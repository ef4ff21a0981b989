package org.domainfirmware.emulator.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;

/** What can be found wrong with the options before anything is built: limits, names of files to write, empty names. */
final class BootChecks {
    private BootChecks() {
    }

    static void check(BootOptions o) throws InputException {
        limit("--limit", o.limit);
        limit("--limit-instructions", o.limitInstructions);
        limit("--timeout", o.timeout);
        named("--rombios", o.rombios);
        named("--kernel", o.kernel);
        named("--fda", o.fda);
        named("--fdb", o.fdb);
        named("--hda", o.hda);
        named("--hdb", o.hdb);
        named("--cdrom", o.cdrom);
        for (Path initrd : o.initrds) {
            named("--initrd", initrd);
        }
        output("--screenshot", o.screenshot);
        output("--report", o.report);
        output("--trace-assist", o.traceAssist);
    }

    /** Not a number is no limit either. */
    private static void limit(String option, Number value) throws InputException {
        if (value != null && !(value.doubleValue() >= 0)) {
            throw new InputException(option + " " + value + ": give a number from 0 up");
        }
    }

    /** An empty name would mean the present folder. */
    static void named(String option, Path file) throws InputException {
        if (file != null && file.toString().isEmpty()) {
            throw new InputException(option + ": the name of the file is empty");
        }
    }

    /** A run may be long: that its results have no place must be said before it. */
    private static void output(String option, Path file) throws InputException {
        if (file == null) {
            return;
        }
        named(option, file);
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw new InputException(option + ": " + file + " is a folder; name a file to write");
        }
        if (!Files.isDirectory(folder)) {
            throw new InputException(option + ": cannot write " + file + ": there is no folder " + folder);
        }
    }

    /** The clock's start. */
    static LocalDateTime time(String text) throws InputException {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new InputException("--rtc " + text + ": is no date and time; write it as 2000-01-31T12:30:00");
        }
    }
}
