package org.domainfirmware.boot;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a guest program wrote to port E9h: a line a check, "PASS name" or "FAIL name: got ..., want ...", then "DONE". */
record ProgramLog(String text) {
    private List<String> lines(String start) {
        return text.lines().filter(l -> l.startsWith(start)).toList();
    }

    private static String check(String line) {
        return line.substring(5).replaceAll(": got .*", "").strip();
    }

    /** Fails with the lines that tell what went wrong, unless the program came to its end and all checks but the named ones passed. */
    void judge(Set<String> knownDifferences) {
        List<String> bad = lines("FAIL ").stream().filter(l -> !knownDifferences.contains(check(l))).toList();
        if (!bad.isEmpty()) {
            fail(bad.size() + " of " + (bad.size() + lines("PASS ").size()) + " checks failed\n" + String.join("\n", bad));
        }
        if (lines("DONE").isEmpty()) {
            fail("did not come to its end, the log ends with\n" + text.substring(Math.max(0, text.length() - 800)));
        }
        if (lines("PASS ").isEmpty()) {
            fail("no check was made");
        }
    }

    /** The checks that a file names for a program, a line "program: check" each; lines that begin with # say why. */
    static Set<String> differences(Path file, String program) throws IOException {
        String start = program + ": ";
        return Files.readAllLines(file).stream().filter(l -> l.startsWith(start)).map(l -> l.substring(start.length()).strip())
                .collect(Collectors.toSet());
    }
}
