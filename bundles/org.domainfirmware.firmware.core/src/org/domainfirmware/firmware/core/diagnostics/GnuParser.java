package org.domainfirmware.firmware.core.diagnostics;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages in the form of the GNU Coding Standards ("Formatting Error Messages"), {@code file:line:column: severity: text}:
 * gcc, its preprocessor, as, nasm, and make's warnings. bcc writes {@code file:line.column:} instead, and its preprocessor no column.
 */
final class GnuParser implements LineParser {
    private static final Pattern MESSAGE = Pattern.compile(
            "(.+?):(\\d+)(?:[:.](\\d+))?: +(?:[A-Z]+-)?(fatal error|fatal|error|panic|warning|note|Info)(?:: ?| )(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHOUT_PLACE = Pattern.compile(
            "(gcc|cc|cc1|cc1plus|cpp|as|nasm|bcc|objcopy|strip|ar|[a-z0-9_]+-(?:gcc|as|objcopy)): (?:(fatal error|fatal|error|Error|warning|Warning): )?(.+)");

    private static final String WERROR = "warnings being treated as errors";

    @Override
    public Optional<Diagnostic> parse(String line) {
        Matcher m = MESSAGE.matcher(line);
        if (m.matches()) {
            return Optional.of(Diagnostic.at(severity(m.group(4)), m.group(1), Numbers.of(m.group(2)), Numbers.of(m.group(3)), m.group(5)));
        }
        m = WITHOUT_PLACE.matcher(line);
        if (m.matches()) {
            Severity severity = m.group(2) == null ? Severity.ERROR : severity(m.group(2));
            severity = m.group(3).endsWith(WERROR) ? Severity.CONSEQUENCE : severity;
            return Optional.of(Diagnostic.general(severity, m.group(1) + ": " + m.group(3)));
        }
        return Optional.empty();
    }

    private static Severity severity(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "warning" -> Severity.WARNING;
            case "note", "info" -> Severity.NOTE;
            default -> Severity.ERROR;
        };
    }
}
