package org.domainfirmware.firmware.core.symbols.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The listing that {@code as86 -l} writes: line, offset, bytes, source; then the table of symbols, two in a row. */
public final class As86Listing {
    private static final int BYTES_FROM = 10;
    private static final int BYTES_TO = 47;
    private static final Pattern LINE = Pattern.compile("(\\d{5}) ([0-9A-F]{4})(?: .*)?");
    private static final Pattern SYMBOL = Pattern.compile("(\\S+)\\s+([0-9A-F]) ([0-9A-F]{4,8}) ([A-Z ]{1,7}?)(?=\\s|$)");

    private As86Listing() {
    }

    public static TextSymbols read(String text) {
        Collector collector = new Collector();
        boolean symbols = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.equals("Symbols:")) {
                symbols = true;
            } else if (symbols) {
                symbols(line, collector);
            } else {
                line(line, collector);
            }
        }
        return collector.result();
    }

    private static void line(String line, Collector collector) {
        Matcher m = LINE.matcher(line);
        if (m.matches() && line.length() > BYTES_FROM) {
            String printed = line.substring(BYTES_FROM, Math.min(line.length(), BYTES_TO));
            int bytes = (int) printed.chars().filter(c -> Character.digit(c, 16) >= 0).count() / 2;
            if (bytes > 0) {
                collector.line(m.group(1), m.group(2), bytes);
            }
        }
    }

    private static void symbols(String line, Collector collector) {
        if (line.endsWith("errors") || line.endsWith("warnings")) {
            return;
        }
        Matcher m = SYMBOL.matcher(line);
        while (m.find()) {
            collector.symbol(m.group(1), m.group(2), m.group(3));
        }
    }
}
