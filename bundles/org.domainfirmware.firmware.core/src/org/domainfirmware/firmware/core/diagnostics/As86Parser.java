package org.domainfirmware.firmware.core.diagnostics;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * as86 prints the offending line of its listing, then a line of asterisks for each error in it; a caret stands under the place. It
 * never says the file's name, which therefore has to come from the command that make printed.
 */
final class As86Parser implements LineParser {
    /** as86 starts the source text in this column of its listing. */
    private static final int LISTING_PREFIX = 48;
    private static final Pattern LISTING = Pattern.compile("(\\d{5}) (?:[0-9A-F]{4}| {4}).*");
    private static final Pattern ERROR = Pattern.compile("\\*{5} (.+?)\\.*\\^?");
    private static final Pattern COMMAND = Pattern.compile("(?:^|.*[\\s/])(?:as86|bcc)\\s(?:.*\\s)?([^-\\s]\\S*\\.(?:s|as|asm|S|a86))(?:\\s.*|$)");
    private static final Pattern TOTAL = Pattern.compile("\\d{5} (?:errors|warnings)");

    private String file = "";
    private int line;

    @Override
    public Optional<Diagnostic> parse(String text) {
        Matcher m = COMMAND.matcher(text);
        if (m.matches()) {
            file = m.group(1);
            return Optional.empty();
        }
        if (TOTAL.matcher(text).matches()) {
            return Optional.empty();
        }
        m = ERROR.matcher(text);
        if (m.matches() && line > 0) {
            int caret = text.endsWith("^") ? text.length() - LISTING_PREFIX : 0;
            return Optional.of(Diagnostic.at(Severity.ERROR, file, line, Math.max(caret, 0), m.group(1)));
        }
        m = LISTING.matcher(text);
        if (m.matches()) {
            line = Numbers.of(m.group(1));
        }
        return Optional.empty();
    }
}
