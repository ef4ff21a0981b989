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

    private final byte[] rombios;
    private final byte[] vgabios;
    private final PrintStream out;

    public BenchTable(byte[] rombios, byte[] vgabios, PrintStream out) {
        this.rombios = rombios;
        this.vgabios = vgabios;
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
            Path image = program.assemble(work);
            Timing own = new OwnRun(rombios, vgabios).run(image, PATIENCE);
            all &= own.instructions() >= 0;
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-16s %9s %14d %8.1f", program.name(),
                    seconds(own), own.instructions(), own.instructions() / own.seconds() / 1e6));
            for (ForeignRun other : others) {
                Timing their = other.run(image, PATIENCE);
                row.append(String.format(Locale.ROOT, " %10s %7.2f", seconds(their), their.seconds() / own.seconds()));
            }
            out.println(row);
        }
        out.println("times: how many times faster than that emulator this one is (below 1: slower)");
        return all;
    }

    private static String seconds(Timing timing) {
        return Double.isNaN(timing.seconds()) ? "-" : String.format(Locale.ROOT, "%.3f", timing.seconds());
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
