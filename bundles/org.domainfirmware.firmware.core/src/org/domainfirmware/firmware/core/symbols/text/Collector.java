package org.domainfirmware.firmware.core.symbols.text;

import java.util.ArrayList;
import java.util.List;

/** Gathers entries up to the bound. */
final class Collector {
    private static final int MAX_HEX_DIGITS = 15;
    private static final int MAX_NAME = 4096;
    private final List<TextSymbols.Symbol> symbols = new ArrayList<>();
    private final List<TextSymbols.Line> lines = new ArrayList<>();
    private int dropped;

    void symbol(String name, String section, String hex) {
        if (hex.length() > MAX_HEX_DIGITS + 1 || name.length() > MAX_NAME || symbols.size() >= TextSymbols.MAX_ENTRIES) {
            dropped++;
            return;
        }
        symbols.add(new TextSymbols.Symbol(name, section, Long.parseUnsignedLong(hex, 16)));
    }

    /** A symbol at a real-mode address. */
    void far(String name, String segment, String offset) {
        symbol(name, "", Long.toHexString((Long.parseLong(segment, 16) << 4) + Long.parseLong(offset, 16)));
    }

    /** A line number that does not fit is damage. A line that goes on (long data, a macro) is one line with more bytes. */
    void line(String number, String hex, int bytes) {
        if (number.length() > 9 || hex.length() > MAX_HEX_DIGITS || lines.size() >= TextSymbols.MAX_ENTRIES) {
            dropped++;
            return;
        }
        int line = Integer.parseInt(number);
        long address = Long.parseLong(hex, 16);
        TextSymbols.Line last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        if (last != null && last.line() == line && last.address() + last.size() == address) {
            lines.set(lines.size() - 1, new TextSymbols.Line(line, last.address(), last.size() + bytes));
        } else {
            lines.add(new TextSymbols.Line(line, address, bytes));
        }
    }

    TextSymbols result() {
        return new TextSymbols(symbols, lines, dropped);
    }
}
