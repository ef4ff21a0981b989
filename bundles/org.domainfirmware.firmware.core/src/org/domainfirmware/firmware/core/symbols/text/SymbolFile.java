package org.domainfirmware.firmware.core.symbols.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain symbol files: a line a symbol, {@code ADDRESS NAME}, {@code SEG:OFFSET NAME}, nm's {@code ADDRESS TYPE NAME}, or
 * {@code SECTION ADDRESS FLAGS NAME} of {@code as86 -s}. All numbers are hexadecimal; of
 * SEG:OFFSET the linear address is kept. Other lines are comments.
 */
public final class SymbolFile {
    private static final Pattern PLAIN = Pattern.compile("\\s*(?:0x)?([0-9a-fA-F]{1,16})\\s+(?:[A-Za-z]\\s+)?([A-Za-z_.$?@][\\w.$?@]*)\\s*");
    private static final Pattern FAR = Pattern.compile("\\s*([0-9a-fA-F]{1,4}):([0-9a-fA-F]{1,8})\\s+([A-Za-z_.$?@][\\w.$?@]*)\\s*");
    private static final Pattern AS86 = Pattern.compile("([0-9a-fA-F]+) ([0-9a-fA-F]{8}) [-A-Z]{5} (\\S+)");

    private SymbolFile() {
    }

    public static TextSymbols read(String text) {
        Collector collector = new Collector();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher m = AS86.matcher(line);
            if (m.matches()) {
                collector.symbol(m.group(3), m.group(1), m.group(2));
                continue;
            }
            m = FAR.matcher(line);
            if (m.matches()) {
                collector.far(m.group(3), m.group(1), m.group(2));
                continue;
            }
            m = PLAIN.matcher(line);
            if (m.matches()) {
                collector.symbol(m.group(2), "", m.group(1));
            }
        }
        return collector.result();
    }
}
