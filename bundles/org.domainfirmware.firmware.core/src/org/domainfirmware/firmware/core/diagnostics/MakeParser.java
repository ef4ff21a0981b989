package org.domainfirmware.firmware.core.diagnostics;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GNU make's own messages. */
final class MakeParser implements LineParser {
    private static final String MAKE = "g?make(?:\\[\\d+\\])?: ";
    private static final Pattern IN_MAKEFILE = Pattern.compile("(.+?):(\\d+): \\*\\*\\* (.*?)(?: +Stop\\.)?");
    private static final Pattern FAILED = Pattern.compile(MAKE + "\\*\\*\\* \\[(?:(.+?):(\\d+): )?(.+?)\\] ((?:Error|Signal) .*|[A-Z].*)");
    private static final Pattern STOP = Pattern.compile(MAKE + "\\*\\*\\* (.*?)(?: +Stop\\.)?");
    private static final Pattern MISSING = Pattern.compile("(?:" + MAKE
            + "(?:exec[a-z]*: )?|(?:/\\S+/)?(?:da|ba)?sh: (?:line )?(?:\\d+: )?)(\\S+): (?:No such file or directory|not found|command not found)");

    @Override
    public Optional<Diagnostic> parse(String line) {
        Matcher m = FAILED.matcher(line);
        if (m.matches()) {
            String file = m.group(1) == null ? "" : m.group(1);
            String text = "making " + m.group(3) + " failed: " + m.group(4);
            return Optional.of(Diagnostic.at(Severity.CONSEQUENCE, file, Numbers.of(m.group(2)), 0, text));
        }
        m = STOP.matcher(line);
        if (m.matches()) {
            return Optional.of(Diagnostic.general(Severity.ERROR, "make: " + m.group(1)));
        }
        m = IN_MAKEFILE.matcher(line);
        if (m.matches()) {
            return Optional.of(Diagnostic.at(Severity.ERROR, m.group(1), Numbers.of(m.group(2)), 0, m.group(3)));
        }
        m = MISSING.matcher(line);
        return m.matches() ? Optional.of(Diagnostic.general(Severity.ERROR, MissingProgram.message(m.group(1)))) : Optional.empty();
    }
}
