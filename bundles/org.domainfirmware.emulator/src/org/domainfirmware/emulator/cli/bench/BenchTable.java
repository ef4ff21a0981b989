package org.domainfirmware.emulator.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs benchmarks and prints the table: seconds on each emulator, and how fast we are beside the others. */
public final class BenchTable {
    /** Host seconds after which a run is given up. */
    private static final int PATIENCE = 120;
    /** Host seconds of a run that makes repeating it pointless: start and compilation do not show in it. */
    private static final int LONG = 5;

    private final byte[] rombios;
    private final byte[] vgabios;
    private final int repeat;
    private final Stopwatch stopwatch;
    private final PrintStream out;

    /**
     * Sets what runs how.
     *
     * @param repeat how often each program runs on each emulator; the best time counts
     * @param stopwatch what the seconds are
     */
    public BenchTable(byte[] rombios, byte[] vgabios, int repeat, Stopwatch stopwatch, PrintStream out) {
        this.rombios = rombios;
        this.vgabios = vgabios;
        this.repeat = repeat;
        this.stopwatch = stopwatch;
        this.out = out;
    }

    /**
     * Runs them all.
     *
     * @return true when each finished here
     */
    public boolean print(List<BenchProgram> programs) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("dfw-bench");
        try {
            List<ForeignRun> others = new ArrayList<>(List.of(new QemuRun(work), new BochsRun(work)));
            for (ForeignRun other : List.copyOf(others)) {
                if (!other.installed()) {
                    out.println(other.name() + ": skipped, because " + other.program() + " is not installed");
                    others.remove(other);
                }
            }
            return rows(programs, others, work);
        } finally {
            delete(work);
        }
    }

    private boolean rows(List<BenchProgram> programs, List<ForeignRun> others, Path work)
            throws IOException, InterruptedException {
        StringBuilder head = new StringBuilder(String.format("%-16s %9s %14s %8s", "program", "seconds", "instructions",
                "MIPS"));
        for (ForeignRun other : others) {
            head.append(String.format(" %10s %7s", other.name(), "times"));
        }
        out.println(head);
        boolean all = true;
        for (BenchProgram program : programs) {
            all &= row(program, others, work);
        }
        out.println("times: how many times faster than that emulator this one is (below 1: slower)");
        if (stopwatch == Stopwatch.PROCESSOR) {
            out.println("seconds: processor time of each emulator's process, all threads together");
        }
        if (repeat > 1) {
            out.println("seconds: the best of " + repeat + " runs, the emulators by turns; a run of over " + LONG
                    + " s is not repeated");
        }
        return all;
    }

    private boolean row(BenchProgram program, List<ForeignRun> others, Path work) throws IOException, InterruptedException {
        Path image = program.assemble(work);
        Timing own = null;
        Timing[] their = new Timing[others.size()];
        for (int turn = 0; turn < repeat; turn++) {
            if (isRepeated(own)) {
                own = new OwnRun(rombios, vgabios, stopwatch).run(image, PATIENCE).best(own);
            }
            for (int i = 0; i < their.length; i++) {
                if (isRepeated(their[i])) {
                    their[i] = others.get(i).run(image, PATIENCE, stopwatch).best(their[i]);
                }
            }
        }
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-16s %9s %14s %8s", program.name(),
                seconds(own), own.finished() ? own.instructions() : "-",
                own.finished() ? String.format(Locale.ROOT, "%.1f", own.instructions() / own.seconds() / 1e6) : "-"));
        for (Timing timing : their) {
            row.append(String.format(Locale.ROOT, " %10s %7s", seconds(timing), own.finished() && timing.finished()
                    ? String.format(Locale.ROOT, "%.2f", timing.seconds() / own.seconds()) : "-"));
        }
        out.println(row);
        return own.finished();
    }

    private static boolean isRepeated(Timing best) {
        return best == null || best.seconds() < LONG;
    }

    private static String seconds(Timing timing) {
        return timing.finished() ? String.format(Locale.ROOT, "%.3f", timing.seconds()) : "-";
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
