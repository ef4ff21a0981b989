package org.domainfirmware.firmware.core.diagnostics;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ld86 knows objects and symbols, no lines. */
final class Ld86Parser implements LineParser {
    private static final Pattern MESSAGE = Pattern.compile("(?:ld86: (?:(warning): )?|(?=undefined symbol: |duplicate symbol: ))(.+)");

    @Override
    public Optional<Diagnostic> parse(String line) {
        Matcher m = MESSAGE.matcher(line);
        if (!m.matches()) {
            return Optional.empty();
        }
        Severity severity = m.group(1) != null ? Severity.WARNING : Severity.ERROR;
        return Optional.of(Diagnostic.general(severity, "ld86: " + m.group(2)));
    }
}
