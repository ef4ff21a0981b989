package org.domainfirmware.firmware.core.symbols.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.domainfirmware.firmware.core.source.AssemblyDeclarations;
import org.domainfirmware.firmware.core.source.Declaration;
import org.domainfirmware.firmware.core.source.Language;

/**
 * The listing that {@code nasm -l} writes: line, offset in the section, bytes, source. Lines of expanded macros count for the call. The
 * labels are those of the source beside. Only the first section with bytes counts: a listing does not say where the others go.
 */
public final class NasmListing {
    private static final Pattern LINE = Pattern.compile("\\s*(\\d+)(?: ([0-9A-F]{8}) ([0-9A-F]{2}<rep [0-9A-Fa-f]+h>-?|(?:[0-9A-F]{2}|[\\[(<])\\S*)(?: .*)?|\\s.*|)");
    private static final Pattern NESTED = Pattern.compile("\\s*\\d+ .{25,50}<\\d+>.*");
    private static final Pattern REPEATED = Pattern.compile("[0-9A-F]{2}<rep ([0-9A-Fa-f]{1,7})h>-?");

    private static final Pattern SECTION = Pattern.compile("(?i)\\s*\\[?(?:section|segment)\\s+([\\w.]+).*");
    /** The column of the source, after line number, offset and bytes. */
    private static final int SOURCE = 40;
    private static final int MAX_SOURCE = 1000;
    private static final int NO_BYTES = -1;

    private final Collector collector = new Collector();
    private final StringBuilder source = new StringBuilder();
    /** For each line of {@link #source} the offset of its first byte. */
    private final List<Long> offsets = new ArrayList<>();
    private String section = "";
    private String counted;

    private NasmListing() {
    }

    public static TextSymbols read(String text) {
        NasmListing listing = new NasmListing();
        listing.lines(text);
        listing.labels();
        return listing.collector.result();
    }

    private void lines(String text) {
        String caller = "0";
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher m = LINE.matcher(line);
            if (!m.matches()) {
                continue;
            }
            boolean nested = NESTED.matcher(line).matches();
            if (!nested) {
                caller = m.group(1);
                source(line);
            }
            if (m.group(2) != null && counts()) {
                collector.line(caller, m.group(2), bytes(m.group(3)));
                offset(Long.parseLong(m.group(2), 16));
            }
        }
    }

    private void source(String line) {
        String text = line.length() <= SOURCE ? "" : line.substring(SOURCE, Math.min(line.length(), SOURCE + MAX_SOURCE));
        Matcher m = SECTION.matcher(text);
        if (m.matches()) {
            section = m.group(1);
        }
        source.append(counts() ? text : "").append('\n');
        offsets.add((long) NO_BYTES);
    }

    /** True in the first section that has bytes, and before it. */
    private boolean counts() {
        return counted == null || counted.equals(section);
    }

    private void offset(long offset) {
        counted = section;
        int last = offsets.size() - 1;
        if (last >= 0 && offsets.get(last) == NO_BYTES) {
            offsets.set(last, offset);
        }
    }

    /** A label is where the next byte is. */
    private void labels() {
        for (int i = offsets.size() - 2; i >= 0; i--) {
            if (offsets.get(i) == NO_BYTES) {
                offsets.set(i, offsets.get(i + 1));
            }
        }
        for (Declaration d : AssemblyDeclarations.of(Language.NASM, source.toString())) {
            boolean label = d.kind() == Declaration.Kind.LABEL || d.kind() == Declaration.Kind.INTERRUPT_HANDLER;
            long offset = d.line() > offsets.size() ? NO_BYTES : offsets.get(d.line() - 1);
            if (label && d.defines() && offset != NO_BYTES) {
                collector.symbol(d.name(), "", Long.toHexString(offset));
            }
        }
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
