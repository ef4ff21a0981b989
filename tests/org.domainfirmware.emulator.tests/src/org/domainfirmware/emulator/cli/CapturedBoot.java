package org.domainfirmware.emulator.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code dfw boot} run in this JVM, with what it said. Replaces System.out and System.err meanwhile: for {@code @Isolated} tests.
 *
 * @param status exit status
 */
public record CapturedBoot(int status, String out, String err) {
    /** Runs {@code boot} with these options. */
    public static CapturedBoot of(List<String> options) {
        List<String> args = new ArrayList<>(List.of("boot"));
        args.addAll(options);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            int status = Main.execute(args.toArray(String[]::new));
            return new CapturedBoot(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
        }
    }

    /** What it said on stderr, line by line. */
    public List<String> errLines() {
        return err.lines().toList();
    }
}
