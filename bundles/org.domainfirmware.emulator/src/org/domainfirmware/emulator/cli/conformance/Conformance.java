package org.domainfirmware.emulator.cli.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.domainfirmware.emulator.cpu.state.CpuModel;

/** Runs captured tests and reports, a line an opcode form. */
public final class Conformance {
    private static final String SUFFIX = ".MOO";
    /** Failures explained a form, with {@code verbose}. */
    private static final int EXPLAINED = 3;

    private final Path directory;
    private final FlagMasks masks;
    private final boolean verbose;
    private final PrintStream out;
    private final TestBench bench = new TestBench(CpuModel.PPRO);
    private final Map<String, Integer> differences = new TreeMap<>();
    private int tests;
    private int passed;
    private int failed;

    private Conformance(Path directory, boolean verbose, PrintStream out) throws IOException {
        this.directory = directory;
        this.verbose = verbose;
        this.out = out;
        masks = FlagMasks.read(directory);
    }

    /**
     * What came of a run.
     *
     * @param tests all that ran
     * @param named failures that a named difference explains, by its name
     * @param failed the others
     */
    public record Result(int tests, int passed, Map<String, Integer> named, int failed) {
        public int namedTotal() {
            return named.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Runs the tests of a directory.
     *
     * @param forms opcode forms such as "00" or "80.3"; empty for all
     * @throws IOException when files are missing or damaged; the message names them
     */
    public static Result run(Path directory, Set<String> forms, boolean verbose, PrintStream out) throws IOException {
        Conformance run = new Conformance(directory, verbose, out);
        List<Path> files = run.files(forms);
        out.printf("%-8s %6s %7s %6s %7s%n", "form", "tests", "passed", "named", "failed");
        for (Path file : files) {
            run.form(file);
        }
        out.printf("%-8s %6d %7d %6d %7d%n", "all", run.tests, run.passed,
                run.tests - run.passed - run.failed, run.failed);
        for (NamedDifference d : NamedDifference.ALL) {
            if (run.differences.containsKey(d.name())) {
                out.printf("%6d %s: %s%n", run.differences.get(d.name()), d.name(), d.reason());
            }
        }
        return new Result(run.tests, run.passed, run.differences, run.failed);
    }

    private static String form(String fileName) {
        int end = fileName.indexOf(SUFFIX);
        return end < 0 ? null : fileName.substring(0, end);
    }

    private List<Path> files(Set<String> forms) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(f -> form(f.getFileName().toString()) != null).sorted().toList();
        }
        if (files.isEmpty()) {
            throw new IOException(directory + " holds no captured tests (*.MOO.gz)");
        }
        List<Path> chosen = new ArrayList<>();
        for (Path file : files) {
            if (forms.isEmpty() || forms.contains(form(file.getFileName().toString()))) {
                chosen.add(file);
            }
        }
        if (chosen.size() < forms.size()) {
            throw new IOException("no captured tests for some of the forms " + forms + " in " + directory);
        }
        return chosen;
    }

    private void form(Path file) throws IOException {
        String form = form(file.getFileName().toString());
        int mask = masks.mask(form);
        int good = 0;
        int bad = 0;
        List<MooTest> all = MooFile.read(file);
        List<String> explanations = new ArrayList<>();
        for (MooTest test : all) {
            boolean halted = bench.run(test);
            List<String> found = Judgement.differences(bench, test, mask);
            if (halted && found.isEmpty()) {
                good++;
            } else {
                NamedDifference known = NamedDifference.explaining(form, test, changed -> passes(test, changed, mask));
                if (known != null) {
                    differences.merge(known.name(), 1, Integer::sum);
                } else {
                    bad++;
                    explanations.add(explain(test, halted, found));
                }
            }
            bench.clear(test);
        }
        tests += all.size();
        passed += good;
        failed += bad;
        out.printf("%-8s %6d %7d %6d %7d%n", form, all.size(), good, all.size() - good - bad, bad);
        if (verbose) {
            explanations.stream().limit(EXPLAINED).forEach(out::println);
        }
    }

    private boolean passes(MooTest original, MooTest changed, int mask) {
        bench.clear(original);
        boolean good = bench.run(changed) && Judgement.differences(bench, changed, mask).isEmpty();
        bench.clear(changed);
        return good;
    }

    private static String explain(MooTest test, boolean halted, List<String> found) {
        return String.format("    test %d, %s (%s)%s%s%n        %s", test.index(), test.name(),
                HexFormat.ofDelimiter(" ").formatHex(test.bytes()),
                test.exception() < 0 ? "" : ", raises exception " + test.exception(),
                halted ? "" : ", never halts here", String.join("; ", found));
    }
}
