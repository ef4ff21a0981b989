package org.domainfirmware.firmware.core.diagnostics;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GNU ld. It names a source line where the object has line information, else an object file and an offset in a section; the
 * object file may have been named on an earlier line ("in function").
 */
final class LdParser implements LineParser {
    private static final String PREFIX = "(?:\\S*\\bld(?:\\.bfd|\\.gold)?: ?)?";
    private static final Pattern IN_FUNCTION = Pattern.compile(PREFIX + "(.+?): in function `(.*)':");
    private static final Pattern AT_LINE = Pattern.compile(
            PREFIX + "(?:\\S+\\.[ao]\\)?:)?(.+?):(\\d+): (undefined reference to .*|multiple definition of .*|relocation truncated to fit.*|syntax error.*"
                    + "|warning: .*|undefined symbol `.*|.* multiply defined.*)");
    private static final Pattern IN_SECTION = Pattern.compile(PREFIX + "(?:(.+?):)?\\((\\.[^)+]*)(\\+0x[0-9a-f]+)?\\): (.+)");
    private static final Pattern GENERAL = Pattern.compile("(?:\\S*/)?(?:[a-z0-9_]+-)*ld(?:\\.bfd|\\.gold)?: (?:(warning|NOTE|error): )?(.+)");
    private static final Pattern COLLECT = Pattern.compile("collect2: (?:fatal )?(?:error: )?(.*)");

    private String object = "";
    private String function = "";

    @Override
    public Optional<Diagnostic> parse(String line) {
        Matcher m = IN_FUNCTION.matcher(line);
        if (m.matches()) {
            object = m.group(1);
            function = m.group(2);
            return Optional.of(Diagnostic.general(Severity.NOTE, line));
        }
        m = AT_LINE.matcher(line);
        if (m.matches()) {
            String text = m.group(3);
            Severity severity = text.startsWith("warning") ? Severity.WARNING : Severity.ERROR;
            return Optional.of(Diagnostic.at(severity, m.group(1), Numbers.of(m.group(2)), 0, text));
        }
        m = IN_SECTION.matcher(line);
        if (m.matches()) {
            return Optional.of(inSection(m));
        }
        return general(line);
    }

    private Diagnostic inSection(Matcher m) {
        boolean named = m.group(1) != null;
        String file = named ? m.group(1) : object;
        String where = !named && !function.isEmpty() ? " in " + function : "";
        Severity severity = m.group(4).startsWith("warning") ? Severity.WARNING : Severity.ERROR;
        return new Diagnostic(severity, file, 0, 0, m.group(4) + where, true);
    }

    private static Optional<Diagnostic> general(String line) {
        Matcher m = GENERAL.matcher(line);
        if (m.matches()) {
            Severity severity = "warning".equals(m.group(1)) ? Severity.WARNING : "NOTE".equals(m.group(1)) ? Severity.NOTE : Severity.ERROR;
            return Optional.of(Diagnostic.general(severity, "ld: " + m.group(2)));
        }
        m = COLLECT.matcher(line);
        return m.matches() ? Optional.of(Diagnostic.general(Severity.CONSEQUENCE, m.group(1))) : Optional.empty();
    }
}
