package org.domainfirmware.emulator.cli.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The captured tests of a real 80286: all pass but for the named differences, which stay under 2 %. */
class CorpusTest {
    private static final double MOST_NAMED = 0.02;

    private static Path corpus() {
        String told = System.getenv("DFW_CORPUS");
        return Path.of(told != null ? told : "../shared/corpus").resolve("80286-real-mode");
    }

    @Test
    void everyFormPasses() throws IOException {
        assumeTrue(Files.isDirectory(corpus()), "skipped, because there is no corpus at " + corpus()
                + ": set DFW_CORPUS to the directory that holds 80286-real-mode");
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        Conformance.Result result = Conformance.run(corpus(), Set.of(), true,
                new PrintStream(report, true, StandardCharsets.UTF_8));
        assertEquals(0, result.failed(), () -> report.toString(StandardCharsets.UTF_8));
        assertTrue(result.namedTotal() < result.tests() * MOST_NAMED, () -> "named differences " + result.named());
        assertEquals(result.tests(), result.passed() + result.namedTotal());
    }
}
