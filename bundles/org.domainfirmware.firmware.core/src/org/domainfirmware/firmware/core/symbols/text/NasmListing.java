package org.domainfirmware.firmware.core.symbols.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The listing that {@code nasm -l} writes: line, offset in the section, bytes, source. Lines of expanded macros count for the call. */
public final class NasmListing {
    private static final Pattern LINE = Pattern.compile("\\s*(\\d+)(?: ([0-9A-F]{8}) ([0-9A-F]{2}<rep [0-9A-Fa-f]+h>-?|\\S+)(?: .*)?|\\s.*|)");
    private static final Pattern NESTED = Pattern.compile("\\s*\\d+ .{25,50}<\\d+>.*");
    private static final Pattern REPEATED = Pattern.compile("[0-9A-F]{2}<rep ([0-9A-Fa-f]{1,7})h>-?");

    private NasmListing() {
    }

    public static TextSymbols read(String text) {
        Collector collector = new Collector();
        String caller = "0";
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher m = LINE.matcher(line);
            if (!m.matches()) {
                continue;
            }
            boolean nested = NESTED.matcher(line).matches();
            if (!nested) {
                caller = m.group(1);
            }
            if (m.group(2) != null) {
                collector.line(caller, m.group(2), bytes(m.group(3)));
            }
        }
        return collector.result();
    }

    private static int bytes(String printed) {
        Matcher m = REPEATED.matcher(printed);
        if (m.matches()) {
            return Math.max(Integer.parseInt(m.group(1), 16), 1);
        }
        long digits = printed.chars().filter(c -> Character.digit(c, 16) >= 0).count();
        return (int) Math.max(digits / 2, 1);
    }
}
