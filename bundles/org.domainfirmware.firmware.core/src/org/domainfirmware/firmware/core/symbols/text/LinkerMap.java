package org.domainfirmware.firmware.core.symbols.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The maps of GNU ld ({@code -Map}) and of ld86 ({@code -m}). */
public final class LinkerMap {
    private static final Pattern OUTPUT_SECTION = Pattern.compile("([._A-Za-z][\\w.]*)(?:\\s+0x[0-9a-f]+\\s+0x[0-9a-f]+.*)?");
    private static final Pattern LD = Pattern.compile(" {16}0x([0-9a-f]{1,16}) {16}([A-Za-z_.$][\\w.$]*)(?: = .*)?");
    private static final Pattern LD86 = Pattern.compile("\\s*\\S+\\s+(\\S+)\\s+([0-9a-fA-F])\\s+([0-9a-fA-F]{8})\\s+([a-zA-Z ]+)");

    private LinkerMap() {
    }

    public static TextSymbols readLd(String text) {
        Collector collector = new Collector();
        String section = "";
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher m = LD.matcher(line);
            if (m.matches()) {
                collector.symbol(m.group(2), section, m.group(1));
                continue;
            }
            m = OUTPUT_SECTION.matcher(line);
            if (m.matches()) {
                section = m.group(1);
            }
        }
        return collector.result();
    }

    public static TextSymbols readLd86(String text) {
        Collector collector = new Collector();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher m = LD86.matcher(line);
            // An absolute symbol (a, or A when exported) is a number with a name, not a place.
            if (m.matches() && !m.group(4).strip().toLowerCase(Locale.ROOT).startsWith("a")) {
                collector.symbol(m.group(1), m.group(2), m.group(3));
            }
        }
        return collector.result();
    }
}
